import type { PolicyResource } from "@pulumi/policy";
import {
    evaluateTrust,
    parseArn,
    PENDING,
    planRoleTrust,
    type ContextValue,
    type Denied,
    type Verdict,
} from "../../core";
import type { ReportedFinding } from "../config/reporter";
import { knownText, TYPES, type StackModel } from "../stack/model";
import { findRole } from "../stack/execution-role";
import { readPolicy } from "../stack/policy-document";

/** Who takes a task's roles. */
const SERVICE = "ecs-tasks.amazonaws.com";

/** A task execution role of the stack, and a task definition that names it. */
interface TrustedRole {
    readonly role: PolicyResource;
    readonly task: PolicyResource;
}

/** What can be said of the trust of the task execution roles of a stack. */
export function findUntrustedRoles(model: StackModel): ReportedFinding[] {
    return listExecutionRoles(model).flatMap((trusted): ReportedFinding[] => {
        const { urn } = trusted.role;
        const verdict = evaluateEcsTrust(trusted);
        switch (verdict.answer) {
            case "allowed":
                return [];
            case "denied":
                return [{ urn, certainty: "certain", message: formatUntrusted(trusted, verdict) }];
            case "undetermined":
                return [
                    {
                        urn,
                        certainty: verdict.isPending ? "pending" : "undetermined",
                        message: formatUnknownTrust(trusted, verdict.missing),
                    },
                ];
        }
    });
}

/** The task execution roles of a stack, each once. */
function listExecutionRoles(model: StackModel): TrustedRole[] {
    const roles = new Map<string, TrustedRole>();
    for (const task of model.ofType(TYPES.taskDefinition)) {
        const found = findRole(model, task);
        if (found.kind === "role" && !roles.has(found.role.urn)) {
            roles.set(found.role.urn, { role: found.role, task });
        }
    }
    return [...roles.values()];
}

/** Evaluates whether Amazon ECS may take a role for a task of the same account. */
function evaluateEcsTrust({ role, task }: TrustedRole): Verdict {
    const policy = readPolicy("the trust policy", role, "assumeRolePolicy");
    const verdicts = listSources(task).map((source) =>
        evaluateTrust(policy, SERVICE, {
            "aws:SourceAccount": accountOf(role, task),
            "aws:SourceArn": source,
        }),
    );
    const [verdict] = verdicts;
    return verdicts.every(({ answer }) => answer === verdict.answer)
        ? verdict
        : {
              answer: "undetermined",
              reason: "possible-allow",
              explanation: `${SOURCE_UNKNOWN}.`,
              missing: [SOURCE_UNKNOWN],
              isPending: false,
          };
}

const SOURCE_UNKNOWN =
    "which aws:SourceArn Amazon ECS sends, of which AWS documents the region and account alone";

/** Says what is not known of a role's trust. */
function formatUnknownTrust({ role }: TrustedRole, missing: readonly string[]): string {
    return `undetermined: whether ${SERVICE} may assume the task execution role ${role.name}. Not known: ${missing.join("; ")}.`;
}

/** Says what is wrong with a role's trust, and what to write. */
function formatUntrusted({ role, task }: TrustedRole, verdict: Denied): string {
    const account = accountOf(role, task)[0];
    const isKnown = /^\d{12}$/.test(account);
    const location = { partition: "aws", region: "", account };
    const conditions = { sourceAccount: isKnown, sourceArn: false };
    const [statement] = planRoleTrust(location, conditions).Statement;
    const remedy =
        verdict.reason === "explicit-deny"
            ? "Take the Deny back, or except Amazon ECS: no Allow outweighs it."
            : `Add to its trust policy: ${JSON.stringify(statement)}`;
    return `task execution role ${role.name}: ${verdict.explanation} ${remedy} Until then no task starts: "ECS was unable to assume the role … that was provided for this task".`;
}

/**
 * What Amazon ECS may name as the source: AWS documents that it is of the region and account, and
 * that no single cluster can be asked for.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 */
function listSources(task: PolicyResource): ContextValue[] {
    const arn = knownText(task, "arn");
    const own = parseArn(arn ?? "");
    return own && arn !== undefined
        ? ["task/web/0123456789abcdef", "task-definition/web:1", "cluster/web", "*"].map(
              (resource) => [`arn:${own.partition}:ecs:${own.region}:${own.account}:${resource}`],
          )
        : [PENDING];
}

/** The account of a role; before its ARN is known that of the task definition that names it. */
function accountOf(role: PolicyResource, task: PolicyResource): readonly [string] | typeof PENDING {
    const arns = [
        knownText(role, "arn"),
        knownText(task, "executionRoleArn"),
        knownText(task, "arn"),
    ];
    const account = arns.map((arn) => parseArn(arn ?? "")?.account).find(Boolean);
    return account ? [account] : PENDING;
}
