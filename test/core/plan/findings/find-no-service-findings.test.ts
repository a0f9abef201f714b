import assert from "node:assert/strict";
import { DEFERRED, findServiceFindings } from "../../../../core";
import { container, KEY_1, RIGHT, service } from "../fixtures";

const secret = (fields: object) =>
    service({ secrets: { ...RIGHT.secrets, s: { value: DEFERRED, ...fields } } });

describe("findServiceFindings finds nothing in", () => {
    const rows: [string, unknown][] = [
        ["the example", RIGHT],
        [
            "a name, a description and a key that are Outputs",
            secret({ name: DEFERRED, description: DEFERRED, kmsKeyId: DEFERRED }),
        ],
        ["the ARN of a key", secret({ kmsKeyId: KEY_1 })],
        [
            "the ARN of a multi-Region key",
            secret({ kmsKeyId: KEY_1.replace(/key.*/, "key/mrk-0123") }),
        ],
        [
            "the ARN of a key in China",
            secret({ kmsKeyId: "arn:aws-cn:kms:cn-north-1:123456789012:key/1" }),
        ],
        ["a parameter's name of one level with a slash", secret({ store: "ssm", name: "/x" })],
        ["a secret's name with a slash inside", secret({ name: "web/db" })],
        ["a secret with the name of a parameter", secret({ name: "db", store: "secretsmanager" })],
        ["the name of a parameter, in the other store", secret({ name: "/web/db" })],
        [
            "two names that are Outputs, which may differ",
            service({
                secrets: {
                    ...RIGHT.secrets,
                    s: { value: DEFERRED, name: DEFERRED },
                    t: { value: DEFERRED, name: DEFERRED },
                },
            }),
        ],
        [
            "a dependency on another container",
            service({
                containers: {
                    a: {
                        image: "i",
                        memory: 1,
                        dependsOn: [DEFERRED, { containerName: "b", condition: "START" }],
                    },
                    b: {
                        image: "i",
                        memory: 1,
                        dependsOn: [{ containerName: DEFERRED, condition: DEFERRED }],
                    },
                },
            }),
        ],
        [
            "a plaintext value that is an Output, which is judged later",
            container({ environment: { DB_PASSWORD: DEFERRED } }),
        ],
        ["a reference that is an Output", container({ secrets: { A: DEFERRED } })],
        [
            "a sensitive name whose value points to a store",
            container({ environment: { DB_PASSWORD: "/run/secrets/db" } }),
        ],
        [
            "the same variable, plain in one container and injected in another",
            service({
                containers: {
                    a: { image: "i", memory: 1, environment: { A: "x" } },
                    b: { image: "i", memory: 1, secrets: { A: "/x" } },
                },
            }),
        ],
    ];
    for (const [name, args] of rows) {
        it(name, () => assert.deepEqual(findServiceFindings(args), []));
    }
});
