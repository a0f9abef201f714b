import { principalAccount, resourceAccount } from "./context";
import { explicitDeny, IDENTITY_POLICIES, possibleDeny } from "./evaluate";
import { all, any, groundsOf, no, unknown, YES, type Fact } from "./kleene";
import { keyAccessAllowed, keyAccessDenied, keyAccessOpen, type KeyScales } from "./key-verdict";
import { KEY_POLICY_FOR_ACCOUNT, KEY_POLICY_FOR_ROLE } from "./key-principal";
import type { NamedPolicy } from "./policy";
import { UNKNOWN_RESOURCE, type AccessRequest } from "./request";
import { isAliasPattern } from "./resource-miss";
import type { Verdict } from "./verdict";
import { weighPolicies } from "./weigh";

/** A key's policy: a document, the one that AWS gives a key made without, or not known (and why). */
export type KeyPolicy = NamedPolicy | "default" | { readonly unknown: string };

/**
 * Evaluates whether a role may use a KMS key: the key policy names the role, or leaves it to the
 * account and the identity policies allow. Across accounts the identity policies must allow, too.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html
 */
export function evaluateKeyAccess(
    asked: AccessRequest,
    identity: readonly NamedPolicy[],
    keyPolicy: KeyPolicy,
): Verdict {
    // Statements name keys by key ARN; which key an alias stands for is not known here.
    const isAlias = isAliasPattern(asked.resource);
    const request = isAlias ? { ...asked, resource: UNKNOWN_RESOURCE } : asked;
    const scales = weigh(request, identity, keyPolicy);
    const denies = [scales.identity.deny, scales.role.deny];
    const denying = denies.find(({ fact }) => fact.truth === "yes");
    if (denying) {
        return explicitDeny(request, denying);
    }
    const fact = weighAllows(scales);
    if (fact.truth === "no") {
        return keyAccessDenied(request, scales);
    }
    if (fact.truth === "unknown") {
        return keyAccessOpen(request, scales, fact);
    }
    const deny = any(denies.map((side) => side.fact));
    return deny.truth === "unknown"
        ? possibleDeny(request, { fact: deny })
        : keyAccessAllowed(request, scales);
}

function weigh(
    request: AccessRequest,
    identity: readonly NamedPolicy[],
    keyPolicy: KeyPolicy,
): KeyScales {
    const own = principalAccount(request);
    const keys = resourceAccount(request);
    const sameAccount =
        own === undefined || keys === undefined
            ? unknown("whether role and key are of the same account")
            : own === keys
              ? YES
              : no(`leaves it to the account ${keys}, and the role is of ${own}`);
    const policies = keyPolicy === "default" ? [] : [named(keyPolicy)];
    const account = weighPolicies(request, policies, KEY_POLICY_FOR_ACCOUNT);
    const [policy] = policies;
    return {
        identity: weighPolicies(request, identity, IDENTITY_POLICIES),
        role: weighPolicies(request, policies, KEY_POLICY_FOR_ROLE),
        account: keyPolicy === "default" ? { ...account, allow: { fact: sameAccount } } : account,
        sameAccount,
        ...(policy?.kind === "unknown" && { keyPolicyUnknown: policy.why }),
    };
}

function named(keyPolicy: Exclude<KeyPolicy, "default">): NamedPolicy {
    return "unknown" in keyPolicy
        ? { name: "of the key", kind: "unknown", why: keyPolicy.unknown }
        : keyPolicy;
}

function weighAllows({ identity, role, account, sameAccount }: KeyScales): Fact {
    const byIdentity = identity.allow.fact;
    const within = any([role.allow.fact, all([account.allow.fact, byIdentity])]);
    const across = all([any([role.allow.fact, account.allow.fact]), byIdentity]);
    if (sameAccount.truth !== "unknown") {
        return sameAccount.truth === "yes" ? within : across;
    }
    // Whatever the accounts are, if both readings agree.
    return within.truth === across.truth
        ? within
        : unknown(...groundsOf([sameAccount, within, across].filter((f) => f.truth === "unknown")));
}
