import * as pulumi from "@pulumi/pulumi";
import { readHeldSecrets, type HeldSecret } from "./held-secrets";
import { listConfigTexts, listSecretTexts } from "./list-texts";
import { TYPES } from "../stack/model";
import { weighText } from "./weigh-text";

/** Texts that Pulumi holds secret, or may. */
export interface KnownTexts {
    /** Held secret by Pulumi, and possibly credentials. */
    readonly secrets: ReadonlySet<string>;
    /** Those of them that nobody writes by chance, to be looked for inside longer texts. */
    readonly telling: readonly string[];
    /** Held secret by Pulumi as well, and no credentials: ARNs above all. */
    readonly references: ReadonlySet<string>;
    /** Values of the config under harmless names; the engine does not tell a pack which are secret. */
    readonly perhaps: ReadonlySet<string>;
}

/** A resource as a remediation gets it. */
interface Tracked {
    readonly type: string;
    readonly urn: string;
    readonly props: object;
}

/** The most texts that are remembered, so that memory is bounded. */
const MOST = 10_000;

/**
 * What Pulumi holds secret in the resources that the engine has sent so far, by URN, and the secret
 * texts themselves. They stay in the memory of the process, which serves one preview or update;
 * nothing but a comparison ever reads them.
 */
export class SecretMemory {
    private readonly resources = new Map<string, readonly HeldSecret[] | undefined>();
    private readonly secrets = new Set<string>();
    private readonly telling = new Set<string>();
    private readonly references = new Set<string>();
    private isMissingSaid = false;

    /** Notes what Pulumi holds secret in a resource. */
    note({ type, urn, props }: Tracked): void {
        const held = readHeldSecrets(props);
        this.resources.set(urn, held);
        // The provider marks the value of every parameter, also of those that everybody may read.
        const isShown = type === TYPES.parameter && !isSecure(props);
        for (const text of isShown ? [] : listSecretTexts(type, held ?? [])) {
            this.remember(text);
        }
    }

    private remember(text: string): void {
        if (this.secrets.size + this.references.size >= MOST) {
            return;
        }
        const weight = weighText(text);
        (weight === "nothing" ? this.references : this.secrets).add(text);
        if (weight === "telling") {
            this.telling.add(text);
        }
    }

    /** What Pulumi holds secret in a resource; `undefined` if that was not noted or cannot be told. */
    find(urn: string): readonly HeldSecret[] | undefined {
        return this.resources.get(urn);
    }

    /** The secret texts that are known by now, those of the stack's config included. */
    texts(): KnownTexts {
        const secrets = new Set(this.secrets);
        const telling = [...this.telling];
        const perhaps = new Set<string>();
        for (const [key, value] of Object.entries(pulumi.runtime.allConfig())) {
            const { named, unnamed } = listConfigTexts(key, value);
            named.forEach((text) => secrets.add(text));
            telling.push(...named.filter(isTelling));
            unnamed.filter(isTelling).forEach((text) => perhaps.add(text));
        }
        return { secrets, telling, references: this.references, perhaps };
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
        this.secrets.clear();
        this.telling.clear();
        this.references.clear();
        this.isMissingSaid = false;
    }
}

function isTelling(text: string): boolean {
    return weighText(text) === "telling";
}

function isSecure(props: object): boolean {
    return Object.getOwnPropertyDescriptor(props, "type")?.value === "SecureString";
}

/** What this process knows. */
export const secretMemory = new SecretMemory();
