import type { Account } from "../account";
import {
    AwsError,
    canonicalJson,
    text,
    type Properties,
    type ResourceType,
} from "../resource-type";
import { parseEventPattern } from "./pattern";
import { refuseBus, requireRule, rules, type Rule } from "./rules";

/** Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const MAX_PATTERN_CHARACTERS = 2048;

const STATES = ["DISABLED", "ENABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"] as const;

/** The resource type of rules. */
export const eventRule: ResourceType = {
    token: "aws:cloudwatch/eventRule:EventRule",
    autoName: "name",
    defaults: { eventBusName: "default", forceDestroy: false },
    replaceOn: ["eventBusName", "name", "namePrefix"],
    canonical: { eventPattern: canonicalJson },
    computed: ["arn", "namePrefix", "tagsAll"],
    create(account, inputs) {
        const name = text(inputs, "name");
        const targets = rules(account).get(name)?.targets ?? [];
        // PutRule takes the place of a rule of the same name, as AWS's does.
        const created = { ...readInputs(account, name, inputs), targets };
        rules(account).put(name, created);
        return { id: name, outputs: describe(created, inputs) };
    },
    read(account, id, outputs) {
        const found = rules(account).get(id);
        return found && { ...describe(found, outputs), eventPattern: found.eventPattern };
    },
    update(account, id, inputs) {
        const { targets } = requireRule(account, "PutRule", id);
        const updated = { ...readInputs(account, id, inputs), targets };
        rules(account).put(id, updated);
        return { id, outputs: describe(updated, inputs) };
    },
    delete(account, id) {
        const targets = rules(account).get(id)?.targets ?? [];
        if (targets.length > 0) {
            const message = "Rule can't be deleted since it has targets.";
            throw new AwsError("EventBridge: DeleteRule", "ValidationException", message);
        }
        rules(account).delete(id);
    },
};

function describe(found: Rule, properties: Properties): Properties {
    return { ...properties, name: found.name, arn: found.arn, state: found.state };
}

function readInputs(account: Account, name: string, inputs: Properties): Omit<Rule, "targets"> {
    const eventPattern = text(inputs, "eventPattern");
    refuseBus(account, text(inputs, "eventBusName"));
    if (!/^[A-Za-z0-9._-]{1,64}$/.test(name)) {
        const message = `Value '${name}' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_A-Za-z0-9]+ and have length less than or equal to 64`;
        refuse("ValidationException", message);
    }
    if (inputs.scheduleExpression !== undefined) {
        throw new Error("simulated AWS: there is no clock here, so that no schedule is simulated");
    }
    if (eventPattern === "") {
        const message = "Parameter(s) EventPattern or ScheduleExpression must be specified.";
        refuse("ValidationException", message);
    }
    if (eventPattern.length > MAX_PATTERN_CHARACTERS) {
        const message = `The event pattern has ${eventPattern.length} characters; the quota is ${MAX_PATTERN_CHARACTERS}.`;
        refuse("LimitExceededException", message);
    }
    const { problem } = parseEventPattern(eventPattern);
    if (problem?.includes("not simulated")) {
        throw new Error(`simulated AWS: ${problem}`);
    }
    if (problem !== undefined) {
        const message = `Event pattern is not valid. Reason: ${problem}`;
        refuse("InvalidEventPatternException", message);
    }
    return {
        name,
        arn: account.arn("events", `rule/${name}`),
        eventPattern,
        state: readState(inputs),
    };
}

function readState(inputs: Properties): Rule["state"] {
    const byDefault = inputs.isEnabled === false ? "DISABLED" : "ENABLED";
    const given = text(inputs, "state") || byDefault;
    const state = STATES.find((one) => one === given);
    return state ?? refuse("ValidationException", `There is no state ${given} of a rule.`);
}

function refuse(code: string, message: string): never {
    throw new AwsError("EventBridge: PutRule", code, message);
}
