import assert from "node:assert/strict";
import { toResources, type Part } from "../../support/pack-stack";
import type { PackResource } from "../../support/policies";
import { UNKNOWN, type Wire } from "../../support/wire";
import { ROLE } from "../kms-decrypt/stack";
import { entangled, NATIVE, runInTime, STACK, withParts, withProps } from "./hostile-stack";

const DECRYPT = "advisory ecs-execution-role-require-kms-decrypt";
const READ = "advisory ecs-execution-role-require-secret-access";

/** Resources whose properties all have one value. */
const filled = (resources: readonly PackResource[], value: unknown): PackResource[] =>
    resources.map((resource) => ({
        ...resource,
        props: Object.fromEntries(Object.keys(resource.props).map((name) => [name, value])),
    }));

const many = (name: string): PackResource[] =>
    withParts(
        Object.fromEntries(
            Array.from({ length: 1000 }, (_, index): [string, Part] => [
                `${name}-${index}`,
                STACK[name],
            ]),
        ),
    );

const alias = (props: Wire): PackResource[] =>
    withParts({ alias: { type: "aws:kms/alias:Alias", props } });

const rows: readonly (readonly [
    name: string,
    resources: () => PackResource[],
    says: readonly string[],
])[] = [
    ["nothing wrong", () => toResources(STACK), []],
    ["nothing wrong, in aws-native", () => toResources(NATIVE), []],
    ["each computed from all", () => entangled(toResources(STACK)), []],
    [
        "each computed from all and unknown",
        () => entangled(filled(toResources(STACK), UNKNOWN)),
        ["advisory ecs-task-definition-no-plaintext-secrets"],
    ],
    [
        "each computed from all and unknown, in aws-native",
        () => entangled(filled(toResources(NATIVE), UNKNOWN)),
        [],
    ],
    [
        "a role that is its own boundary",
        () => withProps("role", { permissionsBoundary: ROLE }),
        [DECRYPT, READ],
    ],
    [
        "an alias of itself",
        () => alias({ name: "alias/a", arn: "alias/a", targetKeyId: "alias/a" }),
        [],
    ],
    ["1,000 attachments of one role", () => many("attachment"), []],
    ["1,000 inline policies of one role", () => many("rights"), []],
    ["1,000 grants on one key", () => many("grant"), []],
    ["1,000 policies of one secret", () => many("secretPolicy"), []],
    [
        "no properties, as with a provider that is not configured yet",
        () => toResources(STACK).map((one) => ({ ...one, props: {} })),
        [],
    ],
];

/** Objects that are within one another; deeper ones take long to reach a pack, whatever it does. */
const deep = (levels: number): object =>
    Array.from({ length: levels }).reduce<object>((inner) => ({ Statement: inner }), {});

const PROTOTYPE = JSON.parse('{"__proto__":{"a":1},"constructor":"a","toString":null}') as object;

const values: Readonly<Record<string, unknown>> = {
    null: null,
    "a number": 4711,
    "an empty text": "",
    "an object": {},
    "an object with members of prototypes": PROTOTYPE,
    "a list of null": [null],
    "a list of numbers": [1, 2],
    "a list of lists": [[[]]],
    "a list of odd objects": [{}, PROTOTYPE, { key: PROTOTYPE, value: PROTOTYPE, name: PROTOTYPE }],
    "objects 100 levels deep": deep(100),
    "a text of 100 KB": "arn:aws:".repeat(12_500),
    "an ARN of 100 KB": `${ROLE}${"*a".repeat(50_000)}`,
};

describe("resources made to do harm are judged in time:", () => {
    for (const [name, resources, says] of rows) {
        it(name, async () => {
            assert.deepEqual(await runInTime(resources()), says);
        });
    }

    for (const [name, value] of Object.entries(values)) {
        it(`${name} for each property, one by one and all at once`, async () => {
            for (const stack of [STACK, NATIVE]) {
                for (const [resource, { props }] of Object.entries(stack)) {
                    for (const property of Object.keys(props)) {
                        await runInTime(withProps(resource, { [property]: value }, stack));
                    }
                }
                await runInTime(filled(toResources(stack), value));
            }
        }).timeout(60_000);
    }
});
