import {
    planDeliveryRolePolicy,
    planDeliveryRoleTrust,
    planQueuePolicy,
    planRedeployRolePolicy,
    planRedeployRoleTrust,
    planRedeployStateMachine,
} from "../../../../core/plan/rotation";
import { listServices } from "../../../../sandbox/aws/ecs";
import { listLostEvents } from "../../../../sandbox/aws/events";
import type { Properties } from "../../../../sandbox/aws/resource-type";
import { putSecretValue } from "../../../../sandbox/aws/secretsmanager";
import { listMessages } from "../../../../sandbox/aws/sqs";
import { listExecutions } from "../../../../sandbox/aws/states";
import { allow } from "../../../support/simulated-aws";
import { EventAccount, trustOf } from "./account";

/** What is otherwise than it should be in the world of a test. */
export interface Deviation {
    readonly ruleState?: string;
    readonly deliveryTrust?: object;
    readonly deliveryPolicy?: object;
    readonly redeployPolicy?: object;
    readonly queuePolicy?: object;
    readonly target?: Properties;
}

/** A service that injects a secret, and all that redeploys it when the secret is rotated. */
export class RotationWorld extends EventAccount {
    readonly secret = this.makeSecret("db");
    readonly service = this.makeService();
    readonly queue = this.make("queue", { name: "failures" }).outputs;
    readonly ruleArn: string;
    readonly machineArn: string;
    readonly targetId: string;

    constructor(deviation: Deviation = {}, ...where: ConstructorParameters<typeof EventAccount>) {
        super(...where);
        const { account } = this;
        const queueArn = String(this.queue.arn);
        const redeployPolicy =
            deviation.redeployPolicy ??
            planRedeployRolePolicy({ serviceArn: this.service, queueArn });
        this.machineArn = this.makeArn("machine", {
            name: "redeploy",
            roleArn: this.roleOf(
                "redeploy",
                planRedeployRoleTrust(account.location),
                redeployPolicy,
            ),
            definition: planRedeployStateMachine({
                partition: account.partition,
                cluster: "main",
                service: this.service,
                queueUrl: String(this.queue.url),
            }),
        });
        this.ruleArn = this.makeArn("rule", {
            name: "rotated",
            state: deviation.ruleState,
            eventPattern: JSON.stringify({
                source: ["aws.secretsmanager"],
                "detail-type": ["Secret Label Updated"],
                resources: [this.secret],
                detail: { labelUpdated: ["AWSCURRENT"] },
            }),
        });
        const policy =
            deviation.queuePolicy ??
            planQueuePolicy({ queueArn, ruleArns: [this.ruleArn], account: account.id });
        this.make("queuePolicy", {
            queueUrl: this.queue.url,
            policy: JSON.stringify(policy),
        });
        this.targetId = this.make("target", {
            rule: "rotated",
            arn: this.machineArn,
            roleArn: this.deliveryRole(deviation),
            deadLetterConfig: { arn: queueArn },
            ...deviation.target,
        }).id;
    }

    /** Puts a value into a secret from outside. */
    rotate(secret: string = this.secret): void {
        putSecretValue(this.account, secret, "fake-rotated");
    }

    /** Makes a secret that has a value. */
    makeSecret(name: string): string {
        const secretId = this.output("secret", { name }, "arn");
        this.create("secretVersion", { secretId, secretString: "fake-first" });
        return secretId;
    }

    /** How many deployments the service has seen, the first one included. */
    deployments(): number {
        return listServices(this.account)[0].deployments.length;
    }

    /** The names of the states that each execution entered, with the attempts. */
    histories(): [state: string, attempts: number][][] {
        return listExecutions(this.account).map(({ history }) =>
            history.map(({ state, attempts }) => [state, attempts]),
        );
    }

    /** What stands in the queue, parsed, with the attributes. */
    messages() {
        return listMessages(this.account, String(this.queue.arn)).map(({ body, attributes }) => ({
            body: JSON.parse(body) as Record<string, unknown>,
            attributes,
        }));
    }

    /** Why events got lost. */
    losses(): [code: string, reason: string][] {
        return listLostEvents(this.account).map(({ failure, reason }) => [failure.code, reason]);
    }

    private deliveryRole(deviation: Deviation): string {
        const trust = planDeliveryRoleTrust(this.account.location, [this.ruleArn]);
        const policy = planDeliveryRolePolicy({ stateMachineArn: this.machineArn });
        return this.roleOf(
            "deliver",
            deviation.deliveryTrust ?? trust,
            deviation.deliveryPolicy ?? policy,
        );
    }

    private makeService(): string {
        const containers = [
            {
                name: "app",
                image: "app",
                memory: 128,
                secrets: [{ name: "DB", valueFrom: this.secret }],
            },
        ];
        const rights = allow("secretsmanager:GetSecretValue", this.secret);
        const taskDefinition = this.output(
            "task",
            {
                family: "app",
                containerDefinitions: JSON.stringify(containers),
                executionRoleArn: this.roleOf("execute", trustOf("ecs-tasks"), rights),
            },
            "arn",
        );
        const cluster = this.output("cluster", { name: "main" }, "arn");
        const inputs = { name: "app", cluster, taskDefinition, desiredCount: 1 };
        return this.output("service", inputs, "arn");
    }
}
