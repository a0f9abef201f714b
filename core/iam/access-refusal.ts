import { label, openAllow, sentence } from "./evaluate";
import { all, any, isOpen, YES, type Fact } from "./kleene";
import { formatRequest, type AccessRequest } from "./request";
import type { Denied, DenyReason, Undetermined } from "./verdict";
import { listWays, weighWays, type AccessScales } from "./ways";

/** The verdict if nothing can allow. */
export function accessDenied(request: AccessRequest, scales: AccessScales): Denied {
    const what = formatRequest(request);
    const { reason, main, nearMisses } = isHeldByBoundary(scales)
        ? lackOfBoundary(scales, what)
        : scales.kind === "key"
          ? lackOfKey(scales, what)
          : lackOfPolicies(scales, what);
    const explanation = sentence(main, nearMisses);
    return { answer: "denied", reason, explanation, nearMisses };
}

interface Lack {
    readonly reason: DenyReason;
    readonly main: string;
    readonly nearMisses: string[];
}

/** Whether it would be otherwise if the role had no boundary. */
function isHeldByBoundary(scales: AccessScales): boolean {
    return (
        scales.boundary.lets.truth !== "yes" &&
        weighWays(scales, listWays(scales, YES)).truth !== "no"
    );
}

function lackOfBoundary({ boundary, identity }: AccessScales, what: string): Lack {
    const name = boundary.label ?? "the permissions boundary";
    const by = identity.allow.by ? `${label(identity.allow)} allows` : "another policy may allow";
    return {
        reason: "permissions-boundary",
        main: `${name} does not allow ${what}, which ${by}`,
        nearMisses: boundary.nearMisses(),
    };
}

function lackOfKey(scales: AccessScales, what: string): Lack {
    const { resource, grant, sameAccount, identity } = scales;
    if (isNamedByNobody(scales)) {
        const lack = `the key policy neither names the role nor leaves ${what} to its account`;
        return {
            reason: "key-policy",
            main: grant?.hasAny === true ? `${lack}, and no grant gives it` : lack,
            nearMisses: resource?.nearMisses() ?? [],
        };
    }
    const why =
        sameAccount.truth === "no"
            ? "the key is of another account, so that the role's own policies must allow it too"
            : "the key policy leaves it to the identity policies";
    return {
        reason: "key-policy-leaves-it-to-identity-policies",
        main: `${why}, and none of the role's allows ${what}`,
        nearMisses: identity.nearMisses(),
    };
}

function lackOfPolicies(scales: AccessScales, what: string): Lack {
    const { kind, resource, sameAccount, identity, hasIdentity } = scales;
    const isAcross = kind === "policy" && sameAccount.truth === "no";
    if (isAcross && isNamedByNobody(scales)) {
        return {
            reason: "resource-policy",
            main: `the resource is of another account, and its policy neither names the role nor leaves ${what} to the role's account`,
            nearMisses: resource?.nearMisses() ?? [],
        };
    }
    const lacking = hasIdentity
        ? `no statement of the role's policies allows ${what}`
        : `the role has no policy that could allow ${what}`;
    const own = identity.nearMisses();
    return {
        reason: "no-allow",
        main: isAcross
            ? `the resource is of another account, so that the role's own policies must allow it too, and ${lacking}`
            : lacking,
        nearMisses: isAcross ? own : [...own, ...(resource?.nearMisses() ?? [])],
    };
}

function isNamedByNobody({ resource, grant }: AccessScales): boolean {
    const sides = [
        resource?.role,
        resource?.session,
        resource?.everybody,
        resource?.account,
        grant,
    ];
    return any(sides.flatMap((side) => side?.fact ?? [])).truth === "no";
}

/** The verdict if something may allow. */
export function accessOpen(
    request: AccessRequest,
    scales: AccessScales,
    allow: Fact,
    denies: readonly Fact[],
): Undetermined {
    const what = formatRequest(request);
    const { kind, identity, resource, boundary, resourcePolicy, sameAccount } = scales;
    const own = { yes: "allow", no: "do not allow", unknown: "may allow", pending: "may allow" }[
        identity.allow.fact.truth
    ];
    const say = (
        reason: Undetermined["reason"],
        main: string,
        nearMisses: readonly string[] = [],
    ): Undetermined => openAllow(allow, denies, { reason, main, nearMisses });

    if (kind === "key" && resourcePolicy?.kind === "unknown") {
        const could = own === "allow" ? "refuse it" : "allow it alone";
        const main = `the role's policies ${own} ${what}, and the key policy, which could ${could}, is not known`;
        return say("unknown-key-policy", main, identity.nearMisses());
    }
    if (boundary.lets.truth !== "yes" && weighWays(scales, listWays(scales, YES)).truth === "yes") {
        const name = boundary.label ?? "the permissions boundary";
        const main = `the policies allow ${what}, but ${name} may not`;
        return say("permissions-boundary", main, boundary.nearMisses());
    }
    if (kind === "none" && all([identity.allow.fact, boundary.lets]).truth === "yes") {
        const where = sameAccount.truth === "no" ? "is" : "may be";
        const main = `the role's policies allow ${what}, but the resource ${where} of another account`;
        return say("other-account", main);
    }
    const isAnyKnown = [identity, resource].some(
        (side) => side?.onlyUnknownPoliciesAllow === false,
    );
    return say(
        kind === "key" || isAnyKnown || isOpen(scales.grant?.fact ?? YES)
            ? "possible-allow"
            : "unknown-policy",
        `${kind === "none" ? "a policy of the role" : "policies"} may allow ${what}`,
        identity.nearMisses(),
    );
}
