import type { PolicyResource } from "@pulumi/policy";
import { hasValue, rawValue } from "../stack/decode";
import { knownText, TYPES } from "../stack/model";

/** Why a secret cannot be encrypted with a key, or will not be. */
export interface KeyProblem {
    readonly certainty: "certain" | "suspected";
    readonly reason: string;
    readonly remedy: string;
}

const IMPORTED: readonly string[] = [TYPES.externalKey, TYPES.replicaExternalKey];

const MAKE_ANOTHER = "Make a key without keyUsage and customerMasterKeySpec for secrets.";

/** What the states of a key do to whom wants to use it. */
const STATES: Readonly<Record<string, string | undefined>> = {
    Disabled: "is disabled",
    PendingDeletion: "is to be deleted",
    PendingImport: "has no key material yet",
    PendingReplicaDeletion: "is to be deleted",
    Unavailable: "is in a key store that is not connected",
};

/**
 * Finds why a key of the stack encrypts no secret.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html,
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
 */
export function findProblemOfKey(key: PolicyResource): KeyProblem | undefined {
    const usage = knownText(key, "keyUsage") ?? "ENCRYPT_DECRYPT";
    const spec = knownText(key, "customerMasterKeySpec") ?? knownText(key, "keySpec");
    if (usage !== "ENCRYPT_DECRYPT") {
        return certain(`is made for ${usage}, not to encrypt`, MAKE_ANOTHER);
    }
    if (spec !== undefined && spec !== "SYMMETRIC_DEFAULT") {
        const reason = `is of spec ${spec}: secrets are encrypted with symmetric keys alone`;
        return certain(reason, MAKE_ANOTHER);
    }
    const state = knownText(key, "keyState");
    const problem = STATES[state ?? ""];
    if (problem !== undefined) {
        return certain(problem, "Use a key that is enabled.");
    }
    // The state of one that is imported says more than what the program asked for.
    const isOff = ["isEnabled", "enabled"].find((name) => rawValue(key.props, name) === false);
    if (isOff !== undefined && state === undefined) {
        return certain(`is disabled (${isOff}: false)`, "Enable it, or use another key.");
    }
    return IMPORTED.includes(key.type) && state === undefined && !hasMaterial(key)
        ? {
              certainty: "suspected",
              reason: "has no key material, as far as the program says",
              remedy: "Give keyMaterialBase64, or import it before secrets use the key.",
          }
        : undefined;
}

function hasMaterial(key: PolicyResource): boolean {
    return hasValue(key.props, "keyMaterialBase64");
}

function certain(reason: string, remedy: string): KeyProblem {
    return { certainty: "certain", reason, remedy };
}
