import type { NamedPolicy } from "./policy";

/** A key's policy: a document, the one that AWS gives a key made without, or not known (and why). */
export type KeyPolicy = NamedPolicy | "default" | { readonly unknown: string };
