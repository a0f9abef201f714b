import { parsePolicyDocument } from "../../core";
import { AwsError } from "./resource-type";

/** Refuses a trust policy that AWS would call malformed. */
export function refuseMalformedTrust(operation: string, json: string): void {
    refuseMalformed(`IAM: ${operation}`, "MalformedPolicyDocument", json);
    const { document } = parsePolicyDocument(json);
    const statements = document?.statements ?? [];
    if (statements.some((statement) => statement.resources ?? statement.notResources)) {
        const message = "Has prohibited field Resource";
        throw new AwsError(`IAM: ${operation}`, "MalformedPolicyDocument", message);
    }
    if (statements.some((statement) => !statement.principals && !statement.notPrincipals)) {
        const message = "Missing required field Principal";
        throw new AwsError(`IAM: ${operation}`, "MalformedPolicyDocument", message);
    }
}

/** Refuses a policy document that AWS would call malformed, and says what is wrong with it. */
export function refuseMalformed(operation: string, code: string, json: string): void {
    const { findings } = parsePolicyDocument(json);
    if (findings.length > 0) {
        const [first] = findings;
        throw new AwsError(
            operation,
            code,
            `Syntax errors in policy. (${first.path}: ${first.reason})`,
        );
    }
}
