import * as pulumi from "@pulumi/pulumi";
import {
    findParameterSizeFinding,
    findSecretSizeFinding,
    joinPath,
    parseParameterName,
    type Finding,
} from "../../core";
import type { SecretArgs } from "../args";
import { isOutput } from "../is-output";
import type { ScopeArgs } from "../scope";
import { isInlineSecret, listUses } from "../uses";
import { findOfText, type JudgedOutput } from "./judged-output";
import { listKey } from "./list-references";
import { listOutputs } from "./list-outputs";

/** A new secret, and where it stands in the args. */
interface NewSecret {
    readonly path: string;
    readonly secret: SecretArgs;
}

/** Lists the Outputs of the secrets that the component is to own. */
export function listSecrets(args: ScopeArgs): JudgedOutput[] {
    return listNewSecrets(args).flatMap(({ path, secret }) => [
        ...(secret.arn === undefined ? listKey(secret.kmsKeyId, joinPath(path, "kmsKeyId")) : []),
        ...listName(secret, path),
        ...listValues(secret, path)
            .filter(({ value }) => isOutput(value))
            .map((one) => ({
                value: pulumi.output<unknown>(one.value),
                find: findOfText(one.path, (text) => findSize(text, secret, one.path)),
            })),
        ...listOutputs(secret.jsonValue, joinPath(path, "jsonValue")).map((one) => ({
            value: one.value,
            find: findOfText(one.path, () => []),
        })),
    ]);
}

/** Finds values that are at hand and larger than their store takes. */
export function findValueSizes(args: ScopeArgs): Finding[] {
    return listNewSecrets(args).flatMap(({ path, secret }) =>
        listValues(secret, path).flatMap(({ value, path: at }) =>
            typeof value === "string" ? findSize(value, secret, at) : [],
        ),
    );
}

function listNewSecrets(args: ScopeArgs): NewSecret[] {
    const own = Object.entries(args.secrets ?? {}).map(([key, secret]) => ({
        path: joinPath("secrets", key),
        secret,
    }));
    const inline = listUses(args).flatMap(({ path, reference }) =>
        isInlineSecret(reference) ? [{ path, secret: reference }] : [],
    );
    return [...own, ...inline];
}

function listValues({ value, external }: SecretArgs, path: string) {
    return [
        { value, path: joinPath(path, "value") },
        { value: external?.initialValue, path: joinPath(path, "external.initialValue") },
    ];
}

/** Only how long the value is leaves this function. */
function findSize(value: string, { store, tier }: SecretArgs, path: string): Finding[] {
    const bytes = Buffer.byteLength(value);
    return store === "ssm"
        ? findParameterSizeFinding(bytes, tier, path)
        : findSecretSizeFinding(bytes, path);
}

function listName({ store, name }: SecretArgs, path: string): JudgedOutput[] {
    const at = joinPath(path, "name");
    return listOutputs(store === "ssm" ? { name } : {}, path).map(({ value }) => ({
        value,
        find: findOfText(at, (text) => {
            const { problem } = parseParameterName(text);
            return problem ? [{ path: at, ...problem }] : [];
        }),
    }));
}
