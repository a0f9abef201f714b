import type { StackValidationPolicy } from "@pulumi/policy";
import { evaluateDecrypt } from "../stack/decrypt-access";
import { describeSecret, formatDecryptRemedy } from "../stack/decrypt-remedy";
import { listInjectedKeys, listOutsidePlaces } from "../stack/injected-keys";
import { StackModel, TYPES } from "../stack/model";
import { findExecutionRole } from "../stack/execution-role";
import { reportAdvisory } from "../report";

/** A task must be able to decrypt what it injects, or it never starts. */
export const executionRoleRequireKmsDecrypt: StackValidationPolicy = {
    name: "ecs-execution-role-require-kms-decrypt",
    displayName: "ECS task execution role can decrypt what it injects",
    description:
        "A task execution role must be allowed kms:Decrypt on the customer managed key of every secret that its tasks inject.",
    enforcementLevel: "mandatory",
    severity: "high",
    tags: ["ecs", "iam", "kms", "secrets"],
    remediationSteps:
        "Add a statement to the task execution role that allows kms:Decrypt on the key, scoped by kms:ViaService and the encryption context; the violation prints it.",
    url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html",
    validateStack: ({ resources }, report) => {
        const model = new StackModel(resources);
        for (const task of model.ofType(TYPES.taskDefinition)) {
            const role = findExecutionRole(model, task);
            const outside = listOutsidePlaces(model, task);
            if (outside.length > 0) {
                const message = `undetermined: ${outside.join(", ")}: not a secret of this stack, so its key is not known; a customer managed key needs kms:Decrypt.`;
                reportAdvisory(report, message, task.urn);
            }
            for (const injected of role.kind === "none" ? [] : listInjectedKeys(model, task)) {
                const verdict = evaluateDecrypt(model, task, role, injected);
                const secret = describeSecret(injected);
                if (verdict.answer === "denied") {
                    const remedy = formatDecryptRemedy(verdict, role, injected);
                    report(`${secret}: ${verdict.explanation} ${remedy}`, task.urn);
                } else if (verdict.answer === "undetermined") {
                    const who = role.kind === "role" ? ` (execution role ${role.role.name})` : "";
                    const message = `undetermined: ${secret}${who}: ${verdict.explanation}`;
                    reportAdvisory(report, message, task.urn);
                }
            }
        }
    },
};
