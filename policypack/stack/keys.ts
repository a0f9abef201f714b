import type { PolicyResource } from "@pulumi/policy";
import { parseArn, type KeyGrant, type KeyPolicy } from "../../core";
import { rawValue, readList, readText, readTexts } from "./decode";
import { KEY_TYPES, knownText, TYPES, type StackModel } from "./model";
import { hasOwnPolicy, readPolicy } from "./policy-document";

/** The properties by which other resources name a key. */
const NAMES_OF_KEY = ["arn", "keyId"] as const;

/** The key of the stack that a property refers to: by its ARN or id, or by an alias of the stack. */
export function findKey(
    model: StackModel,
    from: PolicyResource,
    property: string,
): PolicyResource | undefined {
    const alias = findAlias(model, from, property);
    return findKeyItself(model, from, property) ?? (alias && keyOf(model, alias));
}

/** The key that a resource is, or that it is an alias of. */
function keyOf(model: StackModel, resource: PolicyResource): PolicyResource | undefined {
    return resource.type === TYPES.alias
        ? findKeyItself(model, resource, "targetKeyId")
        : KEY_TYPES.includes(resource.type)
          ? resource
          : undefined;
}

/** The ARN of the key that a property refers to, while that is known. */
export function findKeyArn(
    model: StackModel,
    from: PolicyResource,
    property: string,
): string | undefined {
    const key = findKey(model, from, property);
    const alias = findAlias(model, from, property);
    const reading = key
        ? readText(key.props, "arn")
        : alias
          ? readText(alias.props, "targetKeyArn")
          : readText(from.props, property);
    const isKeyArn =
        reading.kind === "known" && parseArn(reading.text)?.resource.startsWith("key/");
    return isKeyArn ? reading.text : undefined;
}

/** The names of the aliases that the stack gives a key. */
export function listAliases(model: StackModel, key: PolicyResource): readonly PolicyResource[] {
    const refer = (alias: PolicyResource) => keyOf(model, alias);
    return model.referring(TYPES.alias, key, "aliases of keys", refer);
}

/** The policy of a key of the stack: its own, or the one that a resource gives it later. */
export function readKeyPolicy(model: StackModel, key: PolicyResource): KeyPolicy {
    const refer = (from: PolicyResource) => findKey(model, from, "keyId");
    const [later] = model.referring(TYPES.keyPolicy, key, "policies of keys", refer);
    const holder = (later as PolicyResource | undefined) ?? key;
    // Without one AWS gives the key its default policy, which the provider reads back from nothing.
    return hasOwnPolicy(holder) ? readPolicy("of the key", holder, "policy") : "default";
}

/** The grants of the stack on a key. */
export function listGrants(model: StackModel, key: PolicyResource): KeyGrant[] {
    const refer = (from: PolicyResource) => findKey(model, from, "keyId");
    return model.referring(TYPES.keyGrant, key, "grants on keys", refer).map(readGrant);
}

function readGrant(grant: PolicyResource): KeyGrant {
    const operations = readTexts(grant.props, "operations");
    const known = operations.flatMap((one) => (one.kind === "known" ? one.text : []));
    return {
        name: grant.name,
        grantee: knownText(grant, "granteePrincipal") ?? "pending",
        operations: known.length === operations.length ? known : "pending",
        constraints: readConstraints(grant),
    };
}

function readConstraints({ props }: PolicyResource): KeyGrant["constraints"] {
    const list = readList(props, "constraints");
    if (list === "unknown") {
        return "pending";
    }
    const constraints = list.flatMap((constraint) => [
        ["equals", rawValue(constraint, "encryptionContextEquals")] as const,
        ["subset", rawValue(constraint, "encryptionContextSubset")] as const,
    ]);
    const read = constraints
        .filter(([, context]) => context !== undefined && context !== null)
        .map(([kind, context]) => ({ kind, context: readContext(context) }));
    return read.every(hasContext) ? read : "pending";
}

/** The texts of an encryption context; `undefined` while one of them is not known. */
function readContext(context: unknown): Readonly<Record<string, string>> | undefined {
    if (typeof context !== "object" || context === null) {
        return undefined;
    }
    const entries = Object.keys(context).map((name) => [name, readText(context, name)] as const);
    return entries.every(([, reading]) => reading.kind === "known")
        ? Object.fromEntries(entries.map(([name, one]) => [name, (one as { text: string }).text]))
        : undefined;
}

function hasContext<C extends { context?: Readonly<Record<string, string>> }>(
    constraint: C,
): constraint is C & { context: Readonly<Record<string, string>> } {
    return constraint.context !== undefined;
}

function findKeyItself(model: StackModel, from: PolicyResource, property: string) {
    return model.referred(from, property, KEY_TYPES, NAMES_OF_KEY);
}

function findAlias(model: StackModel, from: PolicyResource, property: string) {
    return model.referred(from, property, [TYPES.alias], ["arn", "name"]);
}
