import type { StackValidationPolicy } from "@pulumi/policy";
import { createReporter } from "../config/reporter";
import { SUSPECTED_CONFIG } from "../config/schema";
import { NIST_AC_6 } from "../frameworks";
import { findMisplacedRights } from "../misplaced/find-misplaced";
import { TYPES } from "../stack/model";
import { readStack } from "../stack/read-stack";

/** What a container is given its role needs no right to; and giving it is another role's right. */
export const taskRoleNoInjectedSecretAccess: StackValidationPolicy = {
    name: "ecs-task-role-no-injected-secret-access",
    displayName: "ECS task role has no right to what is injected",
    description:
        "The right to read what is injected must be the task execution role's, and only its own.",
    enforcementLevel: "advisory",
    severity: "low",
    tags: ["ecs", "iam", "secrets"],
    configSchema: SUSPECTED_CONFIG,
    framework: NIST_AC_6,
    remediationSteps:
        "Move the statement from the task role to the task execution role; the message prints it. Let the task role keep it only if the program reads the secret by itself.",
    url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-ecs-iam-role-overview.html",
    validateStack: (args, violation) => {
        const { report } = createReporter(taskRoleNoInjectedSecretAccess, args, violation);
        const model = readStack(args.resources);
        if (model.ofType(TYPES.taskDefinition).length === 0) {
            args.notApplicable(`applies to stacks with ${TYPES.taskDefinition}`);
        }
        for (const finding of findMisplacedRights(model)) {
            report(finding);
        }
    },
};
