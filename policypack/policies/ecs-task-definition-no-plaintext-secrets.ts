import { listTaskDefinitionPlaintext } from "../places/task-definition";
import { definePlaintextPolicy } from "../plaintext/define-policy";
import { ECS_8, PLAINTEXT_TAGS } from "../plaintext/tags";
import { TYPES } from "../stack/model";

/** A secret in plaintext shows to everybody who may describe the task definition. */
export const taskDefinitionNoPlaintextSecrets = definePlaintextPolicy({
    name: "ecs-task-definition-no-plaintext-secrets",
    displayName: "ECS task definition holds no secret in plaintext",
    description:
        "A container must get secrets from a secret store, and nothing else in its definition may show one.",
    enforcementLevel: "mandatory",
    severity: "critical",
    tags: [...PLAINTEXT_TAGS, "ecs"],
    framework: ECS_8,
    remediationSteps:
        "Store the value in AWS Secrets Manager or SSM Parameter Store and name it under secrets in the container definition.",
    url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html",
    resources: { [TYPES.taskDefinition]: listTaskDefinitionPlaintext },
});
