import { MANAGED_POLICIES } from "../../../core";
import type { Account } from "../account";
import { hex } from "../ids";
import { AwsError, text, type Properties } from "../resource-type";
import { findManagedPolicy, listManagedPolicies } from "./managed-policies";
import { renderDocument } from "./policy-document";
import { listRoles, requireRole } from "./roles";

/** The lookups of AWS Identity and Access Management. */
export const iamLookups = {
    "aws:iam/getPolicyDocument:getPolicyDocument": (
        _account: Account,
        args: Properties,
    ): Properties => {
        const document = renderDocument(args);
        return {
            ...args,
            id: seeded(JSON.stringify(document)),
            json: JSON.stringify(document, undefined, 2),
            minifiedJson: JSON.stringify(document),
            version: document.Version,
        };
    },
    "aws:iam/getPolicy:getPolicy": (account: Account, args: Properties): Properties => {
        const wanted = text(args, "arn") || arnOfName(account, text(args, "name"));
        const own = listManagedPolicies(account).find(({ arn }) => arn === wanted);
        if (!own && findManagedPolicy(account, wanted).kind === "unknown") {
            const message = `Policy ${wanted} was not found.`;
            throw new AwsError("IAM: GetPolicy", "NoSuchEntity", message);
        }
        const attached = listRoles(account).filter((role) => role.attached.includes(wanted));
        return {
            ...args,
            arn: wanted,
            attachmentCount: attached.length,
            description: own?.description ?? "",
            id: wanted,
            name: wanted.split("/").at(-1),
            path: wanted.replace(/^[^/]*(\/(?:.*\/)?)[^/]*$/, "$1"),
            policy: own?.document ?? documentOf(account, wanted),
            policyId: own?.uniqueId ?? `ANPA${seeded(wanted).toUpperCase()}`,
            tags: own?.tags ?? {},
        };
    },
    "aws:iam/getRole:getRole": (account: Account, args: Properties): Properties => {
        const role = requireRole(account, "GetRole", text(args, "name"));
        return {
            arn: role.arn,
            assumeRolePolicy: role.assumeRolePolicy,
            createDate: "2026-01-01T00:00:00Z",
            description: role.description,
            id: role.name,
            maxSessionDuration: 3600,
            name: role.name,
            path: role.arn.replace(/^[^/]*(\/(?:.*\/)?)[^/]*$/, "$1"),
            permissionsBoundary: role.boundary ?? "",
            roleLastUseds: [],
            tags: role.tags,
            uniqueId: role.uniqueId,
        };
    },
};

function arnOfName(account: Account, name: string): string {
    const own = listManagedPolicies(account).find((policy) => policy.name === name);
    const ofAws = MANAGED_POLICIES.find(({ path }) => path.split("/").at(-1) === name);
    return own?.arn ?? `arn:${account.partition}:iam::aws:policy/${ofAws?.path ?? name}`;
}

/** The document of one of AWS's own policies, as far as it is recorded. */
function documentOf({ partition }: Account, arn: string): string {
    const path = arn.slice(arn.indexOf(":policy/") + ":policy/".length);
    const entry = MANAGED_POLICIES.find((one) => one.path === path);
    return JSON.stringify({ Version: "2012-10-17", Statement: entry?.statements ?? [] }).replaceAll(
        '"arn:aws:',
        `"arn:${partition}:`,
    );
}

/** The same for the same text, so that nothing changes from one run to the next. */
function seeded(seed: string): string {
    return hex(17, Buffer.from(seed));
}
