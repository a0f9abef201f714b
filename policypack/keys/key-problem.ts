import type { PolicyResource } from "@pulumi/policy";
import { hasValue, rawValue, readText } from "../stack/decode";
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
    const isOff = ["isEnabled", "enabled"].find((name) => rawValue(key.props, name) === false);
    const state = STATES[knownText(key, "keyState") ?? ""];
    if (isOff !== undefined && state !== STATES.PendingImport) {
        return certain(`is disabled (${isOff}: false)`, "Enable it, or use another key.");
    }
    // Pulumi notes the state of a key when it makes or refreshes it: it may be another by now.
    return state !== undefined && rawValue(key.props, "enabled") !== true
        ? suspected(
              `${state}, as Pulumi last saw it`,
              "Use a key that is enabled; pulumi refresh looks again.",
          )
        : lacksMaterial(key)
          ? suspected(
                "has no key material, as far as the program says",
                "Give keyMaterialBase64, or import it before secrets use the key.",
            )
          : undefined;
}

/** A key without a state is not there yet. */
function lacksMaterial({ type, props }: PolicyResource): boolean {
    const { kind } = readText(props, "keyState");
    return IMPORTED.includes(type) && kind !== "known" && !hasValue(props, "keyMaterialBase64");
}

function suspected(reason: string, remedy: string): KeyProblem {
    return { certainty: "suspected", reason, remedy };
}

function certain(reason: string, remedy: string): KeyProblem {
    return { certainty: "certain", reason, remedy };
}
