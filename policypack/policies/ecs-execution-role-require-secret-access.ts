import { defineAccessPolicy } from "../access/define-policy";
import { listReadNeeds } from "../access/list-needs";
import { NIST_AC_3 } from "../frameworks";

/** A task must be able to read what it injects, or it never starts. */
export const executionRoleRequireSecretAccess = defineAccessPolicy({
    name: "ecs-execution-role-require-secret-access",
    displayName: "ECS task execution role can read what it injects",
    description:
        "A task execution role must be allowed to read every secret, parameter and environment file that its tasks inject.",
    enforcementLevel: "mandatory",
    severity: "high",
    tags: ["ecs", "iam", "secrets", "secretsmanager", "ssm", "s3"],
    framework: NIST_AC_3,
    remediationSteps:
        "Add a statement to the task execution role, not to the task role, that allows secretsmanager:GetSecretValue on the secret, ssm:GetParameters on the parameter, or s3:GetObject and s3:GetBucketLocation for the environment file; the violation prints it.",
    url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html",
    verb: "read",
    listNeeds: listReadNeeds,
});
