import { cluster, taskDefinition } from "./ecs";
import { service } from "./ecs-service";
import { eventRule, eventTarget } from "./events";
import { policy, role, rolePolicy, rolePolicyAttachment } from "./iam";
import { alias, key, keyPolicy } from "./kms";
import { lambdaFunction, permission } from "./lambda";
import { logGroup } from "./logs";
import type { Translation } from "./request";
import { secret, secretPolicy, secretRotation, secretVersion } from "./secretsmanager";
import { stateMachine } from "./sfn";
import { queue, queuePolicy } from "./sqs";
import { parameter } from "./ssm";

export * from "./request";

/** The translations by the type tokens of the resources. */
export const translations: Readonly<Record<string, Translation>> = {
    "aws:cloudwatch/eventRule:EventRule": eventRule,
    "aws:cloudwatch/eventTarget:EventTarget": eventTarget,
    "aws:cloudwatch/logGroup:LogGroup": logGroup,
    "aws:ecs/cluster:Cluster": cluster,
    "aws:ecs/service:Service": service,
    "aws:ecs/taskDefinition:TaskDefinition": taskDefinition,
    "aws:iam/policy:Policy": policy,
    "aws:iam/role:Role": role,
    "aws:iam/rolePolicy:RolePolicy": rolePolicy,
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment": rolePolicyAttachment,
    "aws:kms/alias:Alias": alias,
    "aws:kms/key:Key": key,
    "aws:kms/keyPolicy:KeyPolicy": keyPolicy,
    "aws:lambda/function:Function": lambdaFunction,
    "aws:lambda/permission:Permission": permission,
    "aws:secretsmanager/secret:Secret": secret,
    "aws:secretsmanager/secretPolicy:SecretPolicy": secretPolicy,
    "aws:secretsmanager/secretRotation:SecretRotation": secretRotation,
    "aws:secretsmanager/secretVersion:SecretVersion": secretVersion,
    "aws:sfn/stateMachine:StateMachine": stateMachine,
    "aws:sqs/queue:Queue": queue,
    "aws:sqs/queuePolicy:QueuePolicy": queuePolicy,
    "aws:ssm/parameter:Parameter": parameter,
};
