import type { Finding } from "../../finding";
import { parseValueFrom } from "../../value-from";
import { DEFERRED, joinPath, type Deferrable } from "../shape/shape";

/** A `valueFrom`, or one of the service's own secrets by its key. */
export type ReferenceDescription = Deferrable<string> | OwnSecretReference;

/** One of the service's own secrets by its key, and the part of it that is meant. */
export interface OwnSecretReference {
    readonly secret: string;
    readonly jsonKey?: unknown;
    readonly versionStage?: unknown;
    readonly versionId?: unknown;
}

/** The stores of the service's own secrets, by key. */
export type OwnSecrets = Readonly<Record<string, { readonly store?: Deferrable<string> }>>;

/**
 * Finds what is wrong with the references of `secrets` or `secretOptions`; references to the
 * service's own secrets are not judged where these are not at hand.
 */
export function findReferenceFindings(
    entries: Readonly<Record<string, ReferenceDescription>>,
    own: OwnSecrets | undefined,
    path: string,
): Finding[] {
    return Object.entries(entries).flatMap(([name, reference]) => {
        const at = joinPath(path, name);
        if (reference === DEFERRED) {
            return [];
        }
        if (typeof reference === "string") {
            const { problem } = parseValueFrom(reference);
            return problem ? [{ path: at, ...problem }] : [];
        }
        return own ? findOwnReferenceFindings(reference, own, at) : [];
    });
}

function findOwnReferenceFindings(
    reference: OwnSecretReference,
    own: OwnSecrets,
    path: string,
): Finding[] {
    if (!Object.hasOwn(own, reference.secret)) {
        const known = Object.keys(own).sort().join(", ") || "none so far";
        return [
            {
                path: joinPath(path, "secret"),
                // What stands there is not shown: it may be the value itself, put in the wrong place.
                reason: "names no key of the service's secrets",
                remedy: `Use a key of secrets (${known}), or add it there.`,
            },
        ];
    }
    const parts = (["jsonKey", "versionStage", "versionId"] as const).filter(
        (part) => reference[part] !== undefined,
    );
    if (own[reference.secret].store === "ssm" && parts.length > 0) {
        return parts.map((part) => ({
            path: joinPath(path, part),
            reason: "cannot be used with a parameter: Amazon ECS injects it whole",
            remedy: `Remove ${part}, or keep the secret in store secretsmanager.`,
        }));
    }
    const reason = "cannot be given together with versionStage";
    return [
        ...parts.flatMap((part) => findPartFindings(part, reference[part], joinPath(path, part))),
        ...(parts.includes("versionStage") && parts.includes("versionId")
            ? [{ path: joinPath(path, "versionId"), reason, remedy: "Give one of the two." }]
            : []),
    ];
}

function findPartFindings(part: string, value: unknown, path: string): Finding[] {
    if (value === "") {
        return [{ path, reason: "is empty", remedy: `Leave ${part} out, or fill it.` }];
    }
    return typeof value === "string" && value.includes(":")
        ? [
              {
                  path,
                  reason: "holds a colon, which ends the field in a reference",
                  remedy: "Name one without a colon.",
              },
          ]
        : [];
}
