import { parseArn } from "../../arn";
import { compare, type Finding } from "../../finding";
import { parseParameterName } from "../../parameter-name";
import { joinPath, type Deferrable } from "../shape/shape";

/** A secret to be created, without its value. */
export interface SecretDescription {
    readonly store?: Deferrable<string>;
    readonly name?: Deferrable<string>;
    readonly value: Deferrable<string>;
    readonly kmsKeyId?: Deferrable<string>;
}

/** Finds what is wrong with a secret that is to be created. */
export function findSecretFindings(secret: SecretDescription, path: string): Finding[] {
    const findings: Finding[] = [];
    if (secret.value === "") {
        const remedy = "Give the value, for example config.requireSecret(…).";
        findings.push({ path: joinPath(path, "value"), reason: "is empty", remedy });
    }
    if (typeof secret.name === "string") {
        findings.push(...findNameFindings(secret.name, secret.store, joinPath(path, "name")));
    }
    if (typeof secret.kmsKeyId === "string") {
        findings.push(...findKeyArnFindings(secret.kmsKeyId, joinPath(path, "kmsKeyId")));
    }
    return findings;
}

/** Finds secrets that have the name of another one in the same store, which AWS does not take. */
export function findSameNames(
    secrets: Readonly<Record<string, SecretDescription>>,
    path: string,
): Finding[] {
    const firsts = new Map<string, string>();
    const sorted = Object.entries(secrets).sort(([a], [b]) => compare(a, b));
    return sorted.flatMap(([key, { store = "secretsmanager", name }]) => {
        if (typeof store !== "string" || typeof name !== "string") {
            return [];
        }
        const place = `${store} ${name}`;
        const first = firsts.get(place);
        if (first === undefined) {
            firsts.set(place, key);
            return [];
        }
        const reason = `is the name of ${joinPath(path, first)} already, in the same store`;
        const remedy = "Name one of the two otherwise.";
        return [{ path: joinPath(joinPath(path, key), "name"), reason, remedy }];
    });
}

function findNameFindings(
    name: string,
    store: Deferrable<string> = "secretsmanager",
    path: string,
): Finding[] {
    if (store === "ssm") {
        const { problem } = parseParameterName(name);
        return problem ? [{ path, ...problem }] : [];
    }
    // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html
    const isName = store !== "secretsmanager" || /^[A-Za-z0-9/_+=.@-]{1,512}$/.test(name);
    const reason = "is no secret name (letters, digits and / _ + = . @ -)";
    return isName ? [] : [{ path, reason, remedy: "Name it otherwise." }];
}

/** IAM grants the use of a key by the key's own ARN alone, so that is what must be given. */
export function findKeyArnFindings(kmsKeyId: string, path: string): Finding[] {
    const arn = parseArn(kmsKeyId);
    // No pattern: the role could then use every key that fits it.
    const isKeyArn =
        arn?.service === "kms" &&
        arn.region !== "" &&
        /^\d+$/.test(arn.account) &&
        /^key\/[A-Za-z0-9-]+$/.test(arn.resource);
    const reason = "is not the ARN of a key (an alias or a bare key id cannot be granted)";
    return isKeyArn ? [] : [{ path, reason, remedy: "Give the key's ARN, for example key.arn." }];
}
