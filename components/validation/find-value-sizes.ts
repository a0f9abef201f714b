import {
    findParameterSizeFinding,
    findSecretSizeFinding,
    joinPath,
    type Finding,
} from "../../core";
import type { SecretArgs } from "../args";
import type { ScopeArgs } from "../scope";
import { isInlineSecret, listUses } from "../uses";
import { readKnown, type KnownOutputs } from "./known-outputs";

/** Finds values that are larger than their store takes; nothing but their size leaves this file. */
export function findValueSizes(args: ScopeArgs, known: KnownOutputs = new Map()): Finding[] {
    const own = Object.entries(args.secrets ?? {}).map(
        ([key, secret]) => [joinPath("secrets", key), secret] as const,
    );
    const inline = listUses(args).flatMap(({ path, reference }) =>
        isInlineSecret(reference) ? [[path, reference] as const] : [],
    );
    return [...own, ...inline].flatMap(([path, secret]) => findOfSecret(secret, path, known));
}

function findOfSecret(secret: SecretArgs, path: string, known: KnownOutputs): Finding[] {
    const { store, tier, value, jsonValue, external } = secret;
    const texts = [
        [joinPath(path, "value"), readText(value, known)],
        [joinPath(path, "jsonValue"), readJson(jsonValue, known)],
        [joinPath(path, "external.initialValue"), readText(external?.initialValue, known)],
    ] as const;
    return texts.flatMap(([at, text]) => {
        const bytes = Buffer.byteLength(text ?? "");
        return store === "ssm"
            ? findParameterSizeFinding(bytes, tier, at)
            : findSecretSizeFinding(bytes, at);
    });
}

function readText(given: unknown, known: KnownOutputs): string | undefined {
    const text = readKnown(given, known);
    return typeof text === "string" ? text : undefined;
}

/** The JSON of an object of which what is known is counted. */
function readJson(values: object | undefined, known: KnownOutputs): string | undefined {
    const entries = Object.entries(values ?? {}).map(([key, value]) => [
        key,
        readText(value, known),
    ]);
    return values && JSON.stringify(Object.fromEntries(entries));
}
