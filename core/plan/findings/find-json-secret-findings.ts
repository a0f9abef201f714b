import type { Finding } from "../../finding";
import { DEFERRED, joinPath, type Deferrable } from "../shape/shape";
import type { JsonSecretDescription } from "./description";
import {
    findPartTextFindings,
    findJsonKeyFindings,
    findPartFindings,
    ofParameterFinding,
} from "./find-part-findings";
import { findSourceOfPartFindings } from "./find-reference-findings";
import { readMeantSecret, type MeantSecret, type OwnSecrets } from "./meant-secret";

/** Finds what is wrong with secrets that many variables are injected from. */
export function findJsonSecretFindings(
    jsonSecrets: Deferrable<readonly Deferrable<JsonSecretDescription>[]>,
    own: OwnSecrets | undefined,
    path: string,
): Finding[] {
    return jsonSecrets === DEFERRED
        ? []
        : jsonSecrets.flatMap((secret, index) =>
              secret === DEFERRED ? [] : findOneFindings(secret, own, `${path}[${index}]`),
          );
}

function findOneFindings(
    secret: JsonSecretDescription,
    own: OwnSecrets | undefined,
    path: string,
): Finding[] {
    const meant = readMeantSecret(secret, own);
    const keysPath = joinPath(path, "keys");
    return [
        ...findSourceOfPartFindings(secret, own, true, path),
        ...(meant?.store === "ssm" ? [ofParameterFinding("keys", meant, keysPath)] : []),
        ...(meant ? findPartFindings(secret, meant, path) : []),
        ...Object.entries(secret.keys ?? {}).flatMap(([variable, key]) =>
            findKeyOfVariableFindings(key, meant, joinPath(keysPath, variable)),
        ),
    ];
}

function findKeyOfVariableFindings(
    key: Deferrable<string>,
    meant: MeantSecret | undefined,
    path: string,
): Finding[] {
    return key === ""
        ? [{ path, reason: "is empty", remedy: "Name the JSON key that the variable gets." }]
        : [
              ...findPartTextFindings("jsonKey", key, path),
              ...(meant ? findJsonKeyFindings(key, meant, path) : []),
          ];
}
