import { compare, type Finding } from "../../finding";
import { joinPath } from "../shape/shape";
import type { ReferenceDescription, SecretDescription, TaskDescription } from "./description";
import { isCreated } from "./meant-secret";
import { listReferences } from "./references";

/** A new secret that stands where it is injected, and the key that it is known by. */
export interface InlineSecret {
    readonly key: string;
    readonly path: string;
    readonly secret: SecretDescription;
}

/** The key of a new secret that stands where it is injected: its logical name is made of it. */
export function inlineSecretKey(container: string, name: string): string {
    return `${container}-${name}`;
}

/** Lists the new secrets that stand where they are injected. */
export function listInlineSecrets(service: TaskDescription): InlineSecret[] {
    return listReferences(service).flatMap(({ container, name, path, reference }) =>
        isNew(reference)
            ? [{ key: inlineSecretKey(container, name), path, secret: reference }]
            : [],
    );
}

function isNew(reference: ReferenceDescription): reference is SecretDescription {
    return isCreated(reference);
}

/** Characters that a key may hold whose secret is named after it. */
const KEY = /^[A-Za-z0-9_.-]+$/;

/** Finds keys that no secret can be known by, and new secrets whose key is taken. */
export function findSecretKeyFindings(
    secrets: Readonly<Record<string, SecretDescription>>,
    inline: readonly InlineSecret[],
): Finding[] {
    const sorted = [...inline].sort((a, b) => compare(a.path, b.path));
    return [
        ...Object.entries(secrets).flatMap(([key, secret]) =>
            findUnfitKey(key, secret, joinPath("secrets", key)),
        ),
        ...sorted.flatMap(({ key, path, secret }, index) => {
            const other = Object.hasOwn(secrets, key)
                ? joinPath("secrets", key)
                : sorted.slice(0, index).find((one) => one.key === key)?.path;
            const reason = `would have the key ${key}, which ${other} has already`;
            const remedy = "Rename one of the two, or refer to one by { secret: key }.";
            return [
                ...findUnfitKey(key, secret, path),
                ...(other === undefined ? [] : [{ path, reason, remedy }]),
            ];
        }),
    ];
}

function findUnfitKey(key: string, secret: SecretDescription, path: string): Finding[] {
    if (key === "") {
        const reason = "has a secret without a key";
        return [{ path: "secrets", reason, remedy: "Give it a key, which containers refer to." }];
    }
    const isNamed = ["name", "namePrefix", "arn"].some((name) => Object.hasOwn(secret, name));
    const reason = "gives the secret a name that may hold letters, digits, _ . and - alone";
    return isNamed || KEY.test(key)
        ? []
        : [{ path, reason, remedy: "Rename it, or give the secret a name." }];
}
