import { compare } from "../finding";
import type { Asked } from "./context";
import { all, any, lazily, no, open, unknown, YES, type Fact } from "./kleene";
import { openKind, type ContextValue } from "./request";
import { showPrincipals } from "./show";
import type { Side } from "./weigh";

/**
 * A grant of a KMS key: it can allow, never deny.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/grants.html
 */
export interface KeyGrant {
    readonly name: string;
    /** The ARN of the role that is given the key, `unknown` or `pending`. */
    readonly grantee: string;
    /** As AWS names them, for example `Decrypt`. */
    readonly operations: readonly string[] | "unknown" | "pending";
    /** What the encryption context of a request must be, or hold; all of them bind. */
    readonly constraints: readonly GrantConstraint[] | "unknown" | "pending";
}

/**
 * A constraint of a grant.
 * Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantConstraints.html
 */
export interface GrantConstraint {
    readonly kind: "equals" | "subset";
    readonly context: Readonly<Record<string, string>>;
}

/** The grants of a key on the scales. */
export interface GrantWeight extends Side {
    readonly hasAny: boolean;
}

/** Whether one of a key's grants gives a role what it asks for. */
export function weighGrants(request: Asked, listed: readonly KeyGrant[]): GrantWeight {
    // Sorted, so that what a person reads does not depend on the order of the grants.
    const grants = [...listed].sort((a, b) => compare(a.name, b.name));
    const facts = grants.map((grant) => weighGrant(request, grant));
    const name = grants.find((_, index) => facts[index].truth === "yes")?.name;
    return {
        hasAny: grants.length > 0,
        fact: any(facts),
        ...(name !== undefined && { by: { policy: name, label: labelOf(name) } }),
    };
}

function labelOf(name: string): string {
    return `the grant ${name}`;
}

function weighGrant(request: Asked, grant: KeyGrant): Fact {
    const fact = all([
        matchGrantee(grant.grantee, request),
        matchOperation(grant.operations, request),
        matchConstraints(grant.constraints, request),
    ]);
    return fact.truth === "yes"
        ? fact
        : lazily(fact.truth, () =>
              fact.because.map((ground) => `${ground} (${labelOf(grant.name)})`),
          );
}

function matchGrantee(grantee: string, { principalArn }: Asked): Fact {
    const granteeKind = openKind(grantee);
    if (granteeKind) {
        return open(granteeKind, "its grantee");
    }
    const kind = openKind(principalArn);
    if (kind) {
        return open(kind, "the ARN of the role");
    }
    if (grantee === principalArn) {
        return YES;
    }
    // A grant may name an account or a session as well, and whom that stands for is not written.
    return /^arn:[^:]+:iam::\d{12}:(role|user)\//.test(grantee)
        ? no(`is for ${grantee}`)
        : unknown(`whom ${showPrincipals([grantee])} stands for`);
}

function matchOperation(operations: KeyGrant["operations"], { lowerAction }: Asked): Fact {
    if (operations === "unknown" || operations === "pending") {
        return open(operations, "its operations");
    }
    return operations.some((name) => `kms:${name}`.toLowerCase() === lowerAction)
        ? YES
        : no(`is for ${operations.join(", ")}`);
}

function matchConstraints(constraints: KeyGrant["constraints"], request: Asked): Fact {
    if (constraints === "unknown" || constraints === "pending") {
        return open(constraints, "its constraints");
    }
    return all(constraints.map((constraint) => matchConstraint(constraint, request)));
}

const PREFIX = "kms:encryptioncontext:";

function matchConstraint({ kind, context }: GrantConstraint, request: Asked): Fact {
    const given = encryptionContextOf(request);
    const wanted = Object.entries(context).map(([name, value]) => {
        const alike = findAlike(given, name);
        if (alike && alike[1].includes(value)) {
            // The API reference says that the case of the key does not matter, the guide that it does:
            // https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantConstraints.html
            return unknown(`whether ${name} stands for ${alike[0]} in the encryption context`);
        }
        const actual = given.pairs.get(name) ?? alike?.[1] ?? given.others;
        if (actual === "unknown" || actual === "pending") {
            return open(actual, `the value of ${name} in the encryption context`);
        }
        return actual.length === 1 && actual[0] === value
            ? YES
            : no(`asks for another ${name} in the encryption context`);
    });
    return kind === "subset" ? all(wanted) : all([...wanted, ...findOthers(context, given)]);
}

interface EncryptionContext {
    readonly pairs: ReadonlyMap<string, ContextValue>;
    /** What is said of the pairs that are not named. */
    readonly others: ContextValue;
}

/** The pairs of the encryption context, whose names are compared with regard to case. */
function encryptionContextOf({ context, families }: Asked): EncryptionContext {
    const pairs = Object.entries(context)
        .filter(([name]) => name.toLowerCase().startsWith(PREFIX) && !name.endsWith("*"))
        .map(([name, value]) => [name.slice(PREFIX.length), value] as const);
    const family = families.find(([start]) => PREFIX.startsWith(start));
    return { pairs: new Map(pairs), others: family?.[1] ?? [] };
}

/** A pair whose name differs in its case alone. */
function findAlike(
    { pairs }: EncryptionContext,
    name: string,
): readonly [name: string, value: ContextValue] | undefined {
    return pairs.has(name)
        ? undefined
        : [...pairs].find(([other]) => other.toLowerCase() === name.toLowerCase());
}

/** Pairs of the request that a constraint of the whole encryption context does not name. */
function findOthers(wanted: GrantConstraint["context"], given: EncryptionContext): Fact[] {
    const named = new Set(Object.keys(wanted).map((name) => name.toLowerCase()));
    const values: [string, ContextValue][] = [...given.pairs].filter(
        ([name]) => !named.has(name.toLowerCase()),
    );
    return [...values, ["more", given.others] as const].map(([name, value]) => {
        if (value === "unknown" || value === "pending") {
            return open(value, `whether the encryption context holds ${name}`);
        }
        return value.length === 0 ? YES : no(`asks for an encryption context without ${name}`);
    });
}
