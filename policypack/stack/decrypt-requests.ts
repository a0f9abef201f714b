import {
    parseArn,
    STORE_FACTS,
    UNKNOWN_RESOURCE,
    viaServices,
    type AccessRequest,
} from "../../core";
import { isSameAccount } from "./account";
import { roleArnOf, type ExecutionRole } from "./execution-role";
import type { InjectedKey } from "./injected-keys";

/** What the store asks AWS KMS for; several requests where its host name is not documented. */
export function listDecryptRequests(role: ExecutionRole, injected: InjectedKey): AccessRequest[] {
    const { store, secretArn, keyArn } = injected;
    const { contextKey } = STORE_FACTS[store];
    const arn = keyArn === undefined ? undefined : parseArn(keyArn);
    const principalArn = roleArnOf(role);
    const caller = callerAccount(role, injected);
    const services = arn && keyArn ? viaServices(store, keyArn, arn) : [undefined];
    return services.map((service) => ({
        action: "kms:Decrypt",
        resource: keyArn ?? UNKNOWN_RESOURCE,
        ...(principalArn !== undefined && { principalArn }),
        context: {
            "aws:PrincipalAccount": caller === undefined ? "unknown" : [caller],
            "kms:CallerAccount": caller === undefined ? "unknown" : [caller],
            "kms:EncryptionAlgorithm": ["SYMMETRIC_DEFAULT"],
            "kms:EncryptionContext:SecretVersionId": store === "secretsmanager" ? "unknown" : [],
            "kms:ResourceAliases": "unknown",
            "kms:ViaService": service === undefined ? "unknown" : [service],
            [contextKey]: secretArn === undefined ? "unknown" : [secretArn],
        },
    }));
}

/**
 * The account of the role. Before its ARN is known it is that of the key if one provider makes both;
 * of a key that is not a resource of the stack it is taken to be.
 */
function callerAccount(role: ExecutionRole, { key, keyArn }: InjectedKey): string | undefined {
    const principalArn = roleArnOf(role);
    const isOfKey = key === undefined || (role.kind === "role" && isSameAccount(role.role, key));
    return parseArn(principalArn ?? (isOfKey ? keyArn : undefined) ?? "")?.account;
}
