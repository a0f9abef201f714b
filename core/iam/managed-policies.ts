import { parseArn } from "../arn";
import { MANAGED_POLICIES } from "./managed";
import { parseNamedPolicy, type NamedPolicy } from "./policy";

/** The policy behind an AWS managed policy's ARN, of any partition; unknown if not recorded. */
export function managedPolicyDocument(arn: string): NamedPolicy {
    const parsed = parseArn(arn);
    if (parsed?.service !== "iam" || parsed.account !== "aws") {
        return unknownPolicy(arn, "it is not an AWS managed policy");
    }
    const path = parsed.resource.replace(/^policy\//, "");
    const entry = MANAGED_POLICIES.find((one) => one.path === path);
    if (!entry || path === parsed.resource) {
        return unknownPolicy(arn, "its document is not recorded");
    }
    const json = JSON.stringify({ Version: "2012-10-17", Statement: entry.statements });
    return parseNamedPolicy(
        path.split("/").at(-1) ?? path,
        json.replaceAll('"arn:aws:', `"arn:${parsed.partition}:`),
    );
}

function unknownPolicy(name: string, why: string): NamedPolicy {
    return { name, kind: "unknown", why };
}
