import type { Policies } from "@pulumi/policy";
import { executionRoleRequireKmsDecrypt } from "./ecs-execution-role-require-kms-decrypt";
import { taskDefinitionNoPlaintextSecrets } from "./ecs-task-definition-no-plaintext-secrets";
import { stateMachineNoPlaintextSecrets } from "./sfn-state-machine-no-plaintext-secrets";
import { parameterNoPlaintextSecrets } from "./ssm-parameter-no-plaintext-secrets";

/** The policies of the pack, in the order of their names. */
export const policies: Policies = [
    executionRoleRequireKmsDecrypt,
    taskDefinitionNoPlaintextSecrets,
    stateMachineNoPlaintextSecrets,
    parameterNoPlaintextSecrets,
];
