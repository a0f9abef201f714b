import { allow, together, TRUST, type TestAccount } from "../../../support/simulated-aws";

export const CANARY = "canary-never-shown";
export const PREFIX =
    "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: ";
export const ASM =
    "unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ";
export const SSM = "unable to retrieve secrets from ssm: service call has been retried 1 time(s): ";

/** What a task injects, and what its role may do; each row changes one of these. */
export interface Scenario {
    /** Appended to the ARN of the secret; `undefined`: it is not injected. */
    suffix?: string;
    /** In place of the ARN of the secret. */
    secretArn?: string;
    isDeleted?: boolean;
    isReadThroughParameterStore?: boolean;
    region?: string;
    /** Whether the secret was given a value. */
    hasValue: boolean;
    value: string;
    /** Whether both are encrypted with a customer managed key. */
    hasKey: boolean;
    keyPolicy?: object;
    role: object;
    trust: object;
    parameter: string;
}

export const right: Scenario = {
    suffix: "",
    hasValue: true,
    value: JSON.stringify({ password: CANARY }),
    hasKey: true,
    role: together(
        allow("secretsmanager:GetSecretValue"),
        allow("ssm:GetParameters"),
        allow("kms:Decrypt"),
    ),
    trust: TRUST,
    parameter: "/web/parameter",
};

/** A service of the scenario, with all that it needs. */
export function createService(
    account: TestAccount,
    scenario: Scenario,
    waitForSteadyState: boolean,
) {
    // AWS takes no policy that names a role which does not exist.
    account.create("role", { name: "somebody", assumeRolePolicy: JSON.stringify(TRUST) });
    const policy = scenario.keyPolicy && JSON.stringify(scenario.keyPolicy);
    const { region } = scenario;
    const key = scenario.hasKey ? account.output("key", { policy, region }, "arn") : undefined;
    const secret = account.create("secret", { kmsKeyId: key, region });
    const secretArn = scenario.secretArn ?? secret.id;
    if (scenario.hasValue) {
        const secretString = scenario.value;
        account.create("secretVersion", { secretId: secret.id, secretString, region });
    }
    if (scenario.isDeleted) {
        account.delete("secret", secret);
    }
    const inputsOf = { name: "/web/parameter", type: "SecureString", value: CANARY };
    const parameter = account.output("parameter", { ...inputsOf, keyId: key, region }, "arn");
    const references = {
        SECRET: scenario.suffix === undefined ? "" : `${secretArn}${scenario.suffix}`,
        // By its name a parameter is looked for in the task's own region.
        PARAMETER: region
            ? parameter
            : scenario.isReadThroughParameterStore
              ? `/aws/reference/secretsmanager/${String(secret.outputs.name)}`
              : scenario.parameter,
    };
    const secrets = Object.entries(references)
        .filter(([, valueFrom]) => valueFrom !== "")
        .map(([variable, valueFrom]) => ({ name: variable, valueFrom }));
    const taskDefinition = account.output(
        "task",
        {
            family: "web",
            executionRoleArn: account.role(scenario.role, scenario.trust),
            containerDefinitions: JSON.stringify([
                { name: "web", image: "httpd", memory: 128, secrets },
            ]),
        },
        "arn",
    );
    const cluster = account.output("cluster", {}, "arn");
    const inputs = { cluster, taskDefinition, desiredCount: 1, waitForSteadyState };
    return account.create("service", inputs);
}

/** A text as the pattern of itself. */
export function escape(text: string): string {
    return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
