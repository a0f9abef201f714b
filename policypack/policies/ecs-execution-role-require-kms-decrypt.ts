import { defineAccessPolicy } from "../access/define-policy";
import { listKeyNeeds } from "../access/list-needs";
import { NIST_AC_3 } from "../frameworks";

/** A task must be able to decrypt what it injects, or it never starts. */
export const executionRoleRequireKmsDecrypt = defineAccessPolicy({
    name: "ecs-execution-role-require-kms-decrypt",
    displayName: "ECS task execution role can decrypt what it injects",
    description:
        "A task execution role must be allowed kms:Decrypt on the customer managed key of every secret that its tasks inject.",
    enforcementLevel: "mandatory",
    severity: "high",
    tags: ["ecs", "iam", "kms", "secrets"],
    framework: NIST_AC_3,
    remediationSteps:
        "Add a statement to the task execution role that allows kms:Decrypt on the key, scoped by kms:ViaService and the encryption context; the violation prints it.",
    url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html",
    verb: "decrypt",
    listNeeds: listKeyNeeds,
});
