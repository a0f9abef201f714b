import type { PolicyResource } from "@pulumi/policy";
import { COMPONENT_TYPES, compare } from "../../core";
import { readText, type Reading } from "./decode";

/** The resource types that the pack knows, by short names. */
export const TYPES = {
    alias: "aws:kms/alias:Alias",
    key: "aws:kms/key:Key",
    keyGrant: "aws:kms/grant:Grant",
    keyPolicy: "aws:kms/keyPolicy:KeyPolicy",
    parameter: "aws:ssm/parameter:Parameter",
    policy: "aws:iam/policy:Policy",
    policyAttachment: "aws:iam/policyAttachment:PolicyAttachment",
    role: "aws:iam/role:Role",
    rolePolicy: "aws:iam/rolePolicy:RolePolicy",
    rolePolicyAttachment: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    secret: "aws:secretsmanager/secret:Secret",
    secretVersion: "aws:secretsmanager/secretVersion:SecretVersion",
    taskDefinition: "aws:ecs/taskDefinition:TaskDefinition",
} as const;

/** All resources of a stack, in the order of their URNs: the engine sends them in any order. */
export class StackModel {
    readonly resources: readonly PolicyResource[];

    constructor(resources: readonly PolicyResource[]) {
        this.resources = [...resources].sort((a, b) => compare(a.urn, b.urn));
    }

    /** The resources of a type. */
    ofType(type: string): PolicyResource[] {
        return this.resources.filter((resource) => resource.type === type);
    }

    /**
     * The resource that a property refers to: by its value if that is known, else by what the
     * property was computed from, if that is one resource of the type.
     */
    referred(
        from: PolicyResource,
        property: string,
        type: string,
        matches: (candidate: PolicyResource, text: string) => boolean,
    ): PolicyResource | undefined {
        const reading = readText(from.props, property);
        if (reading.kind === "known") {
            return this.ofType(type).find((candidate) => matches(candidate, reading.text));
        }
        const sources = sourcesOf(from, property).filter((source) => source.type === type);
        return reading.kind === "unknown" && sources.length === 1 ? sources[0] : undefined;
    }

    /** The role that an inline policy or an attachment belongs to. */
    roleOf(resource: PolicyResource): PolicyResource | undefined {
        return this.referred(resource, "role", TYPES.role, isRole);
    }
}

/** The resources that a property was computed from, in the order of their URNs. */
export function sourcesOf(resource: PolicyResource, property: string): PolicyResource[] {
    const sources = resource.propertyDependencies[property] ?? [];
    return [...sources].sort((a, b) => compare(a.urn, b.urn));
}

/** Whether a property of a resource is known and is this text. */
export function hasText(resource: PolicyResource, property: string, text: string): boolean {
    const reading: Reading = readText(resource.props, property);
    return reading.kind === "known" && reading.text === text;
}

/** Whether a text names a role: by its name, its id or its ARN. */
export function isRole(role: PolicyResource, text: string): boolean {
    return ["name", "id", "arn"].some((property) => hasText(role, property, text));
}

/** Whether a resource is a child of one of our components. */
export function isOfComponent(resource: { urn: string }): boolean {
    const [, , types = ""] = resource.urn.split("::");
    return types
        .split("$")
        .slice(0, -1)
        .some((type) => COMPONENT_TYPES.includes(type));
}
