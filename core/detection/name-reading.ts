import type { Family, WordGroup } from "./credential-words";

/** How sure it is that a variable is a secret. */
export type Certainty = "certain" | "likely";

/** What a name says about its variable. */
export type NameReading =
    | {
          readonly kind: "credential";
          readonly family: Family;
          readonly certainty: Certainty;
          readonly reason: string;
      }
    /** It speaks of a credential and is none; `open` where its last word is not known. */
    | {
          readonly kind: "about";
          readonly open: boolean;
          readonly reason: string;
          /** What a value under such a name is, if it is what the name says. */
          readonly holds?: WordGroup["holds"];
      }
    /** It says that everybody may know it. */
    | { readonly kind: "public"; readonly reason: string }
    | { readonly kind: "ordinary"; readonly reason: string };

/** Everybody may know it. */
export const PUBLIC: NameReading = { kind: "public", reason: "its name says that it is public" };
/** It speaks of something else. */
export const ORDINARY: NameReading = {
    kind: "ordinary",
    reason: "its name reads as no credential",
};

/** A name that reads as a credential. */
export function credential(family: Family, certainty: Certainty, reads: string): NameReading {
    return { kind: "credential", family, certainty, reason: `its name reads as ${reads}` };
}

/** A name that speaks of a credential and is none. */
export function about(reads: string, open = false): Extract<NameReading, { kind: "about" }> {
    return { kind: "about", open, reason: `its name reads as ${reads}` };
}
