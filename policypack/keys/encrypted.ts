import type { PolicyResource } from "@pulumi/policy";
import type { SecretStore } from "../../core";
import { readList, readText, type Reading } from "../stack/decode";
import { findKey } from "../stack/keys";
import { KEY_TYPES, knownText, sourcesOf, TYPES, type StackModel } from "../stack/model";
import { KEY_PROPERTY, storeOf } from "../stack/secrets";
import { regionOf } from "./region";

/** Something that a key encrypts: a secret, a copy of it in another region, a parameter. */
export interface Encrypted {
    readonly resource: PolicyResource;
    readonly store: SecretStore;
    /** Where the key is named. */
    readonly property: string;
    /** How it is named; `absent` where AWS's own key is taken. */
    readonly reading: Reading;
    /** The key, if it is a resource of the stack. */
    readonly key?: PolicyResource;
    readonly region?: string;
}

/** Lists what a secret or parameter has encrypted, and the keys. */
export function listEncrypted(model: StackModel, resource: PolicyResource): Encrypted[] {
    const property = KEY_PROPERTY[resource.type];
    const store = storeOf(resource);
    const own = {
        resource,
        store,
        property,
        reading: readKeyOf(resource, property),
        key: findKey(model, resource, property),
        region: regionOf(resource),
    };
    return [own, ...listReplicas(model, resource)];
}

function listReplicas(model: StackModel, resource: PolicyResource): Encrypted[] {
    const replicas = resource.type === TYPES.secret ? readList(resource.props, "replicas") : [];
    return replicas === "unknown"
        ? []
        : replicas.map((replica, index) => {
              const reading = readText(replica, "kmsKeyId");
              const region = readText(replica, "region");
              return {
                  resource,
                  store: "secretsmanager",
                  property: `replicas[${index}].kmsKeyId`,
                  reading,
                  key: reading.kind === "known" ? keyNamed(model, reading.text) : undefined,
                  ...(region.kind === "known" && { region: region.text }),
              };
          });
}

function keyNamed(model: StackModel, arn: string): PolicyResource | undefined {
    return KEY_TYPES.map((type) => model.find(type, ["arn"], arn)).find((key) => key !== undefined);
}

/** The provider fills in AWS's own key, which is unknown at first: computed from nothing. */
function readKeyOf(resource: PolicyResource, property: string): Reading {
    const reading = readText(resource.props, property);
    const isFilledIn = reading.kind === "unknown" && sourcesOf(resource, property).length === 0;
    return isFilledIn || knownText(resource, property) === "" ? { kind: "absent" } : reading;
}
