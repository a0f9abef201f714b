import { parseArn } from "../../../core";
import type { Account } from "../account";
import { hex } from "../ids";
import { AwsError, text, type Properties, type ResourceType } from "../resource-type";
import { refuseBus, requireRule, rules, type Target } from "./rules";

/** Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const MAX_TARGETS = 5;

/** Source: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_RetryPolicy.html */
const DEFAULT_RETRY_ATTEMPTS = 185;

/** What an input that the simulation has not would change. */
const NOT_SIMULATED = [
    "appsyncTarget",
    "batchTarget",
    "ecsTarget",
    "httpTarget",
    "inputPath",
    "inputTransformer",
    "kinesisTarget",
    "redshiftTarget",
    "runCommandTargets",
    "sagemakerPipelineTarget",
    "sqsTarget",
];

/** The resource type of the targets of rules. */
export const eventTarget: ResourceType = {
    token: "aws:cloudwatch/eventTarget:EventTarget",
    defaults: { eventBusName: "default", forceDestroy: false },
    required: ["arn", "rule"],
    replaceOn: ["eventBusName", "rule", "targetId"],
    computed: ["targetId"],
    create(account, inputs) {
        const rule = text(inputs, "rule");
        const id = text(inputs, "targetId") || `terraform-${hex(26)}`;
        putTarget(account, rule, readInputs(account, id, inputs));
        return { id: `${rule}-${id}`, outputs: { ...inputs, targetId: id } };
    },
    read(account, _id, outputs) {
        const targets = rules(account).get(text(outputs, "rule"))?.targets ?? [];
        return targets.some(({ id }) => id === outputs.targetId) ? outputs : undefined;
    },
    update(account, id, inputs, olds) {
        const targetId = text(olds, "targetId");
        putTarget(account, text(inputs, "rule"), readInputs(account, targetId, inputs));
        return { id, outputs: { ...inputs, targetId } };
    },
    delete(account, _id, outputs) {
        const rule = rules(account).get(text(outputs, "rule"));
        if (rule) {
            const targets = rule.targets.filter(({ id }) => id !== outputs.targetId);
            rules(account).put(rule.name, { ...rule, targets });
        }
    },
};

function putTarget(account: Account, name: string, target: Target): void {
    const rule = requireRule(account, "PutTargets", name);
    const targets = [...rule.targets.filter(({ id }) => id !== target.id), target];
    if (targets.length > MAX_TARGETS) {
        const message = "The requested resource exceeds the maximum number allowed.";
        refuse("LimitExceededException", message);
    }
    rules(account).put(name, { ...rule, targets });
}

function readInputs(account: Account, id: string, inputs: Properties): Target {
    refuseBus(account, text(inputs, "eventBusName"));
    const [lacking] = NOT_SIMULATED.filter((name) => inputs[name] !== undefined);
    if (lacking !== undefined) {
        throw new Error(`simulated AWS: ${lacking} of an event target is not simulated`);
    }
    const arn = text(inputs, "arn");
    const roleArn = text(inputs, "roleArn");
    const input = text(inputs, "input");
    refuseArn(arn, roleArn);
    if (input !== "" && !isJson(input)) {
        refuse("ValidationException", "JSON syntax error in input for target.");
    }
    const deadLetterArn = text((inputs.deadLetterConfig ?? {}) as Properties, "arn");
    if (deadLetterArn !== "" && parseArn(deadLetterArn)?.service !== "sqs") {
        const message = "Parameter DeadLetterConfig.Arn is not the ARN of an Amazon SQS queue.";
        refuse("ValidationException", message);
    }
    return {
        id,
        arn,
        ...(roleArn !== "" && { roleArn }),
        ...(input !== "" && { input }),
        ...(deadLetterArn !== "" && { deadLetterArn }),
        maximumRetryAttempts: readAttempts(inputs),
    };
}

function refuseArn(arn: string, roleArn: string): void {
    const service = parseArn(arn)?.service;
    if (service === undefined) {
        const message = `Parameter ${arn} is not valid. Reason: Provided Arn is not in correct format.`;
        refuse("ValidationException", message);
    }
    if (service !== "sqs" && service !== "states") {
        throw new Error(
            `simulated AWS: a target is a state machine or a queue here, and no resource of ${service}`,
        );
    }
    if (service === "states" && roleArn === "") {
        refuse("ValidationException", `RoleArn is required for target ${arn}.`);
    }
}

function readAttempts({ retryPolicy }: Properties): number {
    const policy = (retryPolicy ?? {}) as Properties;
    const attempts = policy.maximumRetryAttempts ?? DEFAULT_RETRY_ATTEMPTS;
    const age = policy.maximumEventAgeInSeconds ?? 86_400;
    if (!isBetween(attempts, 0, 185)) {
        const message = "MaximumRetryAttempts must be between 0 and 185.";
        refuse("ValidationException", message);
    }
    if (!isBetween(age, 60, 86_400)) {
        const message = "MaximumEventAgeInSeconds must be between 60 and 86400.";
        refuse("ValidationException", message);
    }
    return Number(attempts);
}

function isBetween(value: unknown, least: number, most: number): boolean {
    return typeof value === "number" && value >= least && value <= most;
}

function isJson(json: string): boolean {
    try {
        JSON.parse(json);
        return true;
    } catch {
        return false;
    }
}

function refuse(code: string, message: string): never {
    throw new AwsError("EventBridge: PutTargets", code, message);
}
