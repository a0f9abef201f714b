import { SERVICE_TYPE, TASK_DEFINITION_TYPE } from "../../core";
import { listComponentPlaintext } from "../places/component";
import { definePlaintextPolicy } from "../plaintext/define-policy";
import { ECS_8, PLAINTEXT_TAGS } from "../plaintext/tags";

/** What the component cannot judge yet, the names of its variables tell at the first preview. */
export const secretInjectedServiceNoPlaintextSecrets = definePlaintextPolicy({
    name: "ecs-secret-injected-service-no-plaintext-secrets",
    displayName: "ECS component is given no secret as a variable",
    description:
        "A container of the component must get secrets under secrets, and none as an Output in environment.",
    enforcementLevel: "advisory",
    severity: "high",
    tags: [...PLAINTEXT_TAGS, "ecs"],
    framework: ECS_8,
    remediationSteps:
        "Give the value under secrets of the container: the component stores it in AWS Secrets Manager or SSM Parameter Store, and injects it.",
    url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html",
    resources: {
        [SERVICE_TYPE]: listComponentPlaintext,
        [TASK_DEFINITION_TYPE]: listComponentPlaintext,
    },
});
