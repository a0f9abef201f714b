import { decidedBy, label } from "./evaluate";
import { formatRequest, type AccessRequest } from "./request";
import type { Allowed, AllowReason } from "./verdict";
import { takenWay, type AccessScales, type Ways } from "./ways";
import type { Side } from "./weigh";

/** The verdict if one of the ways is certain, and no Deny stands in it. */
export function accessAllowed(request: AccessRequest, scales: AccessScales, ways: Ways): Allowed {
    const reason = takenWay(scales, ways)?.reason ?? "identity-policy";
    const { by, explanation } = tell(reason, scales, formatRequest(request));
    return { answer: "allowed", reason, explanation, ...decidedBy(by) };
}

interface Telling {
    /** What decided, or the last of what decided together. */
    readonly by: Side;
    readonly explanation: string;
}

function tell(reason: AllowReason, scales: AccessScales, what: string): Telling {
    const { identity, grant } = scales;
    const own = identity.allow;
    const direct = directSide(scales);
    switch (reason) {
        case "key-policy":
            return {
                by: direct ?? own,
                explanation: `${label(direct ?? own)}, the key policy, allows ${what}.`,
            };
        case "resource-policy":
            return {
                by: direct ?? own,
                explanation: `${label(direct ?? own)}, the resource's own, allows ${what}.`,
            };
        case "key-policy-and-identity-policy":
        case "resource-policy-and-identity-policy":
            return {
                by: own,
                explanation: `${tellResource(scales)}, and ${label(own)} allows ${what}.`,
            };
        case "grant":
            return { by: grant ?? own, explanation: `${label(grant ?? own)} allows ${what}.` };
        case "grant-and-identity-policy":
            return {
                by: own,
                explanation: `${label(grant ?? own)} is for the role, and ${label(own)} allows ${what}.`,
            };
        default:
            return { by: own, explanation: `${label(own)} allows ${what}.` };
    }
}

function tellResource(scales: AccessScales): string {
    const direct = directSide(scales);
    if (direct) {
        return `${label(direct)} names the role`;
    }
    const account = scales.resource?.account;
    return account?.by
        ? `${label(account)} leaves it to the account`
        : "the default key policy leaves it to the account";
}

/** The statement of the resource's policy that names the role or everybody, if one does. */
function directSide({ resource }: AccessScales): Side | undefined {
    return [resource?.role, resource?.session, resource?.everybody].find(
        (side) => side?.fact.truth === "yes",
    );
}
