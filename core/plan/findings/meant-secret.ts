import type { SecretReference, SecretStore } from "../../reference";
import { parseValueFrom } from "../../value-from";
import { SECRET_SOURCES } from "../shape/secret-shape";
import { DEFERRED, PARAMETER, type Deferrable } from "../shape/shape";
import type { PartDescription, ReferenceDescription, SecretDescription } from "./description";
import { readStore } from "./secret-store";

/** The secrets that the component owns, by key; of one that cannot be read the store is unknown. */
export type OwnSecrets = Readonly<Record<string, SecretDescription>>;

/** What a reference says besides which secret is meant. */
export const REFERENCE_PARTS = ["jsonKey", "versionStage", "versionId"] as const;

/** One of {@link REFERENCE_PARTS}. */
export type ReferencePart = (typeof REFERENCE_PARTS)[number];

/** The secret that a reference means, as far as the args tell. */
export interface MeantSecret {
    readonly store: Deferrable<SecretStore>;
    /** The own secret, one of `secrets` or a new one. */
    readonly own?: SecretDescription;
    /** The existing secret, if it is named by a text. */
    readonly existing?: SecretReference;
    /** The parts of it that are meant, wherever they are said. */
    readonly parts: Readonly<Partial<Record<ReferencePart, Deferrable<string>>>>;
}

/** Whether an object in the place of a reference is a new secret. */
export function isCreated(reference: ReferenceDescription): reference is SecretDescription {
    return (
        typeof reference === "object" &&
        SECRET_SOURCES.some((source) => Object.hasOwn(reference, source))
    );
}

/** Reads which secret is meant; `undefined` if that is said wrongly. */
export function readMeantSecret(
    reference: ReferenceDescription,
    own: OwnSecrets | undefined,
): MeantSecret | undefined {
    if (typeof reference === "symbol") {
        return { store: storeOf(reference), parts: {} };
    }
    if (typeof reference === "string") {
        return readExisting(reference, {});
    }
    if (isCreated(reference)) {
        return { store: readStore(reference), own: reference, parts: {} };
    }
    return readPart(reference, own);
}

function readPart(part: PartDescription, own: OwnSecrets | undefined): MeantSecret | undefined {
    const { secret, valueFrom } = part;
    const parts = Object.fromEntries(
        REFERENCE_PARTS.filter((key) => part[key] !== undefined).map((key) => [key, part[key]]),
    );
    if (typeof secret === "string") {
        return own && Object.hasOwn(own, secret)
            ? { store: readStore(own[secret]), own: own[secret], parts }
            : undefined;
    }
    return secret === undefined && typeof valueFrom === "string"
        ? readExisting(valueFrom, parts)
        : { store: storeOf(secret), parts };
}

/** Of an Output, and of a resource that is no parameter, it is not known here. */
function storeOf(given: unknown): Deferrable<SecretStore> {
    return given === PARAMETER ? "ssm" : DEFERRED;
}

function readExisting(valueFrom: string, parts: MeantSecret["parts"]): MeantSecret | undefined {
    const existing = parseValueFrom(valueFrom).reference;
    if (existing === undefined) {
        return undefined;
    }
    const { store } = existing;
    const said =
        store === "ssm" ? [] : REFERENCE_PARTS.filter((part) => existing[part] !== undefined);
    const ofText = Object.fromEntries(
        said.map((part) => [part, (existing as MeantSecret["parts"])[part]]),
    );
    return { store, existing, parts: { ...ofText, ...parts } };
}
