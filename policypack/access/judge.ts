import type { PolicyResource } from "@pulumi/policy";
import { evaluateIdentity, type Denied, type NamedPolicy, type Verdict } from "../../core";
import { roleArnOf, type TaskRole } from "../stack/execution-role";
import { readBoundary } from "../stack/managed-policies";
import { isOfComponent, type StackModel } from "../stack/model";
import type { RolePolicy } from "../stack/policy-document";
import { listRolePolicies } from "../stack/role-policies";
import { evaluateNeed } from "./evaluate-need";
import type { Need } from "./need";

/** Whether a role may do what a task needs. */
export type Judgement =
    | { readonly answer: "allowed" }
    /** It may be allowed, and all that is missing is known once the program has run. */
    | { readonly answer: "pending" }
    | { readonly answer: "denied"; readonly verdict: Denied }
    /** Nothing that the role can get the right from depends on what it is for. */
    | { readonly answer: "suspected"; readonly verdict: Denied }
    | {
          readonly answer: "undetermined";
          readonly missing: readonly string[];
          /** Whether no policy of the program gives the right: what is missing would have to. */
          readonly isUnsupported: boolean;
      };

/** What a role has: its policies and its boundary, wherever they come from. */
export interface Rights {
    readonly role: TaskRole;
    readonly policies: readonly RolePolicy[];
    readonly boundary?: NamedPolicy;
}

/** Lists the rights that a program gives a role. */
export function listRights(model: StackModel, role: TaskRole): Rights {
    const boundary = role.kind === "role" ? readBoundary(model, role.role) : undefined;
    return { role, policies: listRolePolicies(model, role), ...(boundary && { boundary }) };
}

/** Judges whether a role may do what a task needs. */
export function judgeNeed(rights: Rights, need: Need): Judgement {
    const { role, policies } = rights;
    const written = policies.map(({ policy }) => policy);
    const verdict = evaluateNeed(rights, need, written);
    if (need.isOpenToAll && !mayBeForbidden(verdict)) {
        return { answer: "allowed" };
    }
    if (role.kind !== "role") {
        return judgeOutside(rights, need, verdict);
    }
    if (verdict.answer === "allowed") {
        return { answer: "allowed" };
    }
    if (verdict.answer === "denied") {
        return judgeDenied(need, verdict);
    }
    if (!verdict.isPending) {
        const missing = need.openResource === undefined ? verdict.missing : [need.openResource];
        return { answer: "undetermined", missing, isUnsupported: isUnsupported(need, written) };
    }
    const dependent = policies.filter((one) => !isPending(one.policy) || speaksOf(one, need));
    const without = evaluateNeed(
        rights,
        need,
        dependent.map(({ policy }) => policy),
    );
    return without.answer === "denied"
        ? { answer: "suspected", verdict: without }
        : { answer: "pending" };
}

/** The denial that {@link judgeNeed} finds, if it does: all that is asked before a service is created. */
export function judgeDenial(rights: Rights, need: Need): Denied | undefined {
    const written = rights.policies.map(({ policy }) => policy);
    const verdict = evaluateNeed(rights, need, written);
    if (verdict.answer !== "denied") {
        return undefined;
    }
    const judgement = judgeNeed(rights, need);
    return judgement.answer === "denied" ? judgement.verdict : undefined;
}

/** What other stacks give a role of theirs, or take from it, is not known. */
function judgeOutside({ role, policies }: Rights, need: Need, verdict: Verdict): Judgement {
    if (verdict.answer === "denied" && isForbidden(need, verdict)) {
        return { answer: "denied", verdict };
    }
    const isPlanned = policies.some((one) => isPending(one.policy) && speaksOf(one, need));
    if (verdict.answer === "allowed" || (isPlanned && mayBecomeAllowed(verdict))) {
        return { answer: verdict.answer === "allowed" ? "allowed" : "pending" };
    }
    const who = shownArn(role) ?? "the task execution role";
    const written = policies.map(({ policy }) => policy);
    return {
        answer: "undetermined",
        missing: [`what other programs give ${who}, which is not a resource of this stack`],
        isUnsupported: isUnsupported(need, written),
    };
}

/** Whether a Deny applies, or may. */
function mayBeForbidden({ reason }: Verdict): boolean {
    return reason === "explicit-deny" || reason === "possible-deny";
}

/** Whether nothing that is not known can allow it. */
function isForbidden({ mayBeNeedless }: Need, { reason }: Denied): boolean {
    return reason === "explicit-deny" && mayBeNeedless !== true;
}

function mayBecomeAllowed(verdict: Verdict): boolean {
    return verdict.answer === "undetermined" && verdict.isPending;
}

/** A denial that the resource's own side, or what the task reads, leaves open. */
function judgeDenied(need: Need, verdict: Denied): Judgement {
    const { openResource, isCertain } = need;
    if (openResource !== undefined && !isForbidden(need, verdict)) {
        return { answer: "undetermined", missing: [openResource], isUnsupported: true };
    }
    // Its ARN is used in the definitions; whether a container injects it, too, is not known.
    return { answer: isCertain ? "denied" : "suspected", verdict };
}

function isUnsupported({ requests }: Need, identity: readonly NamedPolicy[]): boolean {
    return evaluateIdentity(requests[0], identity).answer === "denied";
}

function isPending(policy: NamedPolicy): boolean {
    return policy.kind === "unknown"
        ? policy.isPending === true
        : policy.document.statements.some(({ hasUnknown }) => hasUnknown);
}

/**
 * Whether a document that is not known yet is computed from what the right is for, or from what
 * cannot be told: that of `getPolicyDocumentOutput` depends on nothing while its arguments are not
 * known.
 */
function speaksOf({ sources, resource }: RolePolicy, need: Need): boolean {
    if (sources.length === 0) {
        return true;
    }
    const planned = resource && isOfComponent(resource) ? (need.plannedFrom ?? []) : [];
    const expected = [...need.sources, ...planned].map(({ urn }) => urn);
    return sources.some(({ urn }) => expected.includes(urn));
}

/** The ARN of a role; what is no ARN may be anything, and is not shown. */
function shownArn(role: TaskRole): string | undefined {
    const arn = roleArnOf(role);
    return arn?.startsWith("arn:") ? arn : undefined;
}

/** The role as a person knows it. */
export function nameOfRole(role: TaskRole): string {
    if (role.kind === "role") {
        return role.role.name;
    }
    return shownArn(role) ?? "of the task definition";
}

/** The resource that what is said of a role is said of. */
export function urnOfRole(role: TaskRole, task: PolicyResource): string {
    return role.kind === "role" ? role.role.urn : task.urn;
}
