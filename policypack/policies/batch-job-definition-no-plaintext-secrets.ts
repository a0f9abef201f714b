import { NIST_IA_5_7 } from "../frameworks";
import { listJobDefinitionPlaintext } from "../places/job-definition";
import { definePlaintextPolicy } from "../plaintext/define-policy";
import { PLAINTEXT_TAGS } from "../plaintext/tags";

/** A variable of a job shows to everybody who may describe the job or its definition. */
export const jobDefinitionNoPlaintextSecrets = definePlaintextPolicy({
    name: "batch-job-definition-no-plaintext-secrets",
    displayName: "Batch job definition holds no secret in plaintext",
    description:
        "A job must get its secrets from a secret store, not from plaintext variables, parameters or commands.",
    enforcementLevel: "mandatory",
    severity: "critical",
    tags: [...PLAINTEXT_TAGS, "batch"],
    framework: NIST_IA_5_7,
    remediationSteps:
        "Store the value in AWS Secrets Manager or SSM Parameter Store, name it under secrets in containerProperties, and allow the execution role to read it.",
    url: "https://docs.aws.amazon.com/batch/latest/userguide/specifying-sensitive-data.html",
    resources: { "aws:batch/jobDefinition:JobDefinition": listJobDefinitionPlaintext },
});
