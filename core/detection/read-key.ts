import type { Lexicon } from "./lexicon";
import { about, credential, PUBLIC, type NameReading } from "./name-reading";

/** Reads a name that ends in `key`: the words before say of what kind. */
export function readKey(before: readonly string[], plural: boolean, lexicon: Lexicon): NameReading {
    const nearest = before.at(-1) ?? "";
    const secret = lexicon.secretKeys.get(nearest) ?? lexicon.secretKeys.get(before.at(-2) ?? "");
    const open = lexicon.openKeys.get(nearest);
    if (lexicon.publicKeys.has(nearest)) {
        return PUBLIC;
    }
    // ACTIVE_RECORD_ENCRYPTION_PRIMARY_KEY is an encryption key, the first of several.
    if (open && !(secret && lexicon.qualifiers.has(nearest))) {
        return about(open.reads);
    }
    if (secret) {
        return credential("secret", "certain", secret.reads);
    }
    if (nearest === "client") {
        // OTEL_EXPORTER_OTLP_CLIENT_KEY is the path of one.
        return about("a key of TLS, or its path", true);
    }
    if (plural || before.length === 0) {
        return about("a key of an unknown kind", true);
    }
    // A service's own key is a credential whatever stands in its place (GOOGLE_KEY).
    const family = lexicon.services.has(nearest) ? "secret" : "key";
    return credential(family, "likely", "a key");
}
