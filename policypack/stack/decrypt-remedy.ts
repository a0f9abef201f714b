import {
    parseArn,
    planDecryptStatements,
    type SecretReference,
    type SecretStore,
} from "../../core";
import { TYPES } from "./model";
import type { InjectedKey } from "./injected-keys";
import type { ExecutionRole } from "./role-policies";
import { readText } from "./decode";

/** What AWS says in the end, by store. */
const DENIAL: Readonly<Record<SecretStore, string>> = {
    secretsmanager: "AccessDeniedException: Access to KMS is not allowed",
    ssm: "AccessDeniedException: … is not authorized to perform: kms:Decrypt",
};

/** Names a secret and the places it is injected at, for a person. */
export function describeSecret({ secret, places }: InjectedKey): string {
    const kind = secret.type === TYPES.parameter ? "parameter" : "secret";
    return places.length === 0
        ? `${kind} ${secret.name}`
        : `${places.join(", ")} (${kind} ${secret.name})`;
}

/** Says what to add, to which role, and what would happen otherwise. */
export function formatDecryptRemedy(role: ExecutionRole, injected: InjectedKey): string {
    const { store, secretArn, keyArn, secret } = injected;
    const name = role.kind === "role" ? role.role.name : "of the task definition";
    const prevented = `Without it the task stops with ResourceInitializationError: … ${DENIAL[store]}.`;
    const arn = parseArn(keyArn ?? "");
    if (!arn || !secretArn) {
        return `Allow the task execution role ${name} kms:Decrypt on the key's ARN. ${prevented}`;
    }
    const parameterName = readText(secret.props, "name");
    const reference: SecretReference =
        store === "ssm"
            ? {
                  store,
                  arn: secretArn,
                  name: parameterName.kind === "known" ? parameterName.text : "",
              }
            : { store, arn: secretArn };
    const [statement] = planDecryptStatements(store, [{ reference, kmsKeyArn: keyArn }], arn);
    return `Add to the task execution role ${name}: ${JSON.stringify(statement)} ${prevented}`;
}
