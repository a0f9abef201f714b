import type {
    PolicyResource,
    ResourceValidationPolicy,
    StackValidationPolicy,
} from "@pulumi/policy";
import { createReporter, type Reporter } from "../config/reporter";
import { SUSPECTED_CONFIG } from "../config/schema";
import { toClassic } from "../stack/classic";
import { findRole, type TaskRole } from "../stack/execution-role";
import { type StackModel, TYPES } from "../stack/model";
import { readStack } from "../stack/read-stack";
import { judgeDenial, urnOfRole, type Rights } from "./judge";
import { mayBeDenied } from "./may-be-denied";
import { formatDenied, formatSuspected, formatUndetermined, type OpenNeed } from "./messages";
import type { Need } from "./need";
import { judgementOf, needsOf, rightsOf, type ListNeeds } from "./remembered";
import { judgeServices, seenResources } from "./seen";

/** A policy on what a task execution role must be allowed. */
export interface AccessPolicy extends Omit<
    StackValidationPolicy,
    "validateStack" | "configSchema"
> {
    /** What the role does with what is injected: read it, decrypt it. */
    readonly verb: string;
    /** All that a role must be allowed for a task. */
    readonly listNeeds: ListNeeds;
}

/** A task definition whose role is to be judged. */
interface Task {
    readonly task: PolicyResource;
    readonly role: TaskRole;
    readonly rights: Rights;
}

/**
 * Makes a policy that judges the whole stack once it is known, and a service before it is created,
 * as far as that can be told: what forbids cannot be outweighed by what comes later.
 */
export function defineAccessPolicy(
    policy: AccessPolicy,
): StackValidationPolicy & ResourceValidationPolicy {
    const { verb, listNeeds, ...metadata } = policy;
    const described = { ...metadata, configSchema: SUSPECTED_CONFIG };
    return {
        ...described,
        validateResource: judgeServices((args, violation) => {
            seenResources.note(args);
            const { type, props } = toClassic({ type: args.type, props: args.props });
            if (type !== TYPES.service) {
                args.notApplicable(`applies to stacks with ${TYPES.taskDefinition}`);
            }
            const { report } = createReporter(described, args, violation);
            const model = seenResources.modelFor(props);
            for (const { task, role, rights } of listTasks(model)) {
                for (const need of needsOf(listNeeds, model, task, role)) {
                    const verdict =
                        mayBeDenied(rights, need) && judgeDenial(withWhatFollows(rights), need);
                    if (verdict) {
                        seenResources.noteSaid(keyOf(policy.name, task, need));
                        const message = formatDenied(need, role, verdict);
                        report({ urn: task.urn, certainty: "certain", message });
                    }
                }
            }
        }),
        validateStack: (args, violation) => {
            const { report } = createReporter(described, args, violation);
            const model = readStack(args.resources);
            const tasks = listTasks(model);
            if (tasks.length === 0) {
                args.notApplicable(`applies to stacks with ${TYPES.taskDefinition}`);
            }
            const open = tasks.flatMap((task) => {
                const needs = needsOf(listNeeds, model, task.task, task.role);
                const isNews = (need: Need) =>
                    !seenResources.hasSaid(keyOf(policy.name, task.task, need));
                return reportTask(task, needs.filter(isNews), report);
            });
            reportOpen(verb, open, report);
        },
    };
}

function listTasks(model: StackModel): Task[] {
    return model.ofType(TYPES.taskDefinition).flatMap((task) => {
        const role = findRole(model, task);
        return role.kind === "none" ? [] : { task, role, rights: rightsOf(model, role) };
    });
}

/** Before all is registered, what gives a right may yet come; what forbids is there for good. */
function withWhatFollows(rights: Rights): Rights {
    const why = "what is registered after the service is not known yet";
    const later = { name: "of what follows", kind: "unknown", why } as const;
    return { ...rights, policies: [...rights.policies, { policy: later, sources: [] }] };
}

interface OpenTask extends OpenNeed {
    readonly urn: string;
    readonly role: TaskRole;
}

/** Reports what can be told of a task, and gives what cannot. */
function reportTask(
    { task, role, rights }: Task,
    needs: readonly Need[],
    report: Reporter["report"],
): OpenTask[] {
    const { urn } = task;
    return needs.flatMap((need) => {
        const judgement = judgementOf(rights, need);
        switch (judgement.answer) {
            case "allowed":
                return [];
            case "denied":
                report({
                    urn,
                    certainty: "certain",
                    message: formatDenied(need, role, judgement.verdict),
                });
                return [];
            case "suspected":
                report({
                    urn,
                    certainty: "suspected",
                    message: formatSuspected(need, role, judgement.verdict),
                });
                return [];
            case "pending":
                report({ urn, certainty: "pending", message: "" });
                return [];
            case "undetermined":
                report({ urn, certainty: "pending", message: "" });
                return [{ need, judgement, urn: urnOfRole(role, task), role }];
        }
    });
}

/** One line for each role, whatever it is that is not known. */
function reportOpen(verb: string, open: readonly OpenTask[], report: Reporter["report"]): void {
    for (const urn of new Set(open.map((one) => one.urn))) {
        const ofRole = open.filter((one) => one.urn === urn);
        const message = formatUndetermined(verb, ofRole[0].role, ofRole);
        report({ urn, certainty: "undetermined", message });
    }
}

function keyOf(policy: string, task: PolicyResource, { places, requests }: Need): string {
    return JSON.stringify([policy, task.urn, requests[0].action, places]);
}
