import type { Finding } from "../../finding";
import { DEFERRED, joinPath } from "../shape/shape";
import type { SecretDescription } from "./description";
import { findAdoptedFindings } from "./find-adopted-findings";
import { findGenerateFindings } from "./find-generate-findings";
import { findGivenKeyFindings } from "./find-key-findings";
import { findReplicaFindings } from "./find-replica-findings";
import { findSecretNameFindings } from "./find-secret-name-findings";
import { findSecretRotationFindings } from "./find-secret-rotation-findings";
import { findSourceFindings } from "./find-source-findings";

/** Finds what is wrong with a secret that the component owns. */
export function findSecretFindings(secret: SecretDescription, path: string): Finding[] {
    const { kmsKeyId, generate, rotation, replicas = [], recoveryWindowInDays: days } = secret;
    return [
        ...findSourceFindings(secret, path),
        ...findAdoptedFindings(secret, path),
        ...findSecretNameFindings(secret, path),
        ...findGivenKeyFindings(kmsKeyId, joinPath(path, "kmsKeyId")),
        ...(generate ? findGenerateFindings(generate, joinPath(path, "generate")) : []),
        ...(rotation ? findSecretRotationFindings(rotation, joinPath(path, "rotation")) : []),
        ...(replicas === DEFERRED ? [] : findReplicaFindings(replicas, joinPath(path, "replicas"))),
        ...(typeof days === "number" && days !== 0 && (days < 7 || days > 30)
            ? [
                  {
                      path: joinPath(path, "recoveryWindowInDays"),
                      reason: "is no recovery window",
                      remedy: "Give 0, or 7 to 30.",
                  },
              ]
            : []),
    ];
}
