import type * as inputs from "@pulumi/aws/types/input";
import type { Input } from "@pulumi/pulumi";
import type { LogConfigurationArgs } from "./log-args";

/**
 * How the service takes part in Service Connect.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectConfiguration.html
 */
export interface ServiceConnectArgs {
    /**
     * Whether the service uses Service Connect.
     * @default true
     */
    enabled?: Input<boolean>;

    /**
     * The Cloud Map namespace.
     * @default - that of the cluster
     */
    namespace?: Input<string>;

    /**
     * The services that it offers.
     * @default - none: it is a client alone
     */
    services?: Input<Input<inputs.ecs.ServiceServiceConnectConfigurationService>[]>;

    /**
     * Where the logs of the Service Connect proxy go.
     * @default - nowhere
     */
    logConfiguration?: LogConfigurationArgs;
}
