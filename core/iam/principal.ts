import { isRecord } from "../is-record";
import { found, isUnknownText, readTexts, type Reading } from "./reading";

/**
 * Whom a statement of a resource policy names.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export interface PrincipalSet {
    /** Everybody: `"*"`, which AWS takes for the same as `{ "AWS": "*" }`. */
    readonly everybody: boolean;
    /** ARNs, account ids and unique ids, without `*`. */
    readonly aws: string[];
    readonly service: string[];
    readonly federated: string[];
    readonly canonicalUser: string[];
    /** Whether it names somebody who is not known yet. */
    readonly hasUnknown: boolean;
}

const KINDS = ["AWS", "Service", "Federated", "CanonicalUser"] as const;

/** Parses `Principal` or `NotPrincipal`; `undefined` if the value is absent or malformed. */
export function parsePrincipalSet(
    value: unknown,
    path: string,
    reading: Reading,
): PrincipalSet | undefined {
    if (value === undefined) {
        return undefined;
    }
    if (value === "*" || isUnknownText(value, reading)) {
        return principalSet({ everybody: value === "*", hasUnknown: value !== "*" });
    }
    if (!isRecord(value)) {
        found(
            reading,
            path,
            "the principal is neither `*` nor an object",
            'Write "*", or an object with AWS, Service, Federated or CanonicalUser.',
        );
        return undefined;
    }
    for (const kind of Object.keys(value)) {
        if (!KINDS.some((known) => known === kind)) {
            found(
                reading,
                `${path}.${kind}`,
                "there is no such kind of principal",
                `Write one of ${KINDS.join(", ")}.`,
            );
        }
    }
    const [aws, service, federated, canonicalUser] = KINDS.map((kind) =>
        readTexts(value[kind], `${path}.${kind}`, reading),
    );
    return principalSet({
        everybody: aws?.texts.includes("*") === true,
        aws: aws?.texts.filter((text) => text !== "*"),
        service: service?.texts,
        federated: federated?.texts,
        canonicalUser: canonicalUser?.texts,
        hasUnknown: [aws, service, federated, canonicalUser].some((texts) => texts?.hasUnknown),
    });
}

function principalSet(given: Partial<PrincipalSet>): PrincipalSet {
    return {
        everybody: given.everybody ?? false,
        aws: given.aws ?? [],
        service: given.service ?? [],
        federated: given.federated ?? [],
        canonicalUser: given.canonicalUser ?? [],
        hasUnknown: given.hasUnknown ?? false,
    };
}
