import assert from "node:assert/strict";
import { DEFERRED, findKeyFindings, readKeyNaming, RESOURCE, type Finding } from "../../../../core";
import { container, KEY_1, owning, service } from "../fixtures";
import { itFinds, type Row } from "./rows";

const UUID = "00000000-0000-0000-0000-000000000001";
const alias = "arn:aws:kms:eu-west-1:123456789012:alias/web";
const NO_KEY = [
    "names no key",
    "Give the key's ARN, its id, or the name or ARN of its alias.",
] as const;
const MANAGED = [
    "is the key that AWS manages, which is used where no key is named",
    "Leave it out.",
] as const;

type Words = readonly [reason: string, remedy: string];

describe("findKeyFindings", () => {
    const rows: [string, string, string | undefined, Words?][] = [
        ["takes the ARN of a key", KEY_1, "arn"],
        ["takes the ARN of a multi-Region key", KEY_1.replace(/key.*/, "key/mrk-0123"), "arn"],
        ["takes a bare key id", UUID, "id"],
        ["takes the id of a multi-Region key", "mrk-0123456789abcdef", "id"],
        ["takes the name of an alias", "alias/web/db_1", "alias"],
        ["takes the ARN of an alias", alias, "alias-arn"],
        [
            "takes an alias in China",
            alias.replace("aws", "aws-cn").replace("eu-west", "cn-north"),
            "alias-arn",
        ],
        ["refuses the name of the AWS managed key", "alias/aws/ssm", "aws-managed", MANAGED],
        ["refuses its ARN", alias.replace("web", "aws/secretsmanager"), "aws-managed", MANAGED],
        ["refuses all keys at once", KEY_1.replace(/key.*/, "key/*"), undefined, NO_KEY],
        ["refuses all aliases at once", "alias/*", undefined, NO_KEY],
        ["refuses an alias without its prefix", "web", undefined, NO_KEY],
        ["refuses an id of another length", UUID.slice(1), undefined, NO_KEY],
        ["refuses a key without a region", "arn:aws:kms::123456789012:key/1", undefined, NO_KEY],
        ["refuses a key without an account", "arn:aws:kms:eu-west-1::key/1", undefined, NO_KEY],
        ["refuses the ARN of a secret", alias.replace("kms", "secretsmanager"), undefined, NO_KEY],
        ["refuses an empty text", "", undefined, ["is empty", "Leave it out, or name a key."]],
    ];
    for (const [name, text, naming, told] of rows) {
        it(name, () => {
            assert.equal(readKeyNaming(text), naming);
            const expected: Finding[] = told
                ? [{ path: "p", reason: told[0], remedy: told[1] }]
                : [];
            assert.deepEqual(findKeyFindings(text, "p"), expected);
        });
    }
});

describe("findServiceFindings, of keys, finds", () => {
    const file = { value: "arn:aws:s3:::bucket/web.env" };
    const rows: Row[] = [
        ["nothing in resources that are keys", owning({ value: DEFERRED, kmsKeyId: RESOURCE })],
        ["nothing in Outputs", service({ logGroup: { kmsKeyId: DEFERRED } })],
        [
            "what is no key of a log group",
            service({ logGroup: { kmsKeyId: "canary-0000" } }),
            ["logGroup.kmsKeyId", ...NO_KEY],
        ],
        [
            "what is no key of an environment file",
            container({ environmentFiles: [file, { ...file, kmsKeyId: "alias/aws/s3" }] }),
            ["containers.web.environmentFiles[1].kmsKeyId", ...MANAGED],
        ],
        [
            "what is no key of an existing secret",
            container({ secrets: { A: { valueFrom: "/a", kmsKeyId: "canary-0000" } } }),
            ["containers.web.secrets.A.kmsKeyId", ...NO_KEY],
        ],
        [
            "something else for a key",
            owning({ value: DEFERRED, kmsKeyId: 1 }),
            [
                "secrets.s.kmsKeyId",
                "must be a string or a resource that is a key",
                "Give the key's ARN, id or alias, or an aws.kms.Key or aws.kms.Alias.",
            ],
        ],
    ];
    itFinds(rows);
});
