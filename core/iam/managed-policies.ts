import { parseArn } from "../arn";
import { MANAGED_POLICIES } from "./managed";
import { parseNamedPolicy, type NamedPolicy } from "./policy";
import type { PolicyStatement } from "./statement";

/** The policy behind an AWS managed policy's ARN, of any partition; unknown if not recorded. */
export function managedPolicyDocument(arn: string): NamedPolicy {
    const parsed = parseArn(arn);
    if (parsed?.service !== "iam" || parsed.account !== "aws") {
        return unknownPolicy(showName(arn), "it is not an AWS managed policy");
    }
    const path = parsed.resource.replace(/^policy\//, "");
    const entry = MANAGED_POLICIES.find((one) => one.path === path);
    if (!entry || path === parsed.resource) {
        return unknownPolicy(arn, "its document is not recorded");
    }
    const json = JSON.stringify({ Version: "2012-10-17", Statement: entry.statements });
    const policy = parseNamedPolicy(
        path.split("/").at(-1) ?? path,
        json.replaceAll('"arn:aws:', `"arn:${parsed.partition}:`),
    );
    return entry.completeFor ? addNotRecorded(policy, entry.completeFor) : policy;
}

/** What is no ARN may be anything, and is not shown. */
function showName(arn: string): string {
    return arn.startsWith("arn:") ? arn : "that is named by no ARN";
}

/** Adds to an excerpt what it leaves out: statements that may allow the actions of other services. */
function addNotRecorded(policy: NamedPolicy, services: readonly string[]): NamedPolicy {
    if (policy.kind === "unknown") {
        return policy;
    }
    const rest: PolicyStatement = {
        sid: "NotRecorded",
        effect: "Allow",
        notActions: services.map((service) => `${service}:*`),
        // Without a Resource: on which it is not known, and no run of a program will tell.
        conditions: [],
        unknownElements: [],
        hasUnknown: false,
    };
    const { document } = policy;
    return {
        ...policy,
        document: { ...document, statements: [...document.statements, rest] },
    };
}

function unknownPolicy(name: string, why: string): NamedPolicy {
    return { name, kind: "unknown", why };
}
