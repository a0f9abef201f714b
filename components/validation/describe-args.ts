import { Role } from "@pulumi/aws/iam";
import { Alias, Key } from "@pulumi/aws/kms";
import { Parameter } from "@pulumi/aws/ssm";
import { DEFERRED, isPlainObject, PARAMETER, RESOURCE } from "../../core";
import { isOutput } from "../is-output";
import { isSecretResource } from "../secrets/existing-secret";
import type { KnownOutput, KnownOutputs } from "./known-outputs";

/**
 * Describes args for validation: every Output that is not known stands as `DEFERRED`, and so does
 * what Pulumi holds secret, and the value of every secret; a resource stands as `RESOURCE`, or as
 * `PARAMETER`. Past this function no secret value is at hand any more.
 */
export function describeArgs(args: unknown, known: KnownOutputs = new Map()): unknown {
    return describe(args, "", "", known);
}

/** Describes the value of a property, which stands in an object that is a property itself. */
function describe(value: unknown, property: string, owner: string, known: KnownOutputs): unknown {
    if (isOutput(value)) {
        return describeOutput(known.get(value), property, owner, known);
    }
    if (isFittingResource(value, property)) {
        return Parameter.isInstance(value) ? PARAMETER : RESOURCE;
    }
    if (Array.isArray(value)) {
        return value.map((entry) => describe(entry, property, owner, known));
    }
    // An object of another class is no description of anything.
    if (!isPlainObject(value)) {
        return value;
    }
    const fields = mapFields(value, (entry, key) => describe(entry, key, property, known));
    return isSecretPlace(property, owner) ? hideValues(fields) : fields;
}

/** Whether what stands there may be a new secret. */
function isSecretPlace(property: string, owner: string): boolean {
    return (
        ["secretOptions", "secrets"].includes(owner) ||
        ["readSecrets", "repositoryCredentials"].includes(property)
    );
}

/** Of what Pulumi holds secret nothing shows but an ARN; of a secret's value, whether it is a text. */
function describeOutput(
    output: KnownOutput | undefined,
    property: string,
    owner: string,
    known: KnownOutputs,
): unknown {
    if (!output?.resolved) {
        return DEFERRED;
    }
    const { value } = output.resolved;
    if (value === undefined && isRead(property, owner)) {
        return null;
    }
    const isShown = !output.isSecret || (typeof value === "string" && value.startsWith("arn:"));
    if (isShown) {
        return describe(value, property, owner, known);
    }
    const isValue = property === "initialValue" || owner === "jsonValue";
    return isValue || isReadText(property, owner) ? hideValue(value) : DEFERRED;
}

/** What is read as soon as it is there, so that an Output of nothing is as wrong as a number. */
function isRead(property: string, owner: string): boolean {
    return property === "capacityProviderStrategies" || isReadText(property, owner);
}

/** What of that is read as a text. */
function isReadText(property: string, owner: string): boolean {
    const read = ["arn", "existing", "kmsKeyId", "value", "valueFrom"];
    return read.includes(property) || isSecretPlace(property, owner);
}

/** Whether a value is a resource of the kind that the property takes. */
function isFittingResource(value: unknown, property: string): boolean {
    switch (property) {
        case "kmsKeyId":
            return Key.isInstance(value) || Alias.isInstance(value);
        case "existing":
            return Role.isInstance(value);
        default:
            return isSecretResource(value);
    }
}

/** What of a secret is its value, or a part of it. */
function hideValues(secret: unknown): unknown {
    if (!isPlainObject(secret)) {
        return secret;
    }
    const { value, jsonValue, generate, external } = secret;
    return {
        ...secret,
        ...("value" in secret && { value: hideValue(value) }),
        ...(isPlainObject(jsonValue) && { jsonValue: mapFields(jsonValue, hideValue) }),
        ...(isPlainObject(generate) &&
            isPlainObject(generate.jsonValue) && {
                generate: { ...generate, jsonValue: mapFields(generate.jsonValue, hideValue) },
            }),
        ...(isPlainObject(external) &&
            "initialValue" in external && {
                external: { ...external, initialValue: hideValue(external.initialValue) },
            }),
    };
}

/** Tells apart what findings speak of, and nothing else: missing, empty, no string, given. */
function hideValue(value: unknown): unknown {
    if (value === undefined || value === "" || value === DEFERRED) {
        return value;
    }
    return typeof value === "string" ? DEFERRED : null;
}

function mapFields(
    fields: Record<string, unknown>,
    map: (value: unknown, key: string) => unknown,
): Record<string, unknown> {
    return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, map(value, key)]));
}
