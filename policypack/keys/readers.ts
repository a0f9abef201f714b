import type { PolicyResource } from "@pulumi/policy";
import { compare, evaluateAccess, parseArn, parseNamedPolicy, type NamedPolicy } from "../../core";
import { knownText, TYPES, type StackModel } from "../stack/model";
import { hasOwnPolicy, readPolicy } from "../stack/policy-document";

/** Another account whose principals a secret's policy lets read it. */
export interface Reader {
    readonly account: string;
    /** Whether they certainly may: a condition may keep them from it. */
    readonly isCertain: boolean;
}

/** What a principal of another account needs beside the secret's policy, and may have. */
const ANYTHING = parseNamedPolicy("of the other account", {
    Version: "2012-10-17",
    Statement: { Effect: "Allow", Action: "*", Resource: "*" },
});

/** The other accounts that the policies of a secret let read it, in the order of their ids. */
export function listReaders(model: StackModel, secret: PolicyResource): Reader[] {
    const resource = knownText(secret, "arn") ?? "";
    const own = parseArn(resource);
    if (own === undefined) {
        return [];
    }
    const readers = new Map<string, boolean>();
    for (const policy of listPolicies(model, secret)) {
        for (const principal of listPrincipals(policy)) {
            const account = /^\d{12}$/.test(principal) ? principal : parseArn(principal)?.account;
            if (account === undefined || account === own.account) {
                continue;
            }
            // An account stands for all of its roles.
            const isRole = !/^\d{12}$|:root$/.test(principal);
            const role = isRole ? principal : `arn:${own.partition}:iam::${account}:role/any`;
            const answer = evaluateReading(resource, role, policy);
            if (answer !== "denied") {
                readers.set(account, readers.get(account) === true || answer === "allowed");
            }
        }
    }
    return [...readers]
        .map(([account, isCertain]) => ({ account, isCertain }))
        .sort((a, b) => compare(a.account, b.account));
}

function evaluateReading(resource: string, principalArn: string, policy: NamedPolicy) {
    const request = {
        action: "secretsmanager:GetSecretValue",
        resource,
        principalArn,
        context: {
            "aws:ResourceTag/*": "unknown",
            "secretsmanager:ResourceTag/*": "unknown",
            "secretsmanager:SecretId": "unknown",
            "secretsmanager:VersionId": "unknown",
            "secretsmanager:VersionStage": "unknown",
        },
    } as const;
    const world = { identity: [ANYTHING], resource: { kind: "policy", policy } } as const;
    return evaluateAccess(request, world).answer;
}

function listPolicies(model: StackModel, secret: PolicyResource): NamedPolicy[] {
    const refer = (policy: PolicyResource) =>
        model.referred(policy, "secretArn", [TYPES.secret], ["arn", "id", "name"]);
    const later = model.referring(TYPES.secretPolicy, secret, "policies that secrets get", refer);
    return [...(hasOwnPolicy(secret) ? [secret] : []), ...later].map((holder) =>
        readPolicy("of the secret", holder, "policy"),
    );
}

function listPrincipals(policy: NamedPolicy): string[] {
    const statements = policy.kind === "document" ? policy.document.statements : [];
    return statements
        .filter(({ effect }) => effect === "Allow")
        .flatMap(({ principals }) => principals?.aws ?? []);
}
