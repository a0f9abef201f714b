import { Key } from "@pulumi/aws/kms";
import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { runInNewContext } from "node:vm";
import { describeArgs } from "../../components/validation/describe-args";
import { DEFERRED } from "../../core";
import { recordClean } from "../support/recorded";

describe("describeArgs", () => {
    const rows: [string, unknown, unknown][] = [
        ["leaves plain values", { a: 1, b: ["x", null] }, { a: 1, b: ["x", null] }],
        [
            "defers Outputs and promises, also in lists",
            { a: pulumi.output({ b: 1 }), c: [pulumi.secret("x"), Promise.resolve("x")] },
            { a: DEFERRED, c: [DEFERRED, DEFERRED] },
        ],
        [
            "walks into objects without a prototype",
            Object.assign(Object.create(null) as object, { a: pulumi.output(1) }),
            { a: DEFERRED },
        ],
        [
            "walks into objects of another realm, as a runner of tests makes them",
            runInNewContext("({ a: { b: output } })", { output: pulumi.output(1) }),
            { a: { b: DEFERRED } },
        ],
    ];
    for (const [name, args, expected] of rows) {
        it(name, () => assert.deepEqual(describeArgs(args), expected));
    }

    it("defers the value of a secret, and tells only empty and no text apart", () => {
        const secrets = { a: { value: "x" }, b: { value: "" }, c: { value: 1 }, d: {}, e: "x" };
        assert.deepEqual(describeArgs({ secrets }), {
            secrets: {
                a: { value: DEFERRED },
                b: { value: "" },
                c: { value: null },
                d: {},
                e: "x",
            },
        });
    });

    it("does not walk into a resource", async () => {
        await recordClean(() => {
            const key = new Key("key", {});
            const { one } = describeArgs({ one: key }) as { one: unknown };
            assert.equal(one, key);
        });
    });
});
