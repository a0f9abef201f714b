import { compare } from "../../core";
import type { SecretArgs } from "../args";
import { resolveReference } from "../injections";
import type { Scope } from "../scope";
import { listInlineSecrets } from "../uses";
import { createParameter } from "./create-parameter";
import { createSecret } from "./create-secret";
import { resolveKeyArn } from "./key";
import type { KnownSecret } from "./known-secret";

/** The secrets of a component by their keys, those that stand inline in containers included. */
export function createSecrets(scope: Scope): Record<string, KnownSecret> {
    const all = { ...scope.args.secrets, ...listInlineSecrets(scope.args) };
    const sorted = Object.entries(all).sort(([a], [b]) => compare(a, b));
    return Object.fromEntries(sorted.map(([key, secret]) => [key, createOwn(scope, key, secret)]));
}

function createOwn(scope: Scope, key: string, secret: SecretArgs): KnownSecret {
    const { arn, kmsKeyId, store } = secret;
    if (arn !== undefined) {
        return resolveReference(scope, { valueFrom: arn, kmsKeyId }, {}).secret;
    }
    const kmsKeyArn = kmsKeyId === undefined ? undefined : resolveKeyArn(kmsKeyId, scope);
    const create = store === "ssm" ? createParameter : createSecret;
    return create(scope, `secret-${key}`, secret, kmsKeyArn);
}
