import fc from "fast-check";
import { toResources, type Part, type Stack } from "../../support/pack-stack";
import { UNKNOWN } from "../../support/wire";
import { ACCOUNT, KEY, policy, ROLE, SECRET } from "../kms-decrypt/stack";
import { NATIVE, RIGHT, runInTime, STACK } from "./hostile-stack";

const TEXTS = [
    "",
    "*",
    UNKNOWN,
    `arn:aws:iam::${ACCOUNT}:role/${UNKNOWN}`,
    ROLE,
    KEY,
    SECRET,
    `${SECRET}:password::`,
    `arn:aws:ssm:us-east-1:${ACCOUNT}:parameter//web/db`,
    "alias/aws/secretsmanager",
    "arn:aws:iam::aws:policy/AdministratorAccess",
    "arn:aws",
    "web-execution",
    "${aws:username}",
    policy(RIGHT),
    policy({ ...RIGHT, Effect: "Deny" }),
    policy({ ...RIGHT, Condition: { StringLike: { "kms:ViaService": "*a*a*a*b" } } }),
    policy(RIGHT).slice(0, 40),
    `[{"name":"web","secrets":[{"name":"A","valueFrom":"${SECRET}"}]}]`,
];

const NAMES = [
    "Statement",
    "Effect",
    "Action",
    "Resource",
    "Principal",
    "Condition",
    "name",
    "policy",
    "valueFrom",
    "secrets",
    "encryptionContextEquals",
    "toString",
    "constructor",
    "length",
];

const value = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom<unknown>(null, 0, -1, true, false, ...TEXTS),
        fc.string(),
        fc.array(tie("any"), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...NAMES), tie("any"), { noNullPrototype: true }),
    ),
})).any;

/** A resource with some odd properties, or without some, computed from any of the others. */
function oddPart({ type, props }: Part, names: readonly string[]): fc.Arbitrary<Part> {
    const known = [
        ...new Set([
            ...Object.keys(props),
            ...["tags", "constraints", "inlinePolicies", "managedPolicyArns"],
            ...["permissionsBoundary", "taskRoleArn", "serviceConnectConfiguration"],
        ]),
    ];
    const sources = fc.array(fc.constantFrom(...names), { maxLength: 3 });
    return fc.record({
        type: fc.constant(type),
        props: fc
            .dictionary(fc.constantFrom(...known), value, { maxKeys: 3, noNullPrototype: true })
            .map((odd) => ({ ...props, ...odd })),
        from: fc.dictionary(fc.constantFrom(...known), sources, {
            maxKeys: 3,
            noNullPrototype: true,
        }),
    });
}

const oddStack = (stack: Stack): fc.Arbitrary<Stack> => {
    const names = Object.keys(stack);
    return fc.record(
        Object.fromEntries(
            Object.entries(stack).map(([name, part]) => [name, oddPart(part, names)]),
        ),
        { noNullPrototype: true },
    );
};

describe("roles, policies, keys, grants, secrets and tasks of any kind", () => {
    it("are judged without an exception, and in time (500 stacks)", async function () {
        this.timeout(120_000);
        await fc.assert(
            fc.asyncProperty(
                fc.oneof(...[STACK, NATIVE].map(oddStack)),
                async (stack) => void (await runInTime(toResources(stack))),
            ),
            { numRuns: 500 },
        );
    });
});
