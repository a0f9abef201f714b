import {
    parseArn,
    planDecryptStatements,
    type Denied,
    type SecretReference,
    type SecretStore,
} from "../../core";
import { TYPES } from "./model";
import type { InjectedKey } from "./injected-keys";
import type { ExecutionRole } from "./execution-role";
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

/** Says what to change, and what happens until then. */
export function formatDecryptRemedy(
    { reason }: Denied,
    role: ExecutionRole,
    injected: InjectedKey,
): string {
    const until = `Until then the task stops with ResourceInitializationError: … ${DENIAL[injected.store]}.`;
    if (reason === "explicit-deny") {
        return `Take the Deny back, or except this use of the key: no Allow outweighs it. ${until}`;
    }
    if (reason === "key-policy") {
        return `Let the key policy allow kms:Decrypt to the role, or leave it to the account ("Principal":{"AWS":"arn:…:root"}): no policy of the role is enough. ${until}`;
    }
    const name = role.kind === "role" ? role.role.name : "of the task definition";
    const statement = planStatement(injected);
    return statement === undefined
        ? `Allow the task execution role ${name} kms:Decrypt on the key's ARN. ${until}`
        : `Add to the task execution role ${name}: ${statement} ${until}`;
}

/** The statement to add, as JSON, if all that it names is known. */
function planStatement({ store, secretArn, keyArn, secret }: InjectedKey): string | undefined {
    const arn = parseArn(keyArn ?? "");
    if (!arn || !secretArn) {
        return undefined;
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
    return JSON.stringify(statement);
}
