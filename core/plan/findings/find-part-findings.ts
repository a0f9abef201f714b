import type { Finding } from "../../finding";
import { joinPath } from "../shape/shape";
import type { PartDescription } from "./description";
import { REFERENCE_PARTS, type MeantSecret, type ReferencePart } from "./meant-secret";
import { readJsonKeys } from "./secret-store";

/** Finds what is wrong with the part of a secret that a reference means. */
export function findPartFindings(
    given: PartDescription,
    meant: MeantSecret,
    path: string,
): Finding[] {
    const parts = REFERENCE_PARTS.filter((part) => given[part] !== undefined);
    if (meant.store === "ssm") {
        return parts.map((part) => ofParameterFinding(part, meant, joinPath(path, part)));
    }
    const reason = "cannot be given together with versionStage";
    return [
        ...parts.flatMap((part) => findPartTextFindings(part, given[part], joinPath(path, part))),
        ...(parts.includes("versionStage") && parts.includes("versionId")
            ? [{ path: joinPath(path, "versionId"), reason, remedy: "Give one of the two." }]
            : []),
        ...(given.jsonKey === undefined
            ? []
            : findJsonKeyFindings(given.jsonKey, meant, joinPath(path, "jsonKey"))),
    ];
}

/** Finds that a parameter, which Amazon ECS injects whole, is meant in part. */
export function ofParameterFinding(part: string, meant: MeantSecret, path: string): Finding {
    const instead = meant.own
        ? "keep the secret in store secretsmanager"
        : "name a secret of AWS Secrets Manager";
    return {
        path,
        reason: "cannot be used with a parameter: Amazon ECS injects it whole",
        remedy: `Remove ${part}, or ${instead}.`,
    };
}

/** Finds that a text cannot stand in its field of a reference. */
export function findPartTextFindings(part: ReferencePart, value: unknown, path: string): Finding[] {
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

/** Finds a JSON key that an own secret has not; another version than the first may have others. */
export function findJsonKeyFindings(jsonKey: unknown, meant: MeantSecret, path: string): Finding[] {
    const { versionStage = "AWSCURRENT", versionId } = meant.parts;
    const isOther = versionStage !== "AWSCURRENT" || versionId !== undefined;
    if (!meant.own || isOther || typeof jsonKey !== "string" || jsonKey === "") {
        return [];
    }
    const keys = readJsonKeys(meant.own);
    if (keys === "whole") {
        const reason = "asks for a JSON key, and the generated password is the whole value";
        return [{ path, reason, remedy: "Remove it, or give generate a jsonKey." }];
    }
    const known = keys === "unknown" ? [jsonKey] : keys;
    // What stands there is not shown: it may be the value itself, put in the wrong place.
    const reason = "is no key of the secret's JSON value";
    return known.includes(jsonKey)
        ? []
        : [{ path, reason, remedy: `Use one of its keys: ${[...known].sort().join(", ")}.` }];
}
