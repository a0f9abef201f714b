import type { Certainty } from "../../core";
import type { NamedText } from "./list-texts";
import { weighText } from "./weigh-text";

/** The most texts that are remembered, so that memory and time are bounded. */
const MOST = 2_000;

/** Words of so many letters are written twice by one who means the same. */
const LONG = 16;
/** Of a credential, fewer will do. */
const LONG_CREDENTIAL = 8;

/** Texts that Pulumi holds secret, or may. Nothing but a comparison ever reads them. */
export class KnownTexts {
    /** Held secret, and possibly credentials; how certain it is that the same text is the same secret. */
    readonly secrets = new Map<string, Certainty>();
    /** Those of them that nobody writes by chance, to be looked for inside of longer texts. */
    readonly telling = new Set<string>();
    /** Held secret as well, and no credentials: ARNs above all. */
    readonly references = new Set<string>();
    /** Values of the config under harmless names, which may be held secret or not. */
    readonly perhaps = new Set<string>();

    /** Adds a text that Pulumi holds secret. */
    addSecret({ text, isCredential }: NamedText): void {
        const weight = weighText(text);
        if (this.isFull()) {
            return;
        }
        if (weight === "nothing") {
            this.references.add(text);
            return;
        }
        if (weight === "telling") {
            this.telling.add(text);
        }
        const long = isCredential ? LONG_CREDENTIAL : LONG;
        const isMeant = weight === "telling" || (weight === "word" && text.length >= long);
        if (isMeant || !this.secrets.has(text)) {
            this.secrets.set(text, isMeant ? "certain" : "likely");
        }
    }

    /** Adds a value of the config: the engine does not tell a pack which are secret. */
    addConfig(named: NamedText): void {
        if (named.isCredential) {
            this.addSecret(named);
        } else if (!this.isFull() && weighText(named.text) === "telling") {
            this.perhaps.add(named.text);
        }
    }

    private isFull(): boolean {
        return this.secrets.size + this.references.size + this.perhaps.size >= MOST;
    }
}
