import type { StackValidationPolicy } from "@pulumi/policy";
import { createReporter } from "../config/reporter";
import { PLAINTEXT_CONFIG } from "../config/schema";
import { listUploadedFiles, readUploadedFile } from "../places/environment-file";
import { reportReading } from "../plaintext/report-reading";
import { ECS_8, PLAINTEXT_TAGS } from "../plaintext/tags";
import { readStack } from "../stack/read-stack";

/** An environment file shows its variables to everybody who may read the bucket. */
export const environmentFileNoPlaintextSecrets: StackValidationPolicy = {
    name: "ecs-environment-file-no-plaintext-secrets",
    displayName: "ECS environment file holds no secret",
    description:
        "A container must get secrets from a secret store, and the environment files that the program uploads must hold none.",
    enforcementLevel: "mandatory",
    severity: "critical",
    tags: [...PLAINTEXT_TAGS, "ecs", "s3"],
    framework: ECS_8,
    configSchema: PLAINTEXT_CONFIG,
    remediationSteps:
        "Store the value in AWS Secrets Manager or SSM Parameter Store, name it under secrets in the container definition, and take it out of the file.",
    url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html",
    validateStack: async (args, violation) => {
        const policy = environmentFileNoPlaintextSecrets;
        const reporter = createReporter(policy, args, violation);
        const files = listUploadedFiles(readStack(args.resources));
        if (files.length === 0) {
            args.notApplicable("applies to stacks that upload environment files");
        }
        for (const file of files) {
            reportReading(reporter, file.object.urn, await readUploadedFile(file));
        }
    },
};
