import assert from "node:assert";

import { decide, unspecified } from "../../oracle/decide";
import { AWS, SECRET, identity, reads, secret, type Row } from "../../oracle/hand-made";

const rows: Row[] = [
    ["denies what no statement allows", identity(), false, AWS.evaluation],
    ["allows what an identity statement allows", identity(reads), true, AWS.evaluation],
    ["lets a Deny win", identity(reads, { ...reads, Effect: "Deny" }), false, AWS.evaluation],
    [
        "ignores case in actions",
        identity({ ...reads, Action: "SECRETSMANAGER:getsecretvalue" }),
        true,
        AWS.action,
    ],
    [
        "keeps case in resources",
        identity({ ...reads, Resource: SECRET.toUpperCase() }),
        false,
        AWS.resource,
    ],
    [
        "lets six question marks stand for the suffix",
        identity({ ...reads, Resource: `${SECRET.slice(0, -6)}??????` }),
        true,
        AWS.resource,
    ],
    [
        "does not let five question marks stand for it",
        identity({ ...reads, Resource: `${SECRET.slice(0, -6)}?????` }),
        false,
        AWS.resource,
    ],
    [
        "misses an ARN with a JSON key suffix",
        identity({ ...reads, Resource: `${SECRET}:password::` }),
        false,
        AWS.resource,
    ],
    [
        "applies NotAction to all other actions",
        identity({ Effect: "Allow", NotAction: "kms:*", Resource: "*" }),
        true,
        AWS.notAction,
    ],
    [
        "spares what NotResource lists",
        identity({ Effect: "Allow", Action: "*", NotResource: SECRET }),
        false,
        AWS.notResource,
    ],
    [
        "replaces a principal tag",
        identity({ ...reads, Resource: SECRET.replace("app/db", "${aws:PrincipalTag/team}/db") }),
        true,
        AWS.variables,
    ],
    [
        "takes the default of an absent tag",
        identity({
            ...reads,
            Resource: SECRET.replace("app/db", "${aws:PrincipalTag/none, 'app'}/db"),
        }),
        true,
        AWS.variables,
    ],
    [
        "matches nothing with an absent tag",
        identity({ ...reads, Resource: SECRET.replace("app/db", "${aws:PrincipalTag/none}*") }),
        false,
        AWS.variables,
    ],
    [
        "has no variables before 2012",
        secret({
            identity: {
                Version: "2008-10-17",
                Statement: {
                    ...reads,
                    Resource: SECRET.replace("app/db", "${aws:PrincipalTag/team}/db"),
                },
            },
        }),
        false,
        AWS.variables,
    ],
];

describe("oracle: statement", () => {
    rows.forEach(([sentence, world, allowed, link]) =>
        it(`${sentence} (${link})`, () => {
            assert.strictEqual(unspecified(world), undefined);
            assert.strictEqual(decide(world), allowed);
        }),
    );
});
