import { compare } from "../../finding";
import { SECRET_STORES, type SecretReference, type SecretStore } from "../../reference";
import { planDecryptSids, renderDecryptStatement } from "./decrypt-statement";
import { policyResource, secretBehind, type Location } from "./location";
import { renderStatement, type RenderedStatement } from "./statement";
import { STORE_FACTS, viaServices } from "./store-facts";

/** A secret that a task injects, with the customer managed key it is encrypted with, if any. */
export interface InjectedSecret {
    readonly reference: SecretReference;
    /** The ARN of the customer managed key; absent for the AWS managed keys, which need no right. */
    readonly kmsKeyArn?: string;
}

/** The actions that read from each store. */
export type ReadActions = Readonly<Record<SecretStore, string | readonly string[]>>;

/** The statements that reading secrets needs: of each store the read, then the decrypts. */
export function planSecretStatements(
    secrets: readonly InjectedSecret[],
    location: Location,
    actions: ReadActions,
): RenderedStatement[] {
    const all = secrets.flatMap((secret) => withSecretBehind(secret, location));
    return SECRET_STORES.flatMap((store) => {
        const ofStore = all.filter((secret) => secret.reference.store === store);
        return ofStore.length === 0
            ? []
            : [
                  planReadStatement(store, ofStore, location, actions[store]),
                  ...planDecryptStatements(store, ofStore, location),
              ];
    });
}

/**
 * A secret and the one behind it, if Parameter Store reads it from Secrets Manager. The key is
 * that of the secret then: Parameter Store itself stores and decrypts nothing.
 */
export function withSecretBehind(secret: InjectedSecret, location: Location): InjectedSecret[] {
    const reference = secretBehind(secret.reference, location);
    return reference ? [{ reference: secret.reference }, { ...secret, reference }] : [secret];
}

/**
 * The statement that allows reading the given secrets of one store.
 * @param action - By default what Amazon ECS reads them with.
 */
export function planReadStatement(
    store: SecretStore,
    secrets: readonly InjectedSecret[],
    location: Location,
    action: string | readonly string[] = STORE_FACTS[store].action,
): RenderedStatement {
    return renderStatement(STORE_FACTS[store].readSid, action, policyResources(secrets, location));
}

/** One statement a key: decrypting with it, through this store and for these secrets alone. */
export function planDecryptStatements(
    store: SecretStore,
    secrets: readonly InjectedSecret[],
    location: Location,
): RenderedStatement[] {
    const { decryptSid, contextKey } = STORE_FACTS[store];
    const sids = planDecryptSids(
        decryptSid,
        secrets.map(({ kmsKeyArn }) => kmsKeyArn),
    );
    return [...sids].map(([keyArn, sid]) => {
        const ofKey = secrets.filter(({ kmsKeyArn }) => kmsKeyArn === keyArn);
        const contexts = policyResources(ofKey, location);
        return renderDecryptStatement({
            sid,
            keyArn,
            viaService: viaServices(store, keyArn, location),
            contextKey,
            contexts,
            hasPattern: contexts.some((arn) => arn.includes("?")),
        });
    });
}

function policyResources(secrets: readonly InjectedSecret[], location: Location): string[] {
    const arns = new Set(secrets.map(({ reference }) => policyResource(reference, location)));
    // A pattern for a partial ARN covers the complete ARNs of the same name already.
    const isCovered = (arn: string) =>
        /-[A-Za-z0-9]{6}$/.test(arn) && arns.has(`${arn.slice(0, -6)}??????`);
    return [...arns].filter((arn) => !isCovered(arn)).sort(compare);
}
