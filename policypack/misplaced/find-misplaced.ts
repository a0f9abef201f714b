import type { PolicyResource } from "@pulumi/policy";
import type { Denied } from "../../core";
import { judgeNeed, nameOfRole, type Judgement, type Rights } from "../access/judge";
import { listKeyNeeds, listReadNeeds } from "../access/list-needs";
import type { Need } from "../access/need";
import { judgementOf, keyOfRole, needsOf, rightsOf } from "../access/remembered";
import type { ReportedFinding } from "../config/reporter";
import { findRole } from "../stack/execution-role";
import { TYPES, type StackModel } from "../stack/model";
import { findNamingPolicy, mayBeNamed } from "./naming-policy";

/** The two roles of a task definition, where they are two. */
interface TaskRoles {
    readonly execution: Rights;
    readonly ofProgram: Rights;
}

/** One thing that a task reads, as each of its roles would ask for it. */
interface SharedNeed {
    readonly execution: Need;
    readonly ofProgram: Need;
}

/** Denials that a right on the wrong role explains. */
const LACKS_RIGHT: readonly Denied["reason"][] = [
    "no-allow",
    "key-policy",
    "key-policy-leaves-it-to-identity-policies",
];

/** Finds the rights to injected secrets that a task role has in place, or beside, of the execution role. */
export function findMisplacedRights(model: StackModel): ReportedFinding[] {
    return model.ofType(TYPES.taskDefinition).flatMap((task) => {
        const [execution, ofProgram] = [
            findRole(model, task),
            findRole(model, task, "taskRoleArn"),
        ];
        const [one, other] = [keyOfRole(execution), keyOfRole(ofProgram)];
        if (one === undefined || other === undefined || one === other) {
            return [];
        }
        const roles = {
            execution: rightsOf(model, execution),
            ofProgram: rightsOf(model, ofProgram),
        };
        return listSharedNeeds(model, task, roles).flatMap((need) => {
            const finding = describeMisplaced(roles, need);
            return finding === undefined ? [] : { urn: task.urn, ...finding };
        });
    });
}

function listSharedNeeds(
    model: StackModel,
    task: PolicyResource,
    { execution, ofProgram }: TaskRoles,
): SharedNeed[] {
    // Both lists follow what is injected, whoever asks.
    return [listReadNeeds, listKeyNeeds].flatMap((list) => {
        return needsOf(list, model, task, execution.role).map((need, index) => ({
            execution: need,
            // It is asked for a few of them.
            get ofProgram() {
                return needsOf(list, model, task, ofProgram.role)[index];
            },
        }));
    });
}

type Finding = Omit<ReportedFinding, "urn">;

function describeMisplaced(roles: TaskRoles, need: SharedNeed): Finding | undefined {
    const judgement = judgementOf(roles.execution, need.execution);
    if (judgement.answer === "allowed") {
        // What is asked for, and of what, is the same for both.
        return mayBeNamed(roles.ofProgram, need.execution)
            ? describeSpare(roles.ofProgram, need.ofProgram)
            : undefined;
    }
    const isLacking =
        (judgement.answer === "denied" || judgement.answer === "suspected") &&
        LACKS_RIGHT.includes(judgement.verdict.reason);
    const { answer } = judgeProgram(roles.ofProgram, need.ofProgram);
    if (!isLacking || (answer !== "allowed" && answer !== "pending")) {
        return undefined;
    }
    const [name, ofProgram] = [roles.execution, roles.ofProgram].map(({ role }) =>
        nameOfRole(role),
    );
    const { action } = need.execution.requests[0];
    const { what, statement, remedy } = need.execution;
    const { reason } = judgement.verdict;
    const isCertain = judgement.answer === "denied" && answer === "allowed";
    const has = isCertain
        ? `the task role ${ofProgram} is allowed ${action}, and the task execution role ${name} is not`
        : `${action} may have been given to the task role ${ofProgram} instead of the task execution role ${name}`;
    const move =
        statement !== undefined && reason !== "key-policy"
            ? `Move it to ${name}: ${statement}`
            : remedy(reason, name);
    const message = `${isCertain ? "" : "suspected: "}${what}: ${has}. Amazon ECS reads what it injects with the execution role. ${move}`;
    return { certainty: isCertain ? "certain" : "suspected", message };
}

/** A program may ask for one parameter, which is another action than that of Amazon ECS. */
function judgeProgram(rights: Rights, need: Need): Judgement {
    const judgement = judgeNeed(rights, need);
    const requests = need.requests.map((request) => ({
        ...request,
        action: request.action === "ssm:GetParameters" ? "ssm:GetParameter" : request.action,
    }));
    return judgement.answer === "denied" ? judgeNeed(rights, { ...need, requests }) : judgement;
}

/** A right that the task role has beside the execution role, to that one secret. */
function describeSpare(rights: Rights, need: Need): Finding | undefined {
    const policy = need.isCertain ? findNamingPolicy(rights, need) : undefined;
    return policy === undefined
        ? undefined
        : {
              certainty: "certain",
              message: `${need.what}: the policy ${policy} allows the task role ${nameOfRole(rights.role)} to read it, too, and the container is given the value already. Keep that right only if the program reads it itself.`,
          };
}
