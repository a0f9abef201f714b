import type { PolicyResource } from "@pulumi/policy";
import {
    explainAccess,
    PENDING,
    renderAccessDiagram,
    UNKNOWN_RESOURCE,
    type DrawnAccess,
    type DrawnTarget,
    type Explanation,
} from "../../core";
import { findRole } from "../stack/execution-role";
import { KEY_TYPES, type StackModel } from "../stack/model";
import { servicesOf } from "../stack/services";
import { judgeNeed, listRights, nameOfRole, type Judgement, type Rights } from "./judge";
import { listKeyNeeds, listReadNeeds } from "./list-needs";
import type { Need } from "./need";

/** What the role of a task definition may do of what the task needs, and why. */
export interface ServiceExplanation {
    readonly needs: readonly ExplainedNeed[];
    /** A Mermaid flowchart of it. */
    readonly diagram: string;
}

/** One need, what the policies of the pack say of it, and how that came about. */
export interface ExplainedNeed {
    /** Where it is injected and what it is, for a person. */
    readonly what: string;
    readonly judgement: Judgement;
    /** One for each request; there are several where AWS documents not which of them it is. */
    readonly explanations: readonly Explanation[];
}

/**
 * Explains what a task definition needs of its task execution role; `undefined` if it has none. What
 * the policies of the pack conclude is taken from them.
 */
export function explainService(
    model: StackModel,
    task: PolicyResource,
): ServiceExplanation | undefined {
    const role = findRole(model, task);
    if (role.kind === "none") {
        return undefined;
    }
    const rights = listRights(model, role);
    const reads = listReadNeeds(model, task, role).map((need) => weigh(rights, need));
    const keys = listKeyNeeds(model, task, role)
        .map((need) => weigh(rights, need))
        // What everybody may who is not forbidden it is no step of the way.
        .filter(
            ({ need, explained }) => !need.isOpenToAll || explained.judgement.answer === "denied",
        );
    const [service] = servicesOf(model, task);
    const encryptedBy = ({ need }: Weighed) => reads.find((read) => read.need.what === need.what);
    const diagram = renderAccessDiagram({
        ...((service as PolicyResource | undefined) && { service: service.name }),
        task: task.name,
        role: nameOfRole(role),
        accesses: [
            ...reads.flatMap((read) => draw(read, targetOf(read.need))),
            ...keys.flatMap((one) => {
                const read = encryptedBy(one);
                return draw(one, keyOf(one.need), read && targetOf(read.need));
            }),
        ],
    });
    return { needs: [...reads, ...keys].map(({ explained }) => explained), diagram };
}

interface Weighed {
    readonly need: Need;
    readonly explained: ExplainedNeed;
}

function weigh(rights: Rights, need: Need): Weighed {
    const { boundary, policies } = rights;
    const identity = policies.map(({ policy }) => policy);
    const world = { identity, resource: need.resource, ...(boundary && { boundary }) };
    return {
        need,
        explained: {
            what: need.what,
            judgement: judgeNeed(rights, need),
            explanations: need.requests.map((request) => explainAccess(request, world)),
        },
    };
}

function draw({ explained }: Weighed, target: DrawnTarget, encrypts?: DrawnTarget): DrawnAccess[] {
    const outcome = outcomeOf(explained.judgement);
    return explained.explanations.map((explanation) => ({
        target,
        ...(encrypts && { encrypts }),
        explanation,
        ...(outcome && { outcome }),
    }));
}

/** What the pack says beyond the verdict of the policies that it knows. */
function outcomeOf(judgement: Judgement): DrawnAccess["outcome"] {
    switch (judgement.answer) {
        case "allowed":
        case "denied":
            return undefined;
        case "suspected":
            return { answer: "undetermined", why: "suspected: nothing that is known allows it" };
        case "pending":
            return { answer: "undetermined", why: "known once the program has run" };
        case "undetermined":
            return { answer: "undetermined", why: judgement.missing.join("; ") };
    }
}

const KINDS: Readonly<Record<string, DrawnTarget["kind"] | undefined>> = {
    "secretsmanager:GetSecretValue": "secret",
    "ssm:GetParameters": "parameter",
    "s3:GetObject": "file",
};

/** What is read: a secret by the name of its resource, a file by its ARN. */
function targetOf({ requests, sources }: Need): DrawnTarget {
    const [{ action, resource }] = requests;
    const kind = KINDS[action] ?? "bucket";
    const source = ["file", "bucket"].includes(kind) ? undefined : sources.at(0);
    return { kind, name: source?.name ?? nameOf(resource) };
}

function keyOf({ requests, sources }: Need): DrawnTarget {
    const key = sources.find(({ type }) => KEY_TYPES.includes(type));
    return { kind: "key", name: key?.name ?? nameOf(requests[0].resource) };
}

function nameOf(arn: string): string {
    return [PENDING, UNKNOWN_RESOURCE].includes(arn) ? "whose ARN is not known" : arn;
}
