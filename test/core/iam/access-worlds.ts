import fc from "fast-check";
import {
    evaluateAccess,
    type AccessRequest,
    type ContextValue,
    type KeyGrant,
    type NamedPolicy,
    type ResourceSide,
    type Verdict,
} from "../../../core/iam";
import { ACCOUNT, decrypt, KEY, policy, ROLE, SECRET, UNKNOWN, type Statement } from "./fixtures";
import { keyStatements, oneOf, statements } from "./worlds";

const RECORD = { noNullPrototype: true };
const OTHER = "210987654321";

/** A policy: its statements, or that it is not known. */
export type Document = readonly Statement[] | "unknown" | "pending";

/** All that decides, as data of which single things can be hidden. */
export interface World {
    readonly kind: ResourceSide["kind"];
    readonly principalArn: string;
    readonly resource: string;
    readonly context: Readonly<Record<string, ContextValue>>;
    readonly tags: NonNullable<AccessRequest["principalTags"]>;
    readonly identity: readonly Document[];
    readonly boundary: Document | "none";
    readonly policy: Document | "none";
    readonly grants: readonly KeyGrant[];
}

const grants: fc.Arbitrary<KeyGrant> = fc.record(
    {
        name: oneOf("a", "b"),
        grantee: oneOf(ROLE, `${ROLE}-2`, `arn:aws:iam::${ACCOUNT}:root`),
        operations: oneOf<readonly string[]>(["Decrypt"], ["Encrypt"], ["Encrypt", "Decrypt"]),
        constraints: oneOf<KeyGrant["constraints"]>(
            [],
            [{ kind: "subset", context: { SecretARN: SECRET } }],
            [{ kind: "equals", context: { SecretARN: SECRET } }],
            [{ kind: "equals", context: { SecretARN: SECRET, more: "1" } }],
            [{ kind: "subset", context: { SecretARN: `${SECRET}x` } }],
        ),
    },
    RECORD,
);

const USE: Statement = { Effect: "Allow", Action: "kms:*", Resource: "*" };
const USE_KEY: Statement = { Effect: "Allow", Action: "kms:Decrypt", Resource: [`${KEY}x`, KEY] };
/** Most worlds that chance alone makes allow nothing, so that some statements are right on purpose. */
const sets = fc.array(fc.oneof(statements, oneOf(USE, USE_KEY)), { maxLength: 3 });
const own = fc.array(
    fc.oneof(
        keyStatements,
        oneOf<Statement>(
            { ...USE, Principal: { AWS: ROLE } },
            { ...USE, Principal: { AWS: [`${ROLE}-2`, ACCOUNT] } },
            { ...USE, Principal: { AWS: `arn:aws:sts::${ACCOUNT}:assumed-role/app-execution/x` } },
        ),
    ),
    { maxLength: 3 },
);

export const accessWorlds: fc.Arbitrary<World> = fc.record(
    {
        kind: oneOf<World["kind"]>("key", "key", "policy", "policy", "none"),
        principalArn: oneOf<string>(ROLE, ROLE, ROLE, ROLE.replace(ACCOUNT, OTHER)),
        resource: fc.constant<string>(KEY),
        context: fc.record(
            {
                "kms:ViaService": oneOf<ContextValue>([decrypt.action], []),
                "kms:CallerAccount": oneOf<ContextValue>([ACCOUNT], ["999999999999"]),
                "kms:EncryptionContext:SecretARN": oneOf<ContextValue>([SECRET], []),
                "app:list": oneOf<ContextValue>(["a"], ["a", "b"], []),
                "app:flag": oneOf<ContextValue>(["true"], ["false"]),
            },
            RECORD,
        ),
        tags: oneOf<World["tags"]>({}, { key: KEY.split("/")[1] }),
        identity: fc.array(sets, { maxLength: 2 }),
        boundary: fc.oneof(fc.constant("none" as const), sets),
        policy: fc.oneof(fc.constant("none" as const), own),
        grants: fc.array(grants, { maxLength: 2 }),
    },
    RECORD,
);

function named(name: string, document: Document): NamedPolicy {
    return typeof document === "string"
        ? { name, kind: "unknown", why: "hidden", isPending: document === "pending" }
        : policy(document, "2012-10-17", name);
}

function resourceOf({ kind, policy: own, grants: given }: World): ResourceSide {
    if (kind === "none") {
        return { kind };
    }
    return kind === "policy"
        ? { kind, policy: own === "none" ? own : named("resource", own) }
        : { kind, policy: own === "none" ? "default" : named("key", own), grants: given };
}

export function evaluate(world: World): Verdict {
    const { principalArn, resource, context, tags, identity, boundary } = world;
    return evaluateAccess(
        { action: "kms:Decrypt", resource, principalArn, context, principalTags: tags },
        {
            identity: identity.map((document, index) => named(`p${index}`, document)),
            ...(boundary !== "none" && { boundary: named("boundary", boundary) }),
            resource: resourceOf(world),
        },
    );
}

/** Hides one thing of a world; `at` chooses which, and `kind` whether for ever. */
export function hide(world: World, at: number, kind: "unknown" | "pending"): World {
    const keys = Object.keys(world.context);
    const key = keys[at % keys.length];
    const partOf = (document: Document) => hideInDocument(document, at >> 4, kind);
    const changes: Partial<World>[] = [
        { identity: world.identity.map((one, index) => (index === at % 2 ? partOf(one) : one)) },
        { boundary: world.boundary === "none" ? "none" : partOf(world.boundary) },
        { policy: world.policy === "none" ? "none" : partOf(world.policy) },
        { context: { ...world.context, [key]: kind } },
        { tags: kind },
        { principalArn: kind },
        { resource: kind },
        {
            grants: world.grants.map((grant, index) =>
                index === 0 ? hideInGrant(grant, at, kind) : grant,
            ),
        },
    ];
    return { ...world, ...changes[at % changes.length] };
}

function hideInGrant(grant: KeyGrant, at: number, kind: "unknown" | "pending"): KeyGrant {
    const parts = ["grantee", "operations", "constraints"] as const;
    return { ...grant, [parts[at % parts.length]]: kind };
}

/** A part of a document can only be pending: what no run tells hides it as a whole. */
function hideInDocument(document: Document, at: number, kind: "unknown" | "pending"): Document {
    if (typeof document === "string" || document.length === 0 || at % 3 === 0) {
        return kind;
    }
    const index = at % document.length;
    return document.map((one, i) => (i === index ? hideInStatement(one, at >> 2) : one));
}

function hideInStatement(statement: Statement, at: number): Statement {
    const elements = Object.keys(statement);
    const element = elements[at % elements.length];
    const value = statement[element];
    const partly = Array.isArray(value) && at % 2 === 0 ? [...value.slice(1), UNKNOWN] : UNKNOWN;
    return { ...statement, [element]: partly };
}

/** A world in which all that is hidden for ever is hidden until the program has run. */
export function soften(world: World): World {
    const text = JSON.stringify(world, (_, value: unknown) =>
        value === "unknown" ? "pending" : value,
    );
    return JSON.parse(text) as World;
}
