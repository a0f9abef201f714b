import { listProjectPlaintext } from "../places/project";
import { definePlaintextPolicy } from "../plaintext/define-policy";
import { PLAINTEXT_TAGS } from "../plaintext/tags";

/** A variable of a project shows to everybody who may see the project or one of its builds. */
export const projectNoPlaintextSecrets = definePlaintextPolicy({
    name: "codebuild-project-no-plaintext-secrets",
    displayName: "CodeBuild project holds no secret in plaintext",
    description: "A build must get its secrets from a secret store, not from a plaintext variable.",
    enforcementLevel: "mandatory",
    severity: "critical",
    tags: [...PLAINTEXT_TAGS, "codebuild"],
    framework: {
        name: "AWS Foundational Security Best Practices",
        version: "1.0.0",
        reference: "CodeBuild.2",
        specification:
            "CodeBuild project environment variables should not contain clear text credentials",
    },
    remediationSteps:
        "Store the value in AWS Secrets Manager or SSM Parameter Store, and give the variable the type SECRETS_MANAGER or PARAMETER_STORE and the name under which the value is stored.",
    url: "https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html#codebuild-2",
    resources: { "aws:codebuild/project:Project": listProjectPlaintext },
});
