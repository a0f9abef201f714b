import { EventRule, EventTarget } from "@pulumi/aws/cloudwatch";
import type { Service } from "@pulumi/aws/ecs";
import { Role, RolePolicy } from "@pulumi/aws/iam";
import { StateMachine } from "@pulumi/aws/sfn";
import { Queue, QueuePolicy } from "@pulumi/aws/sqs";
import * as pulumi from "@pulumi/pulumi";
import {
    planDeliveryRolePolicy,
    planDeliveryRoleTrust,
    planQueuePolicy,
    planRedeployRolePolicy,
    planRedeployRoleTrust,
    planRedeployStateMachine,
} from "../../core";
import { throwWhenKnown } from "../findings-error";
import { createChild, narrowGate, type Scope } from "../scope";
import type { Task } from "../task";
import type { ServiceScope } from "./service";
import { planWatchedSecrets, type WatchedSecrets } from "./watched-secrets";

/** Two weeks, the most that Amazon SQS keeps a message: somebody has to see it. */
const RETENTION_SECONDS = 1_209_600;

/**
 * Creates what deploys the service anew when a secret changes outside of the program: rules that see
 * the change, a state machine that forces the deployment, and a queue for what failed. Gives the
 * scope in which nothing speaks against them any more.
 */
export function redeployOnRotation(ofService: ServiceScope, task: Task, service: Service): Scope {
    const watched = planWatchedSecrets(ofService, task.injections);
    const scope = narrowGate(ofService, () => throwWhenKnown(ofService.title, watched.findings));
    const queue = createChild(scope, "deadLetterQueue", Queue, "rotation-failures", {
        messageRetentionSeconds: RETENTION_SECONDS,
        sqsManagedSseEnabled: true,
        tags: scope.args.tags,
    });
    const machine = createStateMachine(scope, service, queue);
    const rules = createRules(scope, watched, task);
    const ruleArns = pulumi.all(rules.map(({ arn }) => arn));
    const queuePolicy = createChild(
        scope,
        "deadLetterQueuePolicy",
        QueuePolicy,
        "rotation-failures-policy",
        {
            queueUrl: queue.url,
            policy: pulumi
                .all([queue.arn, ruleArns, scope.location])
                .apply(([queueArn, arns, { account }]) =>
                    JSON.stringify(planQueuePolicy({ queueArn, ruleArns: arns, account })),
                ),
        },
    );
    const delivery = createRole(scope, "delivery", {
        description: `Starts the redeployment of ${scope.name}`,
        trust: pulumi
            .all([scope.location, ruleArns])
            .apply(([location, arns]) => planDeliveryRoleTrust(location, arns)),
        policy: machine.arn.apply((stateMachineArn) => planDeliveryRolePolicy({ stateMachineArn })),
    });
    rules.forEach((rule, index) =>
        createChild(
            scope,
            "rotationTarget",
            EventTarget,
            numbered("rotation-target", index, rules.length),
            {
                rule: rule.name,
                arn: machine.arn,
                roleArn: delivery.arn,
                deadLetterConfig: { arn: queue.arn },
            },
            { dependsOn: [...delivery.rights, queuePolicy] },
        ),
    );
    return scope;
}

/** The rules wait for the values: the first version of a secret is no rotation. */
function createRules(scope: Scope, { patterns, rules }: WatchedSecrets, { prerequisites }: Task) {
    return Array.from({ length: rules }, (_, index) =>
        createChild(
            scope,
            "rotationRule",
            EventRule,
            numbered("rotation-rule", index, rules),
            {
                description: `Sees the secrets of ${scope.name} change`,
                eventPattern: patterns.apply((all) => all[index]),
                tags: scope.args.tags,
            },
            { dependsOn: [...prerequisites] },
        ),
    );
}

function createStateMachine(scope: ServiceScope, service: Service, queue: Queue): StateMachine {
    const role = createRole(scope, "redeployment", {
        description: `Redeploys ${scope.name}`,
        trust: scope.location.apply(planRedeployRoleTrust),
        policy: pulumi
            .all([service.arn, queue.arn])
            .apply(([serviceArn, queueArn]) => planRedeployRolePolicy({ serviceArn, queueArn })),
    });
    const definition = pulumi
        .all([scope.location, scope.args.cluster, service.arn, queue.url])
        .apply(([{ partition }, ofCluster, ofService, queueUrl]) =>
            planRedeployStateMachine({
                partition,
                cluster: ofCluster,
                service: ofService,
                queueUrl,
            }),
        );
    return createChild(
        scope,
        "stateMachine",
        StateMachine,
        "redeployment",
        { definition, roleArn: role.arn, tags: scope.args.tags },
        { dependsOn: role.rights },
    );
}

interface RoleParts {
    readonly description: string;
    readonly trust: pulumi.Output<object>;
    readonly policy: pulumi.Output<object>;
}

function createRole(scope: Scope, suffix: string, { description, trust, policy }: RoleParts) {
    const { arn, name } = createChild(scope, "rotationRole", Role, `${suffix}-role`, {
        description,
        assumeRolePolicy: trust.apply((document) => JSON.stringify(document)),
        tags: scope.args.tags,
    });
    const rights = [
        createChild(scope, "rotationPolicy", RolePolicy, `${suffix}-policy`, {
            role: name,
            policy: policy.apply((document) => JSON.stringify(document)),
        }),
    ];
    return { arn, rights };
}

function numbered(suffix: string, index: number, count: number): string {
    return count === 1 ? suffix : `${suffix}-${index + 1}`;
}
