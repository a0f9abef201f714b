import { parsePolicyDocument, type PolicyStatement } from "../../core";
import type { Account } from "./account";
import { findMissingPrincipals } from "./principals";
import { AwsError } from "./resource-type";

/**
 * White space aside.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
const MAX_TRUST_CHARACTERS = 2_048;

/** Refuses a trust policy that AWS would call malformed. */
export function refuseMalformedTrust(account: Account, operation: string, json: string): void {
    const statements = readStatements(operation, json);
    const refuse = refuser(operation);
    if (statements.some((statement) => statement.resources ?? statement.notResources)) {
        refuse("Has prohibited field Resource");
    }
    if (statements.some((statement) => !statement.principals && !statement.notPrincipals)) {
        refuse("Missing required field Principal");
    }
    const actions = statements.flatMap((statement) => statement.actions ?? []);
    if (actions.some((action) => !/^(sts:|\*$)/i.test(action))) {
        refuse("AssumeRole policy may only specify STS AssumeRole actions.");
    }
    const [missing] = findMissingPrincipals(account, json);
    if (missing !== undefined) {
        refuse(`Invalid principal in policy: "AWS":"${missing}"`);
    }
    if (json.replace(/\s/g, "").length > MAX_TRUST_CHARACTERS) {
        const message = `Cannot exceed quota for ACLSizePerRole: ${MAX_TRUST_CHARACTERS}`;
        throw new AwsError(`IAM: ${operation}`, "LimitExceeded", message);
    }
}

/** Refuses a policy of a role that AWS would call malformed. */
export function refuseMalformedIdentity(operation: string, json: string): void {
    const statements = readStatements(operation, json);
    const refuse = refuser(operation);
    if (statements.some((statement) => statement.principals ?? statement.notPrincipals)) {
        refuse("Policy document should not specify a principal.");
    }
    if (statements.some((statement) => !statement.resources && !statement.notResources)) {
        refuse("Policy statement must contain resources.");
    }
}

/** Refuses a policy document that AWS would call malformed, and says what is wrong with it. */
export function refuseMalformed(operation: string, code: string, json: string): void {
    const [first] = parsePolicyDocument(json).findings;
    if (first) {
        const at = first.path === "" ? "" : `${first.path}: `;
        throw new AwsError(operation, code, `Syntax errors in policy. (${at}${first.reason})`);
    }
}

/** How a service says that it does not take a policy of one of its resources. */
export interface PolicyRefusal {
    readonly operation: string;
    readonly code: string;
    /** What it says of a principal that does not exist. */
    readonly principals: string;
    /** How many bytes a policy may have, and what is said of one that has more. */
    readonly size: { readonly max: number; readonly code: string; readonly message: string };
}

/** Refuses the policy of a resource that AWS would refuse. */
export function refuseMalformedResource(
    account: Account,
    json: string,
    { operation, code, principals, size }: PolicyRefusal,
): void {
    refuseMalformed(operation, code, json);
    const statements = parsePolicyDocument(json).document?.statements ?? [];
    if (statements.some((statement) => !statement.principals && !statement.notPrincipals)) {
        throw new AwsError(operation, code, "Missing required field Principal");
    }
    if (findMissingPrincipals(account, json).length > 0) {
        throw new AwsError(operation, code, principals);
    }
    if (Buffer.byteLength(json) > size.max) {
        throw new AwsError(operation, size.code, size.message);
    }
}

function readStatements(operation: string, json: string): readonly PolicyStatement[] {
    refuseMalformed(`IAM: ${operation}`, "MalformedPolicyDocument", json);
    return parsePolicyDocument(json).document?.statements ?? [];
}

function refuser(operation: string) {
    return (message: string): never => {
        throw new AwsError(`IAM: ${operation}`, "MalformedPolicyDocument", message);
    };
}
