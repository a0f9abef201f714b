import type { Finding } from "../../finding";
import { joinPath } from "../shape/shape";
import type { SecretDescription } from "./description";
import { readStore } from "./secret-store";

/** What only secrets in AWS Secrets Manager have. */
const OF_SECRETS = [
    ...["namePrefix", "jsonValue", "rotation", "replicas", "recoveryWindowInDays"],
] as const;

/** What only a secret has that is created. */
const OF_CREATED = [
    ...["name", "namePrefix", "description", "tier", "rotation", "replicas"],
    ...["recoveryWindowInDays", "tags"],
] as const;

/** Finds properties that do not go with the store of a secret, or with where its value comes from. */
export function findSourceFindings(secret: SecretDescription, path: string): Finding[] {
    return [
        ...findStoreFindings(secret, path),
        ...(secret.arn === undefined ? [] : findCreatedFindings(secret, path)),
        ...findEmptyFindings(secret, path),
    ];
}

function findStoreFindings(secret: SecretDescription, path: string): Finding[] {
    const store = readStore(secret);
    if (store === "secretsmanager") {
        const reason = "cannot be used with a secret: only parameters have a tier";
        const remedy = "Remove it, or keep the secret in store ssm.";
        return secret.tier === undefined || secret.arn !== undefined
            ? []
            : [{ path: joinPath(path, "tier"), reason, remedy }];
    }
    if (store !== "ssm") {
        return [];
    }
    const isCreated = secret.arn === undefined;
    const given = OF_SECRETS.filter((key) => isGiven(secret, key));
    const inGenerate = (["jsonKey", "jsonValue"] as const)
        .filter((key) => secret.generate?.[key] !== undefined)
        .map((key) => `generate.${key}`);
    const initialValue = {
        path: joinPath(path, "external.initialValue"),
        reason: "is missing, and a parameter cannot be created without a value",
        remedy: "Give a first value, for example a text that says that it is to be filled in.",
    };
    return [
        ...(isCreated ? [...given, ...inGenerate] : []).map((key) => ({
            path: joinPath(path, key),
            reason: "cannot be used with a parameter: only AWS Secrets Manager has it",
            remedy: "Remove it, or keep the secret in store secretsmanager.",
        })),
        ...(secret.external && secret.external.initialValue === undefined ? [initialValue] : []),
    ];
}

function isGiven(secret: object, key: string): boolean {
    return (secret as Readonly<Record<string, unknown>>)[key] !== undefined;
}

function findCreatedFindings(secret: SecretDescription, path: string): Finding[] {
    return OF_CREATED.filter((key) => secret[key] !== undefined).map((key) => ({
        path: joinPath(path, key),
        reason: "cannot be given together with arn: nothing is created for a secret that exists",
        remedy: "Remove it, or create a secret in place of arn.",
    }));
}

/** AWS keeps no empty value. */
function findEmptyFindings({ value, external }: SecretDescription, path: string): Finding[] {
    const remedy = "Give the value, for example config.requireSecret(…).";
    const first = "Leave it out, or give a first value.";
    return [
        ...(value === "" ? [{ path: joinPath(path, "value"), reason: "is empty", remedy }] : []),
        ...(external?.initialValue === ""
            ? [
                  {
                      path: joinPath(path, "external.initialValue"),
                      reason: "is empty",
                      remedy: first,
                  },
              ]
            : []),
    ];
}
