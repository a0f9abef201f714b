import type { Policies } from "@pulumi/policy";
import { appNoPlaintextSecrets } from "./amplify-app-no-plaintext-secrets";
import { appRunnerServiceNoPlaintextSecrets } from "./apprunner-service-no-plaintext-secrets";
import { plaintextNoPulumiSecrets } from "./aws-plaintext-no-pulumi-secrets";
import { jobDefinitionNoPlaintextSecrets } from "./batch-job-definition-no-plaintext-secrets";
import { projectNoPlaintextSecrets } from "./codebuild-project-no-plaintext-secrets";
import { instanceNoPlaintextSecrets } from "./ec2-instance-no-plaintext-secrets";
import { environmentFileNoPlaintextSecrets } from "./ecs-environment-file-no-plaintext-secrets";
import { executionRoleRequireKmsDecrypt } from "./ecs-execution-role-require-kms-decrypt";
import { executionRoleRequireSecretAccess } from "./ecs-execution-role-require-secret-access";
import { executionRoleRequireTrust } from "./ecs-execution-role-require-trust";
import { exemptionRequireUse } from "./ecs-exemption-require-use";
import { secretInjectedServiceNoPlaintextSecrets } from "./ecs-secret-injected-service-no-plaintext-secrets";
import { serviceRequireRedeployment } from "./ecs-service-require-redeployment";
import { taskDefinitionNoPlaintextSecrets } from "./ecs-task-definition-no-plaintext-secrets";
import { taskDefinitionRequireExecutionRole } from "./ecs-task-definition-require-execution-role";
import { taskDefinitionRequireValidReferences } from "./ecs-task-definition-require-valid-references";
import { taskRoleNoInjectedSecretAccess } from "./ecs-task-role-no-injected-secret-access";
import { environmentNoPlaintextSecrets } from "./elasticbeanstalk-environment-no-plaintext-secrets";
import { targetNoPlaintextSecrets } from "./events-target-no-plaintext-secrets";
import { jobNoPlaintextSecrets } from "./glue-job-no-plaintext-secrets";
import { rolePolicyNoWildcardSecretAccess } from "./iam-role-policy-no-wildcard-secret-access";
import { functionNoPlaintextSecrets } from "./lambda-function-no-plaintext-secrets";
import { lightsailContainerNoPlaintextSecrets } from "./lightsail-container-no-plaintext-secrets";
import { secretRequireTracking } from "./pulumi-secret-require-tracking";
import { secretRequireUsableKey } from "./secretsmanager-secret-require-usable-key";
import { stateMachineNoPlaintextSecrets } from "./sfn-state-machine-no-plaintext-secrets";
import { parameterNoPlaintextSecrets } from "./ssm-parameter-no-plaintext-secrets";

/**
 * The policies of the pack, in the order of their names; the last one judges what the others have
 * met of exemptions, and the SDK asks one after another.
 */
export const policies: Policies = [
    appNoPlaintextSecrets,
    appRunnerServiceNoPlaintextSecrets,
    plaintextNoPulumiSecrets,
    jobDefinitionNoPlaintextSecrets,
    projectNoPlaintextSecrets,
    instanceNoPlaintextSecrets,
    environmentFileNoPlaintextSecrets,
    executionRoleRequireKmsDecrypt,
    executionRoleRequireSecretAccess,
    executionRoleRequireTrust,
    secretInjectedServiceNoPlaintextSecrets,
    serviceRequireRedeployment,
    taskDefinitionNoPlaintextSecrets,
    taskDefinitionRequireExecutionRole,
    taskDefinitionRequireValidReferences,
    taskRoleNoInjectedSecretAccess,
    environmentNoPlaintextSecrets,
    targetNoPlaintextSecrets,
    jobNoPlaintextSecrets,
    rolePolicyNoWildcardSecretAccess,
    functionNoPlaintextSecrets,
    lightsailContainerNoPlaintextSecrets,
    secretRequireTracking,
    secretRequireUsableKey,
    stateMachineNoPlaintextSecrets,
    parameterNoPlaintextSecrets,
    exemptionRequireUse,
];
