import { parseArn } from "../arn";
import { openKind, type AccessRequest, type ContextValue } from "./request";
import { isRunTimeKey } from "./run-time-keys";

/** A request made ready to be held against many statements. */
export interface Asked extends AccessRequest {
    /** The action in lower case: case does not matter in actions. */
    readonly lowerAction: string;
    /** The context by lower-case key. */
    readonly keys: ReadonlyMap<string, ContextValue>;
    /** What the keys that end in `*` say, by what stands before it, the longest first. */
    readonly families: readonly (readonly [start: string, value: ContextValue])[];
}

const PRINCIPAL_TAG = "aws:principaltag/";

/** Makes a request ready. Keys, tag keys among them, are compared without regard to case. */
export function prepare(request: AccessRequest): Asked {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
    const keys = new Map<string, ContextValue>();
    const families: [string, ContextValue][] = [];
    for (const [name, value] of Object.entries(request.context)) {
        const key = name.toLowerCase();
        if (!keys.has(key)) {
            keys.set(key, value);
        }
        if (key.endsWith("*")) {
            families.push([key.slice(0, -1), value]);
        }
    }
    families.sort(([a], [b]) => b.length - a.length);
    return { ...request, lowerAction: request.action.toLowerCase(), keys, families };
}

/** The values of a condition key in a request; an empty list if the key is absent. */
export function contextValue(asked: Asked, key: string): ContextValue {
    const wanted = key.toLowerCase();
    const given = asked.keys.get(wanted);
    if (given !== undefined) {
        return given;
    }
    if (wanted.startsWith(PRINCIPAL_TAG) && asked.principalTags !== undefined) {
        return principalTag(asked.principalTags, wanted.slice(PRINCIPAL_TAG.length));
    }
    const family = asked.families.find(([start]) => wanted.startsWith(start));
    return family?.[1] ?? derivedValue(asked, wanted) ?? defaultValue(wanted);
}

/** An account, or that it is not known. */
export type Account =
    | { readonly id: string; readonly open?: undefined }
    | { readonly id?: undefined; readonly open: "unknown" | "pending" };

/** The account of the resource: from the context if it says so, else from the ARN. */
export function resourceAccount(asked: Asked): Account {
    return accountOf(contextValue(asked, "aws:ResourceAccount"));
}

/** The account of the principal. */
export function principalAccount(asked: Asked): Account {
    return accountOf(contextValue(asked, "aws:PrincipalAccount"));
}

function accountOf(value: ContextValue): Account {
    if (value === "unknown" || value === "pending") {
        return { open: value };
    }
    const [id] = value;
    return id === undefined ? { open: "unknown" } : { id };
}

function principalTag(
    tags: Readonly<Record<string, string>> | "unknown" | "pending",
    wanted: string,
): ContextValue {
    return tags === "unknown" || tags === "pending"
        ? tags
        : Object.entries(tags)
              .filter(([name]) => name.toLowerCase() === wanted)
              .map(([, value]) => value);
}

/** What the request itself says about a key. */
function derivedValue(asked: Asked, key: string): ContextValue | undefined {
    const { principalArn, resource } = asked;
    switch (key) {
        case "aws:principalarn":
            return principalArn === undefined
                ? undefined
                : (openKind(principalArn) ?? [principalArn]);
        case "aws:principalaccount":
        case "kms:calleraccount":
            return arnAccount(principalArn);
        case "aws:resourceaccount":
            return arnAccount(resource);
        case "kms:encryptioncontextkeys":
            return encryptionContextKeys(asked);
        case "aws:securetransport":
            // Amazon ECS reads secrets, and the stores call AWS KMS, by HTTPS only.
            return ["true"];
        default:
            return undefined;
    }
}

function arnAccount(arn: string | undefined): ContextValue | undefined {
    const account = parseArn(arn ?? "")?.account;
    return openKind(arn) ?? (account ? [account] : undefined);
}

const ENCRYPTION_CONTEXT = "kms:encryptioncontext:";

/** The names in the encryption context; a value that is not known may as well be absent. */
function encryptionContextKeys({ context, families }: Asked): ContextValue {
    const given = Object.entries(context).filter(([name]) =>
        name.toLowerCase().startsWith(ENCRYPTION_CONTEXT),
    );
    const values = [
        ...given.map(([, value]) => value),
        ...families.flatMap(([start, value]) => (start.startsWith("kms:") ? [value] : [])),
    ];
    const unsure = ["unknown" as const, "pending" as const].find((kind) => values.includes(kind));
    return (
        unsure ??
        given
            .filter(([name, value]) => value.length > 0 && !name.endsWith("*"))
            .map(([name]) => name.slice(ENCRYPTION_CONTEXT.length))
    );
}

function defaultValue(key: string): ContextValue {
    return key.startsWith(PRINCIPAL_TAG) || isRunTimeKey(key) ? "unknown" : [];
}
