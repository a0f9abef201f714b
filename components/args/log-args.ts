import type { Input } from "@pulumi/pulumi";
import type { SecretReferenceArgs } from "./reference-args";

/**
 * How a container logs.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html
 */
export interface LogConfigurationArgs {
    /**
     * The log driver, for example `awslogs` or `splunk`. With `awslogs` and no `awslogs-group` among the
     * options, the logs go to the log group of the component.
     */
    logDriver: Input<string>;

    /**
     * Plaintext options of the driver. A name or value that reads as a secret is refused.
     * @default - none
     */
    options?: Record<string, Input<string>>;

    /**
     * Options of the driver that are injected from a secret, for example `splunk-token`.
     * @default - none
     */
    secretOptions?: Record<string, SecretReferenceArgs>;
}
