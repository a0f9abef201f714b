import * as pulumi from "@pulumi/pulumi";
import { TYPES } from "../stack/model";
import { readHeldSecrets, type HeldSecret } from "./held-secrets";
import { KnownTexts } from "./known-texts";
import { listConfigTexts, listSecretTexts } from "./list-texts";

/** A resource as a remediation gets it. */
interface Tracked {
    readonly type: string;
    readonly urn: string;
    readonly props: object;
}

/**
 * What Pulumi holds secret in the resources that the engine has sent so far, by URN, and the secret
 * texts themselves. They stay in the memory of the process, which serves one preview or update.
 */
class SecretMemory {
    private readonly resources = new Map<string, readonly HeldSecret[] | undefined>();
    private known: KnownTexts | undefined;
    private isMissingSaid = false;

    /** Notes what Pulumi holds secret in a resource. */
    note({ type, urn, props }: Tracked): void {
        const held = readHeldSecrets(props);
        this.resources.set(urn, held);
        // The provider marks the value of every parameter, also of those that everybody may read.
        const isShown = type === TYPES.parameter && !isSecure(props);
        for (const text of isShown ? [] : listSecretTexts(type, held ?? [])) {
            this.texts().addSecret(text);
        }
    }

    /** What Pulumi holds secret in a resource; `undefined` if that was not noted or cannot be told. */
    find(urn: string): readonly HeldSecret[] | undefined {
        return this.resources.get(urn);
    }

    /** The secret texts that are known by now, those of the stack's config included. */
    texts(): KnownTexts {
        if (!this.known) {
            this.known = new KnownTexts();
            for (const [key, value] of Object.entries(pulumi.runtime.allConfig())) {
                for (const text of listConfigTexts(key, value)) {
                    this.known.addConfig(text);
                }
            }
        }
        return this.known;
    }

    /** True the first time: what is said of the pack itself is said once. */
    isFirstMissing(): boolean {
        const isFirst = !this.isMissingSaid;
        this.isMissingSaid = true;
        return isFirst;
    }

    /** Forgets everything, as a new process would know nothing. */
    forget(): void {
        this.resources.clear();
        this.known = undefined;
        this.isMissingSaid = false;
    }
}

function isSecure(props: object): boolean {
    return Object.getOwnPropertyDescriptor(props, "type")?.value === "SecureString";
}

/** What this process knows. */
export const secretMemory = new SecretMemory();
