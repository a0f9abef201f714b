import type { NamedPolicy } from "../../core";
import type { Rights } from "./judge";
import type { Need } from "./need";

/**
 * Whether `judgeDenial` can find a denial while what else gives rights is not known yet: something must
 * forbid, a boundary, or a resource whose own policy must allow it. Of most roles nothing does, which
 * is sooner seen than what their policies say.
 */
export function mayBeDenied({ policies, boundary }: Rights, need: Need): boolean {
    const { resource, openResource, isOpenToAll } = need;
    if (boundary !== undefined || policies.some(({ policy }) => mayForbid(policy))) {
        return true;
    }
    if (resource.kind === "none") {
        return false;
    }
    const { policy } = resource;
    const isForbidding = typeof policy !== "string" && "kind" in policy && mayForbid(policy);
    return isForbidding || (openResource === undefined && isOpenToAll !== true);
}

function mayForbid(policy: NamedPolicy): boolean {
    return (
        policy.kind === "document" &&
        policy.document.statements.some(({ effect }) => effect !== "Allow")
    );
}
