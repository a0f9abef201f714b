import { Secret } from "@pulumi/policy";
import assert from "node:assert/strict";
import { UNKNOWN_PART } from "../../../core";
import { readHeldSecrets } from "../../../policypack/taint/held-secrets";
import { UNKNOWN } from "../../support/wire";

/** As the SDK gives properties to a remediation: marks are there, and no reader sees them. */
const proxied = (props: object): object =>
    new Proxy(props, {
        get: (target, name) => {
            if (name === "__isSpecialProxy") {
                return true;
            }
            const value: unknown = Reflect.get(target, name);
            return value instanceof Secret ? (value.value as unknown) : value;
        },
    });

const ROWS: readonly (readonly [name: string, props: object, expected: unknown])[] = [
    ["no properties", proxied({}), []],
    ["properties without secrets", proxied({ a: "x", b: { c: [1, null, true] } }), []],
    ["a secret at the top", proxied({ a: new Secret("x"), b: "y" }), [{ path: ["a"], value: "x" }]],
    [
        "secrets below, each with where it is",
        proxied({ a: { b: new Secret("x") }, c: ["y", new Secret(7)] }),
        [
            { path: ["a", "b"], value: "x" },
            { path: ["c", "1"], value: 7 },
        ],
    ],
    [
        "a secret that holds another one: the outer one, in clear",
        proxied({ a: new Secret({ b: new Secret("x"), c: ["y"] }) }),
        [{ path: ["a"], value: { b: "x", c: ["y"] } }],
    ],
    [
        "a secret that is not known yet",
        proxied({ a: new Secret(UNKNOWN) }),
        [{ path: ["a"], value: UNKNOWN_PART }],
    ],
    [
        "properties that are no proxy of the SDK, which tell nothing",
        { a: new Secret("x") },
        undefined,
    ],
];

describe("what Pulumi holds secret is read from", () => {
    for (const [name, props, expected] of ROWS) {
        it(name, () => assert.deepEqual(readHeldSecrets(props), expected));
    }
});
