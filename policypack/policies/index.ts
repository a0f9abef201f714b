import type { Policies } from "@pulumi/policy";
import { formatName } from "../../core";
import { findNearestName } from "../config/nearest-name";
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
 * The policies by their names, in the order of these; the last one judges what the others have met of
 * exemptions, and the SDK asks one after another.
 */
const byName = {
    "amplify-app-no-plaintext-secrets": appNoPlaintextSecrets,
    "apprunner-service-no-plaintext-secrets": appRunnerServiceNoPlaintextSecrets,
    "aws-plaintext-no-pulumi-secrets": plaintextNoPulumiSecrets,
    "batch-job-definition-no-plaintext-secrets": jobDefinitionNoPlaintextSecrets,
    "codebuild-project-no-plaintext-secrets": projectNoPlaintextSecrets,
    "ec2-instance-no-plaintext-secrets": instanceNoPlaintextSecrets,
    "ecs-environment-file-no-plaintext-secrets": environmentFileNoPlaintextSecrets,
    "ecs-execution-role-require-kms-decrypt": executionRoleRequireKmsDecrypt,
    "ecs-execution-role-require-secret-access": executionRoleRequireSecretAccess,
    "ecs-execution-role-require-trust": executionRoleRequireTrust,
    "ecs-secret-injected-service-no-plaintext-secrets": secretInjectedServiceNoPlaintextSecrets,
    "ecs-service-require-redeployment": serviceRequireRedeployment,
    "ecs-task-definition-no-plaintext-secrets": taskDefinitionNoPlaintextSecrets,
    "ecs-task-definition-require-execution-role": taskDefinitionRequireExecutionRole,
    "ecs-task-definition-require-valid-references": taskDefinitionRequireValidReferences,
    "ecs-task-role-no-injected-secret-access": taskRoleNoInjectedSecretAccess,
    "elasticbeanstalk-environment-no-plaintext-secrets": environmentNoPlaintextSecrets,
    "events-target-no-plaintext-secrets": targetNoPlaintextSecrets,
    "glue-job-no-plaintext-secrets": jobNoPlaintextSecrets,
    "iam-role-policy-no-wildcard-secret-access": rolePolicyNoWildcardSecretAccess,
    "lambda-function-no-plaintext-secrets": functionNoPlaintextSecrets,
    "lightsail-container-no-plaintext-secrets": lightsailContainerNoPlaintextSecrets,
    "pulumi-secret-require-tracking": secretRequireTracking,
    "secretsmanager-secret-require-usable-key": secretRequireUsableKey,
    "sfn-state-machine-no-plaintext-secrets": stateMachineNoPlaintextSecrets,
    "ssm-parameter-no-plaintext-secrets": parameterNoPlaintextSecrets,
    "ecs-exemption-require-use": exemptionRequireUse,
} satisfies Record<string, Policies[number]>;

/** The name of a policy of the pack. */
export type PolicyName = keyof typeof byName;

/** All policies of the pack, in the order in which they must be asked. */
export const policies: Policies = Object.values(byName);

/**
 * The policy of a name, for a pack of your own. `aws-plaintext-no-pulumi-secrets` needs
 * `pulumi-secret-require-tracking` in the same pack, and says so; `ecs-exemption-require-use` judges
 * what the policies before it have met.
 */
export function policyNamed(name: PolicyName): Policies[number] {
    if (!Object.hasOwn(byName, name)) {
        // JavaScript may ask for anything.
        const written = String(name);
        const nearest = findNearestName(written, Object.keys(byName));
        const remedy =
            nearest === undefined ? "policies lists all of them" : `did you mean ${nearest}?`;
        throw new Error(`pulumi-ecs-secrets has no policy ${formatName(written)} (${remedy})`);
    }
    return byName[name];
}
