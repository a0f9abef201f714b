import assert from "node:assert/strict";
import { isWideResource, type SecretKind } from "../../../core";

const KEY_ID = "????????-????-????-????-????????????";

const wide: [kind: SecretKind, text: string][] = [
    ["secrets", "*"],
    ["secrets", "**"],
    ["secrets", "arn:aws:secretsmanager:*:*:secret:*"],
    ["secrets", "arn:*:secretsmanager:us-east-1:123456789012:secret:*"],
    ["secrets", "arn:aws-cn:secretsmanager:*:*:*"],
    ["secrets", "arn:aws:secretsmanager:eu-*:*:secret*"],
    ["secrets", "arn:aws:secretsmanager:*:*:secret:*-??????"],
    ["secrets", "arn:aws:secretsmanager:*:*:secret:?*"],
    ["secrets", "arn:aws:secretsmanager:*:*:secret:*/*"],
    ["secrets", "arn:aws:secretsmanager:*"],
    ["secrets", "arn:aws:*"],
    ["secrets", "arn:aws:s*:*:*:s*"],
    ["parameters", "arn:aws:ssm:*:*:parameter/*"],
    ["parameters", "arn:aws:ssm:us-east-1:123456789012:parameter*"],
    ["parameters", "arn:aws:ssm:*:*:*"],
    ["keys", "arn:aws:kms:*:*:key/*"],
    ["keys", "arn:aws:kms:us-east-1:210987654321:key/mrk-*"],
    ["keys", `arn:aws:kms:*:*:key/${KEY_ID}`],
];

const named: [kind: SecretKind, text: string, why: string][] = [
    ["secrets", "arn:aws:secretsmanager:*:*:secret:app/*", "a prefix names an application"],
    ["secrets", "arn:aws:secretsmanager:*:*:secret:*db*", "a part of the name is fixed"],
    ["secrets", "arn:aws:secretsmanager:*:*:secret:????????-??????", "the length is fixed"],
    ["secrets", "arn:aws:secretsmanager:*:*:secret:${aws:PrincipalTag/team}/*", "a variable"],
    ["secrets", "arn:aws:secretsmanager:::secret:*", "no secret is without region and account"],
    ["secrets", "arn:aws:ssm:*:*:parameter/*", "another store"],
    ["secrets", "arn:foo:secretsmanager:*:*:secret:*", "there is no such partition"],
    ["secrets", "secret:*", "it is no ARN"],
    ["secrets", "", "it is nothing"],
    ["secrets", "arn:aws:secretsmanager:*:*:rotation:*", "a secret's ARN has another type"],
    ["parameters", "arn:aws:ssm:*:*:parameter/app/*", "a path names an application"],
    ["parameters", "arn:aws:ssm:*:*:document/*", "documents are no parameters"],
    ["keys", "arn:aws:kms:*:*:alias/*", "an alias in Resource grants nothing of its key"],
    ["keys", "arn:aws:kms:*:*:key/0000*", "a part of the id is fixed"],
];

describe("isWideResource", () => {
    for (const [kind, text] of wide) {
        it(`takes ${text} for all ${kind}`, () => assert.equal(isWideResource(kind, text), true));
    }
    for (const [kind, text, why] of named) {
        it(`does not take ${text || "nothing"} for all ${kind}: ${why}`, () =>
            assert.equal(isWideResource(kind, text), false));
    }
    it("takes a hostile pattern in bounded time", () => {
        const text = `arn:aws:secretsmanager:*:*:secret:${"*a".repeat(50_000)}b`;
        const start = performance.now();
        assert.equal(isWideResource("secrets", text), false);
        assert.ok(performance.now() - start < 1_000);
    });
});
