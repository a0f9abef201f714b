import type { PolicyResource } from "@pulumi/policy";
import type { TaskRole } from "../stack/execution-role";
import type { StackModel } from "../stack/model";
import { judgeNeed, listRights, type Judgement, type Rights } from "./judge";
import type { Need } from "./need";

/** Lists what a role must be allowed for a task. */
export type ListNeeds = (model: StackModel, task: PolicyResource, role: TaskRole) => Need[];

/** Several policies ask the same of a model, in turn. */
interface Remembered {
    readonly rights: Map<string, Rights>;
    readonly needs: Map<ListNeeds, Map<string, Need[]>>;
}

const OF_MODEL = new WeakMap<StackModel, Remembered>();
const JUDGED = new WeakMap<Rights, WeakMap<Need, Judgement>>();

/** What `listRights` lists, once for each role of a model. */
export function rightsOf(model: StackModel, role: TaskRole): Rights {
    const key = keyOfRole(role);
    if (key === undefined) {
        return listRights(model, role);
    }
    const { rights } = rememberedOf(model);
    const known = rights.get(key) ?? listRights(model, role);
    rights.set(key, known);
    return known;
}

/** What tells a role from another; nothing does while it is one of another stack and not known. */
export function keyOfRole(role: TaskRole): string | undefined {
    return role.kind === "role" ? role.role.urn : role.kind === "outside" ? role.arn : undefined;
}

/** What a task needs, once for each task and role of a model. */
export function needsOf(
    list: ListNeeds,
    model: StackModel,
    task: PolicyResource,
    role: TaskRole,
): Need[] {
    const ofRole = keyOfRole(role);
    if (ofRole === undefined) {
        return list(model, task, role);
    }
    const { needs } = rememberedOf(model);
    const listed = needs.get(list) ?? new Map<string, Need[]>();
    needs.set(list, listed);
    const key = `${task.urn} ${ofRole}`;
    const known = listed.get(key) ?? list(model, task, role);
    listed.set(key, known);
    return known;
}

/** What `judgeNeed` finds, once for each need. */
export function judgementOf(rights: Rights, need: Need): Judgement {
    const judged = JUDGED.get(rights) ?? new WeakMap<Need, Judgement>();
    JUDGED.set(rights, judged);
    const known = judged.get(need) ?? judgeNeed(rights, need);
    judged.set(need, known);
    return known;
}

function rememberedOf(model: StackModel): Remembered {
    const known = OF_MODEL.get(model) ?? { rights: new Map(), needs: new Map() };
    OF_MODEL.set(model, known);
    return known;
}
