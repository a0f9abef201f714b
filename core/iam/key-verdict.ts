import { decidedBy, label, sentence } from "./evaluate";
import { any, type Fact } from "./kleene";
import { formatRequest, type AccessRequest } from "./request";
import type { Denied, Undetermined, Verdict } from "./verdict";
import type { Side, Weight } from "./weigh";

/** All that decides about the use of a key, weighed. */
export interface KeyScales {
    readonly identity: Weight;
    /** The key policy read for the role itself. */
    readonly role: Weight;
    /** The key policy read for the role's account. */
    readonly account: Weight;
    readonly sameAccount: Fact;
    readonly keyPolicyUnknown?: string;
}

/** The verdict if key policy and, where needed, identity policies allow. */
export function keyAccessAllowed(
    request: AccessRequest,
    { role, account, identity, sameAccount }: KeyScales,
): Verdict {
    const isDirect = role.allow.fact.truth === "yes";
    const alone = isDirect && sameAccount.truth === "yes";
    const by: Side = alone ? role.allow : identity.allow;
    const key = isDirect ? role.allow : account.allow;
    const keySays = key.by ? label(key) : "the default key policy";
    const words = isDirect ? "names the role" : "leaves it to the account";
    return {
        answer: "allowed",
        reason: alone ? "key-policy" : "key-policy-and-identity-policy",
        explanation: alone
            ? `${label(by)}, the key policy, allows ${formatRequest(request)}.`
            : `${keySays} ${words}, and ${label(by)} allows ${formatRequest(request)}.`,
        ...decidedBy(by),
    };
}

/** The verdict if nothing can allow. */
export function keyAccessDenied(
    request: AccessRequest,
    { identity, role, account, sameAccount }: KeyScales,
): Denied {
    const what = formatRequest(request);
    if (any([role.allow.fact, account.allow.fact]).truth === "no") {
        const nearMisses = [...new Set([...role.nearMisses, ...account.nearMisses])];
        const main = `the key policy neither names the role nor leaves ${what} to its account`;
        return {
            answer: "denied",
            reason: "key-policy",
            explanation: sentence(main, nearMisses),
            nearMisses,
        };
    }
    const { nearMisses } = identity;
    const why =
        sameAccount.truth === "no"
            ? "the key is of another account, so that the role's own policies must allow it too"
            : "the key policy leaves it to the identity policies";
    return {
        answer: "denied",
        reason: "key-policy-leaves-it-to-identity-policies",
        explanation: sentence(`${why}, and none of the role's allows ${what}`, nearMisses),
        nearMisses,
    };
}

/** The verdict if something may allow. */
export function keyAccessOpen(request: AccessRequest, scales: KeyScales, fact: Fact): Undetermined {
    const { identity, keyPolicyUnknown } = scales;
    const missing = [...fact.because];
    const what = formatRequest(request);
    const byIdentity = { yes: "allow", no: "do not allow", unknown: "may allow" }[
        identity.allow.fact.truth
    ];
    const main =
        keyPolicyUnknown === undefined
            ? `policies may allow ${what}`
            : `the role's policies ${byIdentity} ${what}, and the key policy, which could ` +
              `${identity.allow.fact.truth === "yes" ? "refuse it" : "allow it alone"}, is not known`;
    return {
        answer: "undetermined",
        reason: keyPolicyUnknown === undefined ? "possible-allow" : "unknown-key-policy",
        explanation: sentence(main, [`not known: ${missing.join(", ")}`, ...identity.nearMisses]),
        missing,
    };
}
