import { detectSecret } from "../../detection";
import type { Finding } from "../../finding";
import { renderValueFrom } from "../../reference";
import { parseValueFrom } from "../../value-from";
import { joinPath } from "../shape/shape";
import type { PartDescription, ReferenceDescription } from "./description";
import { findGivenKeyFindings } from "./find-key-findings";
import { findPartFindings } from "./find-part-findings";
import { findSecretFindings } from "./find-secret-findings";
import { isCreated, readMeantSecret, type OwnSecrets } from "./meant-secret";

/**
 * Finds what is wrong with the references of `secrets` or `secretOptions`; references to the
 * component's own secrets are not judged where these are not at hand.
 */
export function findReferenceFindings(
    entries: Readonly<Record<string, ReferenceDescription>>,
    own: OwnSecrets | undefined,
    path: string,
): Finding[] {
    return Object.entries(entries).flatMap(([name, reference]) =>
        findOneReferenceFindings(reference, own, joinPath(path, name)),
    );
}

/** Finds what is wrong with one reference. */
export function findOneReferenceFindings(
    reference: ReferenceDescription,
    own: OwnSecrets | undefined,
    path: string,
): Finding[] {
    if (typeof reference === "symbol") {
        return [];
    }
    if (typeof reference === "string") {
        return findTextFindings(reference, own, path);
    }
    if (isCreated(reference)) {
        return findSecretFindings(reference, path);
    }
    const meant = readMeantSecret(reference, own);
    return [
        ...findSourceOfPartFindings(reference, own, hasPart(reference), path),
        ...(meant ? findPartFindings(reference, meant, path) : []),
    ];
}

/** Finds what is wrong with a `valueFrom`, and what is none: a key of secrets, or a secret itself. */
function findTextFindings(valueFrom: string, own: OwnSecrets | undefined, path: string): Finding[] {
    const verdict = detectSecret("reference", "", valueFrom);
    if (verdict.verdict === "secret" && verdict.certainty === "certain") {
        const reason = `is plaintext, and no reference: ${verdict.reason}`;
        const remedy = "Keep it in the component's secrets, and refer to it by { secret: key }.";
        return [{ path, reason, remedy }];
    }
    const { problem } = parseValueFrom(valueFrom);
    if (problem) {
        return [{ path, ...problem }];
    }
    const reason = "names a parameter, and there is a key of secrets of that name";
    const remedy = `Write { secret: "${valueFrom}" } for the secret, or the parameter's ARN.`;
    return own && Object.hasOwn(own, valueFrom) ? [{ path, reason, remedy }] : [];
}

/** Finds what is wrong with how a reference says which secret is meant. */
export function findSourceOfPartFindings(
    reference: PartDescription,
    own: OwnSecrets | undefined,
    isPart: boolean,
    path: string,
): Finding[] {
    const { secret, valueFrom, kmsKeyId } = reference;
    const keyPath = joinPath(path, "kmsKeyId");
    if (typeof secret === "string") {
        const reason = "cannot be given with a key of secrets: the secret there has its own";
        const remedy = "Give the key as kmsKeyId of that secret.";
        return [
            ...findOwnKeyFindings(secret, own, joinPath(path, "secret")),
            ...(kmsKeyId === undefined ? [] : [{ path: keyPath, reason, remedy }]),
        ];
    }
    return [
        ...(typeof valueFrom === "string"
            ? findValueFromFindings(valueFrom, isPart, joinPath(path, "valueFrom"))
            : []),
        ...findGivenKeyFindings(kmsKeyId, keyPath),
    ];
}

function hasPart({ jsonKey, versionStage, versionId }: PartDescription): boolean {
    return [jsonKey, versionStage, versionId].some((part) => part !== undefined);
}

function findOwnKeyFindings(key: string, own: OwnSecrets | undefined, path: string): Finding[] {
    if (!own || Object.hasOwn(own, key)) {
        return [];
    }
    const known = Object.keys(own).sort().join(", ") || "none so far";
    return [
        {
            path,
            // What stands there is not shown: it may be the value itself, put in the wrong place.
            reason: "names no key of the service's secrets",
            remedy: `Use a key of secrets (${known}), or add it there.`,
        },
    ];
}

function findValueFromFindings(valueFrom: string, isPart: boolean, path: string): Finding[] {
    const { reference, problem } = parseValueFrom(valueFrom);
    if (problem) {
        return [{ path, ...problem }];
    }
    const isSuffixed =
        reference.store === "secretsmanager" && reference.arn !== renderValueFrom(reference);
    const reason = "holds a JSON key or a version itself, and others are given beside it";
    return isPart && isSuffixed ? [{ path, reason, remedy: "End it with the secret's name." }] : [];
}
