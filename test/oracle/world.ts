/**
 * A part that nobody has told: what it is must be enumerated. Of a text, the beginning and the
 * end may be known: `arn:aws:secretsmanager:eu-west-1:123456789012:secret:` and something.
 */
export interface Hidden {
    readonly hidden: number;
    readonly before?: string;
    readonly after?: string;
}

/** A part that may be hidden. */
export type Maybe<T> = T | Hidden;

/** IAM takes a single value wherever it takes a list. */
export type OneOrMany<T> = T | T[];

/** A policy value: IAM takes booleans and numbers without quotation marks too. */
export type Scalar = string | boolean | number;

/** What a `Principal` may be: everybody, or lists under the kind of principal. */
export type PrincipalJson = Maybe<"*" | Record<string, Maybe<OneOrMany<Maybe<string>>>>>;

/** Operator → key → values. */
export type ConditionJson = Record<string, Maybe<Record<string, Maybe<OneOrMany<Maybe<Scalar>>>>>>;

/** One statement, in AWS's own JSON. */
export interface StatementJson {
    Sid?: string;
    Effect?: Maybe<string>;
    Principal?: PrincipalJson;
    NotPrincipal?: PrincipalJson;
    Action?: Maybe<OneOrMany<Maybe<string>>>;
    NotAction?: Maybe<OneOrMany<Maybe<string>>>;
    Resource?: Maybe<OneOrMany<Maybe<string>>>;
    NotResource?: Maybe<OneOrMany<Maybe<string>>>;
    Condition?: Maybe<ConditionJson>;
}

/** One policy document, in AWS's own JSON. */
export interface DocumentJson {
    Version?: string;
    Statement: Maybe<OneOrMany<Maybe<StatementJson>>>;
}

/** A KMS grant: an allow of its own, beside the key policy. */
export interface GrantJson {
    grantee: Maybe<string>;
    operations: Maybe<Maybe<string>[]>;
    constraints: Maybe<
        Maybe<{ kind: "equals" | "subset"; context: Maybe<Record<string, Maybe<string>>> }>[]
    >;
}

/** What the resource itself says about who may use it. */
export type ResourceJson =
    | { kind: "none" }
    | { kind: "policy"; document: Maybe<DocumentJson | "none"> }
    | { kind: "key"; document: Maybe<DocumentJson | "default">; grants: Maybe<Maybe<GrantJson>[]> };

/** Who asks for what, and with which context keys. A key that is not here is absent. */
export interface RequestJson {
    action: string;
    resource: Maybe<string>;
    /** The role's ARN; the request is made by a session of it. */
    principalArn: Maybe<string>;
    /** The session's name. */
    session: Maybe<string>;
    principalTags: Maybe<Record<string, Maybe<string>>>;
    context: Record<string, Maybe<string[]>>;
}

/** All that decides one request. */
export interface World {
    request: RequestJson;
    identity: { name: string; document: Maybe<DocumentJson> }[];
    /** @default - the role has no permissions boundary */
    boundary?: Maybe<DocumentJson>;
    resource: ResourceJson;
}

/** Whether this part is hidden. */
export function isHidden(part: unknown): part is Hidden {
    return typeof part === "object" && part !== null && "hidden" in part;
}

/** Every string in a part, so that an enumeration can try what the world itself mentions. */
export function stringsOf(part: unknown, into: Set<string> = new Set()): Set<string> {
    if (typeof part === "string") {
        into.add(part);
    } else if (typeof part === "object" && part !== null) {
        Object.values(part).forEach((inner) => stringsOf(inner, into));
    }
    return into;
}
