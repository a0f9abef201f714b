import type { StackValidationPolicy } from "@pulumi/policy";
import { createReporter } from "../config/reporter";
import { URN_EXEMPTIONS_CONFIG } from "../config/schema";
import { evaluateDecrypt } from "../stack/decrypt-access";
import { describeSecret, formatDecryptRemedy } from "../stack/decrypt-remedy";
import { listInjectedKeys, listOutsidePlaces } from "../stack/injected-keys";
import { StackModel, TYPES } from "../stack/model";
import { findExecutionRole } from "../stack/execution-role";

/** A task must be able to decrypt what it injects, or it never starts. */
export const executionRoleRequireKmsDecrypt: StackValidationPolicy = {
    name: "ecs-execution-role-require-kms-decrypt",
    displayName: "ECS task execution role can decrypt what it injects",
    description:
        "A task execution role must be allowed kms:Decrypt on the customer managed key of every secret that its tasks inject.",
    enforcementLevel: "mandatory",
    severity: "high",
    tags: ["ecs", "iam", "kms", "secrets"],
    configSchema: URN_EXEMPTIONS_CONFIG,
    remediationSteps:
        "Add a statement to the task execution role that allows kms:Decrypt on the key, scoped by kms:ViaService and the encryption context; the violation prints it.",
    url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html",
    validateStack: (args, violation) => {
        const { report } = createReporter(executionRoleRequireKmsDecrypt, args, violation);
        const model = new StackModel(args.resources);
        const tasks = model.ofType(TYPES.taskDefinition);
        if (tasks.length === 0) {
            args.notApplicable(`applies to stacks with ${TYPES.taskDefinition}`);
        }
        for (const task of tasks) {
            const { urn } = task;
            const role = findExecutionRole(model, task);
            const outside = listOutsidePlaces(model, task);
            if (outside.length > 0) {
                const message = `undetermined: ${outside.join(", ")}: not a secret of this stack, so its key is not known; a customer managed key needs kms:Decrypt.`;
                report({ urn, certainty: "undetermined", message });
            }
            for (const injected of role.kind === "none" ? [] : listInjectedKeys(model, task)) {
                const verdict = evaluateDecrypt(model, task, role, injected);
                const secret = describeSecret(injected);
                if (verdict.answer === "denied") {
                    const remedy = formatDecryptRemedy(verdict, role, injected);
                    const message = `${secret}: ${verdict.explanation} ${remedy}`;
                    report({ urn, certainty: "certain", message });
                } else if (verdict.answer === "undetermined") {
                    const who = role.kind === "role" ? ` (execution role ${role.role.name})` : "";
                    const message = `undetermined: ${secret}${who}: ${verdict.explanation}`;
                    report({ urn, certainty: "undetermined", message });
                }
            }
        }
    },
};
