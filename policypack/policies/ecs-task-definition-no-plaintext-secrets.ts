import type { ResourceValidationPolicy } from "@pulumi/policy";
import { detectSecret, parseContainerDefinitions, type KeyValuePair } from "../../core";
import { reportAdvisory } from "../report";
import { isUnknownText, readDocument } from "../stack/decode";
import { componentOf, TYPES } from "../stack/model";

/** A secret in plaintext shows to everybody who may describe the task definition. */
export const taskDefinitionNoPlaintextSecrets: ResourceValidationPolicy = {
    name: "ecs-task-definition-no-plaintext-secrets",
    displayName: "ECS task definition holds no secret in plaintext",
    description: "A container must get secrets from a secret store, not in plaintext environment.",
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
        if (reading.kind === "unknown" && componentOf({ urn }) === undefined) {
            reportAdvisory(
                report,
                "undetermined: the container definitions are not known yet; they are judged at update, before the task definition is registered.",
            );
        }
        const json = reading.kind === "known" ? reading.text : "[]";
        for (const { name: container, environment = [] } of parseContainerDefinitions(json)
            .definitions) {
            for (const variable of environment) {
                const finding = judge(variable);
                if (finding) {
                    const message = `container ${container}: ${variable.name} ${finding.text}`;
                    if (finding.isCertain) {
                        report(message);
                    } else {
                        reportAdvisory(report, message);
                    }
                }
            }
        }
    },
};

function judge({ name, value }: KeyValuePair): { text: string; isCertain: boolean } | undefined {
    const isUnknown = typeof value !== "string" || isUnknownText(value);
    const verdict = detectSecret(name, isUnknown ? undefined : value);
    const remedy = `Move it to secrets: {"name":${JSON.stringify(name)},"valueFrom":"<ARN of a secret or parameter>"}, and allow the task execution role to read it.`;
    if (verdict.verdict !== "secret") {
        return undefined;
    }
    return isUnknown
        ? {
              text: `is undetermined: ${verdict.reason}, and its value is not known yet. ${remedy}`,
              isCertain: false,
          }
        : {
              text: `is plaintext: ${verdict.reason}. ${remedy}`,
              isCertain: verdict.certainty === "certain",
          };
}
