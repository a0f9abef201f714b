import type { PolicyResource } from "@pulumi/policy";
import { parseNamedPolicy, type KeyPolicy, type NamedPolicy } from "../../core";
import { isSameAccount } from "./account";
import { secretOf, type InjectedKey } from "./injected-keys";
import { isOfComponent, sourcesOf, type StackModel } from "./model";
import { hasDefaultPolicy, keyOf, type RolePolicy } from "./policy-document";

const ANYTHING = { Effect: "Allow", Action: "*", Resource: "*" };
const VERSION = "2012-10-17";

/**
 * The policies of a role as they will be, if one that is not known yet is planned by our component
 * for the injected secret: the component writes it out of the very list of secrets that it injects.
 * What others may write is left out; at update every document itself is read.
 */
export function listPlannedPolicies(
    model: StackModel,
    task: PolicyResource,
    policies: readonly RolePolicy[],
    injected: InjectedKey,
): NamedPolicy[] | undefined {
    const isPlanned = policies.some(
        ({ isPending, resource }) =>
            isPending &&
            resource !== undefined &&
            isSibling(resource, task) &&
            sourcesOf(resource, "policy").some((source) => speaksOf(model, source, injected)),
    );
    const known = policies.filter(({ isPending }) => !isPending).map(({ policy }) => policy);
    return isPlanned
        ? [
              parseNamedPolicy("of the component", { Version: VERSION, Statement: ANYTHING }),
              ...known,
          ]
        : undefined;
}

/**
 * The policy of a key before its ARN, or that of the role, is known: AWS's own one leaves it to the
 * account, if both are of one.
 */
export function plannedKeyPolicy(
    model: StackModel,
    task: PolicyResource,
    { key }: InjectedKey,
    keyPolicy: KeyPolicy,
): KeyPolicy {
    const isDefault =
        key === undefined
            ? keyPolicy === "default"
            : hasDefaultPolicy(model, key) && isSameAccount(key, task);
    const statement = { ...ANYTHING, Principal: "*" };
    return isDefault
        ? parseNamedPolicy("of the key", { Version: VERSION, Statement: statement })
        : keyPolicy;
}

function isSibling(resource: PolicyResource, task: PolicyResource): boolean {
    const { parent } = task;
    return isOfComponent(task) && parent !== undefined && resource.parent?.urn === parent.urn;
}

/** Whether a document that is computed from a resource is computed from the secret, or its key. */
function speaksOf(model: StackModel, source: PolicyResource, { secret, key }: InjectedKey) {
    return (
        secretOf(model, source)?.urn === secret.urn ||
        (key !== undefined && keyOf(model, source)?.urn === key.urn)
    );
}
