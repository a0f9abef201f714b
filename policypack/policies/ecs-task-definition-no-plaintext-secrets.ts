import type { ResourceValidationPolicy } from "@pulumi/policy";
import { reportAdvisory } from "../report";
import { readDocument } from "../stack/decode";
import { findPlaintext } from "../stack/find-plaintext";
import { isOfComponent, TYPES } from "../stack/model";

/** A secret in plaintext shows to everybody who may describe the task definition. */
export const taskDefinitionNoPlaintextSecrets: ResourceValidationPolicy = {
    name: "ecs-task-definition-no-plaintext-secrets",
    displayName: "ECS task definition holds no secret in plaintext",
    description:
        "A container must get secrets from a secret store, not in plaintext environment or log options.",
    enforcementLevel: "mandatory",
    severity: "critical",
    tags: ["ecs", "secrets"],
    framework: {
        name: "AWS Foundational Security Best Practices",
        version: "1.0.0",
        reference: "ECS.8",
        specification: "Secrets should not be passed as container environment variables",
    },
    remediationSteps:
        "Store the value in AWS Secrets Manager or SSM Parameter Store and name it under secrets in the container definition.",
    url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html",
    validateResource: ({ type, urn, props }, report) => {
        if (type !== TYPES.taskDefinition) {
            return;
        }
        const reading = readDocument(props, "containerDefinitions");
        // Our component judges names and values before it registers anything.
        if (reading.kind === "unknown" && !isOfComponent({ urn })) {
            reportAdvisory(
                report,
                "undetermined: the container definitions are not known yet; they are judged at update, before the task definition is registered.",
            );
        }
        for (const { message, isCertain } of reading.kind === "known"
            ? findPlaintext(reading.text)
            : []) {
            if (isCertain) {
                report(message);
            } else {
                reportAdvisory(report, message);
            }
        }
    },
};
