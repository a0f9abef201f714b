import type { PackageSchema, TypeSpec } from "../../provider/package-schema";

const string: TypeSpec = { type: "string" };
const plainString: TypeSpec = { type: "string", plain: true };
const record = (additionalProperties: TypeSpec): TypeSpec => ({
    type: "object",
    additionalProperties,
});
const refer = (name: string): TypeSpec => ({ $ref: `#/types/ecs-secrets:index:${name}` });

/** A schema with one property of each kind, in the form of the real one. */
export const SMALL_SCHEMA: PackageSchema = {
    name: "ecs-secrets",
    version: "1.2.3",
    resources: {
        "ecs-secrets:index:SecretInjectedService": {
            inputProperties: {
                cluster: string,
                cpu: { type: "integer" },
                redeployOnRotation: { type: "boolean", plain: true },
                containers: { ...record({ ...refer("Container"), plain: true }), plain: true },
                secrets: { ...record({ ...refer("Secret"), plain: true }), plain: true },
                tags: record(string),
            },
            properties: { serviceArn: string },
        },
    },
    types: {
        "ecs-secrets:index:Container": {
            properties: {
                image: string,
                command: { type: "array", items: string },
                environment: { ...record(string), plain: true },
                readSecrets: {
                    type: "array",
                    items: { ...refer("Secret"), plain: true },
                    plain: true,
                },
                portMappings: { type: "array", items: refer("PortMapping") },
                healthCheck: refer("HealthCheck"),
                user: { oneOf: [string, refer("HealthCheck")] },
            },
        },
        "ecs-secrets:index:HealthCheck": { properties: { startPeriod: { type: "integer" } } },
        "ecs-secrets:index:PortMapping": { properties: { containerPort: { type: "integer" } } },
        "ecs-secrets:index:Secret": {
            properties: {
                store: plainString,
                value: string,
                kmsKeyId: string,
                tags: record(string),
            },
        },
        "ecs-secrets:index:Store": {},
    },
};

/** The inputs of the service of the small schema. */
export const SMALL_INPUTS =
    SMALL_SCHEMA.resources["ecs-secrets:index:SecretInjectedService"].inputProperties;
