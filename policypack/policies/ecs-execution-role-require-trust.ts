import type { ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { judgeServices, seenResources } from "../access/seen";
import { findUntrustedRoles } from "../access/trust";
import { createReporter } from "../config/reporter";
import { URN_EXEMPTIONS_CONFIG } from "../config/schema";
import { NIST_AC_3 } from "../frameworks";
import { toClassic } from "../stack/classic";
import { TYPES } from "../stack/model";
import { readStack } from "../stack/read-stack";

const policy = {
    name: "ecs-execution-role-require-trust",
    displayName: "ECS task execution role trusts Amazon ECS",
    description:
        "The trust policy of a task execution role must let ecs-tasks.amazonaws.com assume it.",
    enforcementLevel: "mandatory",
    severity: "high",
    tags: ["ecs", "iam"],
    configSchema: URN_EXEMPTIONS_CONFIG,
    framework: NIST_AC_3,
    remediationSteps:
        "Add a statement to the role's trust policy that allows sts:AssumeRole to the service ecs-tasks.amazonaws.com; the violation prints it.",
    url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html",
} satisfies Omit<StackValidationPolicy, "validateStack">;

/** Amazon ECS must be able to take the role with which it reads what a task injects. */
export const executionRoleRequireTrust: StackValidationPolicy & ResourceValidationPolicy = {
    ...policy,
    validateResource: judgeServices((args, violation) => {
        seenResources.note(args);
        const { type, props } = toClassic({ type: args.type, props: args.props });
        if (type !== TYPES.service) {
            args.notApplicable(`applies to stacks with ${TYPES.taskDefinition}`);
        }
        const { report } = createReporter(policy, args, violation);
        for (const finding of findUntrustedRoles(seenResources.modelFor(props))) {
            report(finding);
            if (finding.certainty === "certain") {
                seenResources.noteSaid(`${policy.name} ${finding.urn}`);
            }
        }
    }),
    validateStack: (args, violation) => {
        const model = readStack(args.resources);
        const { report } = createReporter(policy, args, violation);
        if (model.ofType(TYPES.taskDefinition).length === 0) {
            args.notApplicable(`applies to stacks with ${TYPES.taskDefinition}`);
        }
        findUntrustedRoles(model)
            .filter(({ urn }) => !seenResources.hasSaid(`${policy.name} ${urn}`))
            .forEach(report);
    },
};
