import type { ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { createReporter } from "../config/reporter";
import { SUSPECTED_CONFIG } from "../config/schema";
import { NIST_AC_3 } from "../frameworks";
import * as roles from "../references/needs-execution-role";
import { looksAt } from "../sdk/refuse-quickly";
import { toClassic, withNative } from "../stack/classic";
import { readProperties } from "../stack/decode";
import { TYPES } from "../stack/model";
import { readStack } from "../stack/read-stack";

const SCOPE = `applies to ${TYPES.taskDefinition}`;

const policy = {
    name: "ecs-task-definition-require-execution-role",
    displayName: "ECS task definition that injects secrets has an execution role",
    description:
        "A task definition whose containers are given secrets, credentials of a registry or files must name a task execution role.",
    enforcementLevel: "mandatory",
    severity: "high",
    tags: ["ecs", "iam", "secrets"],
    configSchema: SUSPECTED_CONFIG,
    framework: NIST_AC_3,
    remediationSteps:
        "Give executionRoleArn the ARN of a role that ecs-tasks.amazonaws.com may assume and that may read what is injected.",
    url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html",
} satisfies Omit<ResourceValidationPolicy, "validateResource">;

/** Without the role AWS refuses the task definition, in the middle of an update. */
export const taskDefinitionRequireExecutionRole: ResourceValidationPolicy & StackValidationPolicy =
    {
        ...policy,
        validateResource: looksAt(withNative([TYPES.taskDefinition]), (args, violation) => {
            const { report } = createReporter(policy, args, violation);
            const { type, props } = toClassic({ type: args.type, props: args.props });
            if (type !== TYPES.taskDefinition) {
                args.notApplicable(SCOPE);
            }
            const properties = readProperties(props);
            const message = roles.findMissingRole(properties);
            if (message !== undefined) {
                report({ urn: args.urn, certainty: "certain", message });
            } else if (roles.mayMissRole(properties)) {
                report({ urn: args.urn, certainty: "pending", message: "" });
            }
        }),
        // At a first preview the definitions are one unknown text: what it is made of is known.
        validateStack: (args, violation) => {
            const { report } = createReporter(policy, args, violation);
            const model = readStack(args.resources);
            if (model.ofType(TYPES.taskDefinition).length === 0) {
                args.notApplicable(SCOPE);
            }
            for (const task of roles.findSuspectedTasks(model)) {
                report({ ...task, certainty: "suspected" });
            }
        },
    };
