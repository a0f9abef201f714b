import { NIST_IA_5_7 } from "../frameworks";
import { listAppRunnerPlaintext } from "../places/app-runner-service";
import { definePlaintextPolicy } from "../plaintext/define-policy";
import { PLAINTEXT_TAGS } from "../plaintext/tags";

/** A variable of a service shows to everybody who may describe the service. */
export const appRunnerServiceNoPlaintextSecrets = definePlaintextPolicy({
    name: "apprunner-service-no-plaintext-secrets",
    displayName: "App Runner service holds no secret in plaintext",
    description:
        "A service must get its secrets from runtimeEnvironmentSecrets, not from plaintext variables or commands.",
    enforcementLevel: "mandatory",
    severity: "critical",
    tags: [...PLAINTEXT_TAGS, "apprunner"],
    framework: NIST_IA_5_7,
    remediationSteps:
        "Store the value in AWS Secrets Manager or SSM Parameter Store, name its ARN under runtimeEnvironmentSecrets, and allow the service's instance role to read it.",
    url: "https://docs.aws.amazon.com/apprunner/latest/dg/env-variable.html",
    resources: { "aws:apprunner/service:Service": listAppRunnerPlaintext },
});
