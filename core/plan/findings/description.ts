import type { Deferrable, Resourceful } from "../shape/shape";

/** A record that need not be there. */
type Values = Readonly<Record<string, Deferrable<string>>>;

/** A secret that the component owns; values stand as `DEFERRED`, unless they are empty. */
export interface SecretDescription {
    readonly store?: Deferrable<string>;
    readonly name?: Deferrable<string>;
    readonly namePrefix?: Deferrable<string>;
    readonly description?: Deferrable<string>;
    readonly value?: Deferrable<string>;
    readonly jsonValue?: Values;
    readonly generate?: GenerateDescription;
    readonly external?: { readonly initialValue?: Deferrable<string> };
    readonly arn?: Deferrable<string>;
    readonly kmsKeyId?: Resourceful<string>;
    readonly tier?: Deferrable<string>;
    readonly rotation?: RotationDescription;
    readonly replicas?: Deferrable<readonly Deferrable<ReplicaDescription>[]>;
    readonly recoveryWindowInDays?: Deferrable<number>;
    readonly tags?: unknown;
}

/** How a password is generated. */
export interface GenerateDescription {
    readonly passwordLength?: Deferrable<number>;
    readonly excludeCharacters?: Deferrable<string>;
    readonly excludeLowercase?: Deferrable<boolean>;
    readonly excludeNumbers?: Deferrable<boolean>;
    readonly excludePunctuation?: Deferrable<boolean>;
    readonly excludeUppercase?: Deferrable<boolean>;
    readonly includeSpace?: Deferrable<boolean>;
    readonly requireEachIncludedType?: Deferrable<boolean>;
    readonly jsonKey?: Deferrable<string>;
    readonly jsonValue?: Values;
}

/** How a secret is rotated. */
export interface RotationDescription {
    readonly lambdaArn?: Deferrable<string>;
    readonly automaticallyAfterDays?: Deferrable<number>;
    readonly scheduleExpression?: Deferrable<string>;
    readonly duration?: Deferrable<string>;
}

/** A replica of a secret in another region. */
export interface ReplicaDescription {
    readonly region?: Deferrable<string>;
    readonly kmsKeyId?: Deferrable<string>;
}

/** Which secret is meant, and which part of it. */
export interface PartDescription {
    readonly secret?: Resourceful<string>;
    readonly valueFrom?: Deferrable<string>;
    readonly kmsKeyId?: Resourceful<string>;
    readonly jsonKey?: Deferrable<string>;
    readonly versionStage?: Deferrable<string>;
    readonly versionId?: Deferrable<string>;
}

/** A secret that many variables are injected from. */
export interface JsonSecretDescription extends PartDescription {
    readonly keys?: Readonly<Record<string, Deferrable<string>>>;
}

/** What a variable is injected from; a new secret is told by where its value comes from. */
export type ReferenceDescription = Resourceful<string> | PartDescription | SecretDescription;

/** How a container logs. */
export interface LogDescription {
    readonly logDriver?: Deferrable<string>;
    readonly options?: Values;
    readonly secretOptions?: Readonly<Record<string, ReferenceDescription>>;
}

/** A port that a container listens on. */
export interface PortDescription {
    readonly containerPort?: Deferrable<number>;
    readonly containerPortRange?: Deferrable<string>;
    readonly hostPort?: Deferrable<number>;
    readonly protocol?: Deferrable<string>;
    readonly name?: Deferrable<string>;
}

/** A container that must have reached a condition before another starts. */
export interface DependencyDescription {
    /** Absent where it is missing, which the shape says already. */
    readonly containerName?: Deferrable<string>;
    readonly condition?: Deferrable<string>;
}

/** A container, as far as the findings look at it. */
export interface ContainerDescription {
    readonly cpu?: Deferrable<number>;
    readonly memory?: Deferrable<number>;
    readonly memoryReservation?: Deferrable<number>;
    readonly essential?: Deferrable<boolean>;
    readonly dependsOn?: Deferrable<readonly Deferrable<DependencyDescription>[]>;
    readonly portMappings?: Deferrable<readonly Deferrable<PortDescription>[]>;
    readonly links?: Deferrable<readonly Deferrable<string>[]>;
    readonly mountPoints?: Deferrable<
        readonly Deferrable<{ readonly sourceVolume?: Deferrable<string> }>[]
    >;
    readonly volumesFrom?: Deferrable<
        readonly Deferrable<{ readonly sourceContainer?: Deferrable<string> }>[]
    >;
    readonly environment?: Values;
    readonly environmentFiles?: Deferrable<
        readonly Deferrable<{
            readonly value?: Deferrable<string>;
            readonly kmsKeyId?: Resourceful<string>;
        }>[]
    >;
    readonly dockerLabels?: Values;
    readonly secrets?: Readonly<Record<string, ReferenceDescription>>;
    readonly jsonSecrets?: Deferrable<readonly Deferrable<JsonSecretDescription>[]>;
    readonly repositoryCredentials?: ReferenceDescription;
    readonly logConfiguration?: LogDescription;
    readonly firelensConfiguration?: { readonly options?: Values };
    readonly [field: string]: unknown;
}

/** A role, as far as the findings look at it. */
export interface RoleDescription {
    readonly existing?: Resourceful<string>;
    readonly path?: Deferrable<string>;
    readonly permissionsBoundary?: Deferrable<string>;
    readonly readSecrets?: Deferrable<readonly ReferenceDescription[]>;
    readonly [field: string]: unknown;
}

/** The args of a task definition with every Output and every secret value as `DEFERRED`. */
export interface TaskDescription {
    readonly launchType?: Deferrable<string>;
    readonly networkMode?: Deferrable<string>;
    readonly cpu?: Deferrable<number>;
    readonly memory?: Deferrable<number>;
    readonly ipcMode?: Deferrable<string>;
    readonly pidMode?: Deferrable<string>;
    readonly volumes?: unknown;
    readonly runtimePlatform?: unknown;
    readonly placementConstraints?: unknown;
    readonly ephemeralStorage?: unknown;
    readonly secrets?: Readonly<Record<string, SecretDescription>>;
    readonly containers: Readonly<Record<string, ContainerDescription>>;
    readonly executionRole?: RoleDescription;
    readonly taskRole?: RoleDescription;
    readonly logGroup?: { readonly kmsKeyId?: Resourceful<string> };
}

/** The args of a service with every Output and every secret value as `DEFERRED`. */
export interface ServiceDescription extends TaskDescription {
    readonly networkConfiguration?: unknown;
    readonly capacityProviderStrategies?: unknown;
    readonly platformVersion?: Deferrable<string>;
    readonly desiredCount?: Deferrable<number>;
    readonly schedulingStrategy?: Deferrable<string>;
    readonly deploymentController?: Deferrable<string>;
    readonly deploymentCircuitBreaker?: unknown;
    readonly alarms?: unknown;
    readonly loadBalancers?: unknown;
    readonly serviceRegistries?: unknown;
    readonly orderedPlacementStrategies?: unknown;
    readonly serviceConnectConfiguration?: { readonly logConfiguration?: LogDescription };
    readonly redeployOnRotation?: Deferrable<boolean>;
    readonly waitForSteadyState?: Deferrable<boolean>;
}
