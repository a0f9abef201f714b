import type { PolicyResource } from "@pulumi/policy";
import { parseArn } from "../../core";
import { isUnknownText, rawValue, readDocument, readText } from "../stack/decode";
import { isOfComponent, knownText, type StackModel } from "../stack/model";
import { mayMatch, type EventShape } from "./may-match";
import type { RotatedSecret } from "./rotated-secrets";

const RULES = ["aws:cloudwatch/eventRule:EventRule", "aws-native:events:Rule"];
const SCHEDULES = ["aws:scheduler/schedule:Schedule", "aws-native:scheduler:Schedule"];

/**
 * The calls and events by which CloudTrail tells of a rotation.
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/cloudtrail_log_entries.html
 */
const CALLS = ["PutSecretValue", "RotateSecret", "UpdateSecret", "UpdateSecretVersionStage"];
const EVENTS = ["RotationStarted", "RotationSucceeded"];

/** Whether something of the stack may deploy a service anew when a secret is rotated. */
export type MayRedeploy = (service: PolicyResource, secret: RotatedSecret) => boolean;

interface Rule {
    readonly rule: PolicyResource;
    /** The pattern; `undefined` while nothing of it is known. */
    readonly pattern: unknown;
}

/** Reads the rules of a stack once, and gives what answers for each service and secret. */
export function indexRules(model: StackModel): MayRedeploy {
    const rules = RULES.flatMap((type) => model.ofType(type))
        .filter(isListening)
        .flatMap(readPattern);
    // A rule of our component deploys the component's own service.
    const own = new Map<string, Rule[]>();
    for (const one of rules.filter(({ rule }) => isOfComponent(rule))) {
        const parent = one.rule.parent?.urn ?? "";
        own.set(parent, [...(own.get(parent) ?? []), one]);
    }
    const others = indexByArn(rules.filter(({ rule }) => !isOfComponent(rule)));
    const isScheduled = SCHEDULES.flatMap((type) => model.ofType(type)).some(isDeploying);
    const known = new Map<RotatedSecret, boolean>();
    return (service, secret) => {
        const maySee = ({ pattern }: Rule) => seesRotation(pattern, secret);
        const byOthers = known.get(secret) ?? (isScheduled || others(secret).some(maySee));
        known.set(secret, byOthers);
        const parent = service.parent?.urn;
        return byOthers || (parent !== undefined && (own.get(parent) ?? []).some(maySee));
    };
}

/** Most rules name the secrets that they are for: each of them is tried for those alone. */
function indexByArn(rules: readonly Rule[]): (secret: RotatedSecret) => readonly Rule[] {
    const byArn = new Map<string, Rule[]>();
    const open = rules.filter((rule) => {
        const arns = listNamed(rule);
        arns?.forEach((arn) => byArn.set(arn, [...(byArn.get(arn) ?? []), rule]));
        return arns === undefined;
    });
    return ({ arn }) => (arn === undefined ? rules : [...open, ...(byArn.get(arn) ?? [])]);
}

/** The secrets that a pattern names as its resources; `undefined` if it may match others. */
function listNamed({ pattern }: Rule): string[] | undefined {
    const { resources } = (pattern ?? {}) as { readonly resources?: unknown };
    return Array.isArray(resources) && resources.every(isSecretArn) ? resources : undefined;
}

function isSecretArn(value: unknown): value is string {
    return (
        typeof value === "string" &&
        !isUnknownText(value) &&
        parseArn(value)?.service === "secretsmanager"
    );
}

/** Events of AWS reach the default bus alone. */
function isListening({ props }: PolicyResource): boolean {
    const bus = readText(props, "eventBusName");
    const state = readText(props, "state");
    return (
        !(bus.kind === "known" && !/^$|(^|event-bus\/)default$/.test(bus.text)) &&
        !(state.kind === "known" && state.text === "DISABLED") &&
        rawValue(props, "isEnabled") !== false
    );
}

function readPattern(rule: PolicyResource): Rule[] {
    const written = rawValue(rule.props, "eventPattern");
    if (typeof written === "object" && written !== null) {
        return [{ rule, pattern: written }];
    }
    const reading = readDocument(rule.props, "eventPattern");
    if (reading.kind !== "known") {
        return reading.kind === "unknown" ? [{ rule, pattern: undefined }] : [];
    }
    try {
        return [{ rule, pattern: JSON.parse(reading.text) as unknown }];
    } catch {
        // AWS refuses a pattern that is no JSON: there will be no such rule.
        return [];
    }
}

/** A schedule of EventBridge may deploy any service, whatever happens to its secrets. */
function isDeploying({ props }: PolicyResource): boolean {
    const target = rawValue(props, "target");
    const arn = typeof target === "object" && target !== null ? rawValue(target, "arn") : undefined;
    return typeof arn === "string" && /aws-sdk:ecs:updateService$/i.test(arn);
}

function seesRotation(pattern: unknown, { arn, secret }: RotatedSecret): boolean {
    const name = secret && knownText(secret, "name");
    const ofCloudTrail = (kind: string, eventName: readonly string[]): EventShape => ({
        source: ["aws.secretsmanager"],
        "detail-type": [kind],
        detail: { eventSource: ["secretsmanager.amazonaws.com"], eventName },
    });
    const events: EventShape[] = [
        {
            source: ["aws.secretsmanager"],
            "detail-type": ["Secret Label Updated"],
            ...(arn !== undefined && { resources: [arn] }),
            // What this event has, and what tells those of CloudTrail, which it has not.
            detail: { ...(name !== undefined && { name: [name] }), eventName: [], eventSource: [] },
        },
        ofCloudTrail("AWS API Call via CloudTrail", CALLS),
        ofCloudTrail("AWS Service Event via CloudTrail", EVENTS),
    ];
    // Where an event carries the ARN is not the same in all: an ARN of another secret is not ours.
    const mayBeOurs = (wanted: string) =>
        arn === undefined || parseArn(wanted)?.service !== "secretsmanager" || wanted === arn;
    return pattern === undefined || events.some((event) => mayMatch(pattern, event, mayBeOurs));
}
