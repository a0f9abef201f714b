import type { StackValidationPolicy } from "@pulumi/policy";
import { findPlaintextSecrets } from "../../core";
import { createReporter } from "../config/reporter";
import { PLAINTEXT_CONFIG } from "../config/schema";
import { listUploadedFiles, readUploadedFile } from "../places/environment-file";
import { PLAINTEXT_TAGS } from "../plaintext/tags";
import { StackModel } from "../stack/model";

/** An environment file shows its variables to everybody who may read the bucket. */
export const environmentFileNoPlaintextSecrets: StackValidationPolicy = {
    name: "ecs-environment-file-no-plaintext-secrets",
    displayName: "ECS environment file holds no secret",
    description:
        "A container must get secrets from a secret store, and the environment files that the program uploads must hold none.",
    enforcementLevel: "mandatory",
    severity: "critical",
    tags: [...PLAINTEXT_TAGS, "ecs", "s3"],
    framework: {
        name: "AWS Foundational Security Best Practices",
        version: "1.0.0",
        reference: "ECS.8",
        specification: "Secrets should not be passed as container environment variables",
    },
    configSchema: PLAINTEXT_CONFIG,
    remediationSteps:
        "Store the value in AWS Secrets Manager or SSM Parameter Store, name it under secrets in the container definition, and take it out of the file.",
    url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html",
    validateStack: async (args, violation) => {
        const policy = environmentFileNoPlaintextSecrets;
        const { rules, report } = createReporter(policy, args, violation);
        const files = listUploadedFiles(new StackModel(args.resources));
        if (files.length === 0) {
            args.notApplicable("applies to stacks that upload environment files");
        }
        for (const file of files) {
            const { urn } = file.object;
            const { plaintext, findings } = await readUploadedFile(file);
            for (const secret of findPlaintextSecrets(plaintext, rules)) {
                const { path, reason, remedy, certainty } = secret;
                const { container, name } = secret.plaintext;
                const message = `${path} ${reason}. ${remedy}`;
                report({ urn, container, variable: name, certainty, message });
            }
            for (const { path, reason, remedy } of findings) {
                const message = `undetermined: ${path}: ${reason}. ${remedy}`;
                report({ urn, certainty: "undetermined", message });
            }
        }
    },
};
