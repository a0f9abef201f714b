import { rawValue } from "./decode";
import { TYPES } from "./types";

/** What a property of @pulumi/aws is made of: a property by its name there, or a document. */
interface Translation {
    readonly type: string;
    /** By the name in @pulumi/aws: the name in aws-native, or `json:` and the name of a document. */
    readonly properties: Readonly<Record<string, string>>;
}

/**
 * The types of aws-native that the pack reads. Their documents are objects where @pulumi/aws has
 * JSON, and their names are those of AWS CloudFormation.
 * Source: https://www.pulumi.com/registry/packages/aws-native/
 */
const TRANSLATIONS: Readonly<Record<string, Translation>> = {
    "aws-native:ecs:TaskDefinition": {
        type: TYPES.taskDefinition,
        properties: { arn: "taskDefinitionArn", containerDefinitions: "json:containerDefinitions" },
    },
    "aws-native:ecs:Service": {
        type: TYPES.service,
        properties: { name: "serviceName", arn: "serviceArn" },
    },
    "aws-native:iam:ManagedPolicy": {
        type: TYPES.policy,
        properties: {
            name: "managedPolicyName",
            arn: "policyArn",
            policy: "json:policyDocument",
        },
    },
    "aws-native:iam:Role": {
        type: TYPES.role,
        properties: {
            name: "roleName",
            assumeRolePolicy: "json:assumeRolePolicyDocument",
            inlinePolicies: "policies",
        },
    },
    "aws-native:iam:RolePolicy": {
        type: TYPES.rolePolicy,
        properties: { name: "policyName", role: "roleName", policy: "json:policyDocument" },
    },
    "aws-native:kms:Alias": { type: TYPES.alias, properties: { name: "aliasName" } },
    "aws-native:kms:Key": {
        type: TYPES.key,
        properties: {
            policy: "json:keyPolicy",
            isEnabled: "enabled",
            customerMasterKeySpec: "keySpec",
        },
    },
    "aws-native:kms:ReplicaKey": {
        type: TYPES.replicaKey,
        properties: { policy: "json:keyPolicy" },
    },
    "aws-native:s3:BucketPolicy": {
        type: TYPES.bucketPolicy,
        properties: { policy: "json:policyDocument" },
    },
    "aws-native:secretsmanager:ResourcePolicy": {
        type: TYPES.secretPolicy,
        properties: { secretArn: "secretId", policy: "json:resourcePolicy" },
    },
    "aws-native:secretsmanager:Secret": { type: TYPES.secret, properties: { arn: "awsId" } },
    "aws-native:ssm:Parameter": { type: TYPES.parameter, properties: {} },
};

const JSON_OF = "json:";

/** The types that the model has as one of these: themselves, and those of aws-native. */
export function withNative(types: readonly string[]): string[] {
    const native = Object.entries(TRANSLATIONS).filter(([, { type }]) => types.includes(type));
    return [...types, ...native.map(([name]) => name)];
}

/** A resource as both phases of a policy get it. */
interface Resource {
    readonly type: string;
    readonly props: object;
    readonly propertyDependencies?: Readonly<Record<string, unknown>>;
}

/**
 * A resource of aws-native as @pulumi/aws would have it, so that no other file of the pack knows two
 * shapes; any other resource as it is.
 */
export function toClassic<R extends Resource>(resource: R): R {
    if (!Object.hasOwn(TRANSLATIONS, resource.type)) {
        return resource;
    }
    const { type, properties } = TRANSLATIONS[resource.type];
    const translated = Object.entries(properties).map(([name, from]) => {
        const property = from.replace(JSON_OF, "");
        const value = rawValue(resource.props, property);
        return [name, property, from.startsWith(JSON_OF) ? asJson(value) : value] as const;
    });
    const own = Object.keys(resource.props).map((name) => [name, rawValue(resource.props, name)]);
    const { propertyDependencies: sources = {} } = resource;
    return {
        ...resource,
        type,
        props: inClassicShape(type, {
            ...Object.fromEntries(own),
            ...Object.fromEntries(translated.map(([name, , value]) => [name, value])),
        }),
        propertyDependencies: {
            ...sources,
            ...Object.fromEntries(
                translated
                    .filter(([, property]) => Object.hasOwn(sources, property))
                    .map(([name, property]) => [name, sources[property]]),
            ),
        },
    };
}

/** The two lists of objects that aws-native has where @pulumi/aws has something else. */
function inClassicShape(type: string, props: Record<string, unknown>): object {
    const { tags, inlinePolicies } = props;
    return {
        ...props,
        ...(Array.isArray(tags) && { tags: tagsOf(tags) }),
        ...(type === TYPES.role &&
            Array.isArray(inlinePolicies) && { inlinePolicies: inlinePolicies.map(inlineOf) }),
    };
}

function tagsOf(tags: readonly unknown[]): object {
    const pairs = tags.flatMap((tag) => {
        const { key, value } = (tag ?? {}) as { key?: unknown; value?: unknown };
        return typeof key === "string" ? [[key, value] as const] : [];
    });
    return Object.fromEntries(pairs) as object;
}

function inlineOf(policy: unknown): unknown {
    const { policyName, policyDocument } = (policy ?? {}) as Record<string, unknown>;
    return { name: policyName, policy: asJson(policyDocument) };
}

function asJson(value: unknown): unknown {
    return typeof value === "object" && value !== null ? JSON.stringify(value) : value;
}
