import fc from "fast-check";
import { evaluateIdentity, type AccessRequest, type Verdict } from "../../../core/iam";
import { evaluateKeyAccess } from "../../support/key-access";
import { ACCOUNT, decrypt, KEY, policy, ROLE, UNKNOWN, type Statement } from "./fixtures";

const RECORD = { noNullPrototype: true };
export const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);

const actions = oneOf("kms:Decrypt", "kms:*", "KMS:decr*", "kms:Encrypt", "*", "ssm:GetParameters");
const resources = oneOf(
    KEY,
    "*",
    `${KEY}:x`,
    "arn:aws:kms:*",
    "foo",
    "${key.arn}",
    KEY.slice(0, -1),
    "arn:aws:kms:*:*:key/${aws:PrincipalTag/key}",
);
const principals = oneOf<unknown>(
    "*",
    { AWS: ROLE },
    { AWS: ACCOUNT },
    { AWS: `${ROLE}-2` },
    { AWS: [`arn:aws:iam::${ACCOUNT}:root`, "999999999999"] },
    { Service: "ecs-tasks.amazonaws.com" },
);
const conditions = oneOf<unknown>(
    {},
    { StringEquals: { "kms:CallerAccount": ACCOUNT } },
    { StringNotEquals: { "kms:CallerAccount": ACCOUNT } },
    { StringEqualsIfExists: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" } },
    { "ForAllValues:StringLike": { "app:list": ["a*"] } },
    { "ForAnyValue:StringNotEquals": { "app:list": ["a"] } },
    { Null: { "kms:ViaService": "true" } },
    { Bool: { "app:flag": "true" }, ArnLike: { "aws:PrincipalArn": `arn:aws:iam::*:role/*` } },
    { IpAddress: { "aws:SourceIp": "192.0.2.0/24" } },
);

const subjects = fc.oneof(
    fc.record(
        { Action: fc.uniqueArray(actions, { minLength: 1, maxLength: 2 }), Resource: resources },
        RECORD,
    ),
    fc.record({ NotAction: actions, Resource: resources }, RECORD),
    fc.record({ Action: actions, NotResource: resources }, RECORD),
);
export const statements = fc
    .tuple(oneOf("Allow", "Allow", "Deny"), subjects, conditions)
    .map(([Effect, subject, Condition]): Statement => ({ Effect, ...subject, Condition }));
export const keyStatements = fc
    .tuple(statements, oneOf("Principal", "Principal", "Principal", "NotPrincipal"), principals)
    .map(([statement, element, principal]): Statement => ({ ...statement, [element]: principal }));

const contexts = fc.record(
    {
        "kms:CallerAccount": oneOf([ACCOUNT], ["999999999999"]),
        "kms:ViaService": oneOf(["secretsmanager.eu-west-1.amazonaws.com"], []),
        "app:list": oneOf(["a"], ["a", "b"], []),
        "app:flag": oneOf(["true"], ["false"]),
    },
    RECORD,
);

interface World {
    readonly context: AccessRequest["context"];
    readonly tags: AccessRequest["principalTags"];
    readonly principalArn: string | undefined;
    readonly resource: string;
    readonly identity: unknown[];
    readonly key: unknown[] | "default";
}

export const worlds: fc.Arbitrary<World> = fc.record(
    {
        context: contexts,
        tags: oneOf<Record<string, string>>({}, { key: KEY.split("/")[1] }),
        principalArn: oneOf<string>(ROLE, ROLE.replace(ACCOUNT, "999999999999")),
        resource: fc.constant(KEY),
        identity: fc.array(statements, { maxLength: 3 }),
        key: fc.oneof(fc.constant("default" as const), fc.array(keyStatements, { maxLength: 3 })),
    },
    RECORD,
);

type Evaluate = (world: World) => Verdict;

const requestOf = ({ context, tags, principalArn, resource }: World): AccessRequest => ({
    action: decrypt.action,
    resource,
    context,
    principalTags: tags,
    ...(principalArn !== undefined && { principalArn }),
});

export const evaluators: Record<string, Evaluate> = {
    evaluateIdentity: (world) => evaluateIdentity(requestOf(world), [policy(world.identity)]),
    evaluateKeyAccess: (world) =>
        evaluateKeyAccess(
            requestOf(world),
            [policy(world.identity)],
            world.key === "default" ? "default" : policy(world.key, "2012-10-17", "key"),
        ),
};

/** Makes one thing in a world unknown; `at` chooses which. */
export function blur(world: World, at: number): World {
    const inList = (list: unknown[]): unknown[] => {
        const index = at % (list.length || 1);
        return list.map((one, i) => (i === index ? blurStatement(one as Statement, at) : one));
    };
    const key = Object.keys(world.context)[at % 4];
    const blurred: World[] = [
        { ...world, identity: inList(world.identity) },
        { ...world, key: world.key === "default" ? world.key : inList(world.key) },
        { ...world, context: { ...world.context, [key]: "unknown" } },
        { ...world, tags: "unknown" },
        { ...world, principalArn: undefined },
        { ...world, resource: "unknown" },
    ];
    return blurred[Math.floor(at / 16) % blurred.length];
}

function blurStatement(statement: Statement, at: number): unknown {
    const elements = Object.keys(statement);
    const element = elements[at % (elements.length + 1)];
    return element === undefined ? UNKNOWN : { ...statement, [element]: UNKNOWN };
}

export function permuted<T>(list: readonly T[]): fc.Arbitrary<T[]> {
    return fc.shuffledSubarray([...list], { minLength: list.length });
}
