import { allow, TRUST, type TestAccount } from "../../../support/simulated-aws";
import { taken, type Row } from "./row";

const assumeRolePolicy = JSON.stringify(TRUST);
const policyOf = (length: number) =>
    JSON.stringify(allow("ssm:GetParameters", "x".repeat(length - 88)));

const everybody = {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }],
};
/** A document of so many characters, of which the Sid of its first statement is the most. */
const padded = (
    { Statement: [first, ...rest] }: typeof TRUST | typeof everybody,
    length: number,
) => {
    const of = (Sid: string) =>
        JSON.stringify({ Version: "2012-10-17", Statement: [{ ...first, Sid }, ...rest] });
    return of("x".repeat(length - of("").length));
};

/** The quotas of IAM, and what its policies may not be. */
export const limits: Row[] = [
    {
        title: "a managed policy over 6,144 characters, white space aside",
        type: "policy",
        inputs: () => ({ policy: policyOf(6_145) }),
        message: /CreatePolicy, LimitExceeded: Cannot exceed quota for PolicySize: 6144$/,
    },
    {
        title: "a trust policy over 2,048 characters, white space aside",
        type: "role",
        inputs: () => ({ assumeRolePolicy: padded(TRUST, 2_049) }),
        message: /CreateRole, LimitExceeded: Cannot exceed quota for ACLSizePerRole: 2048$/,
    },
    {
        title: "a key policy over 32,768 bytes",
        type: "key",
        inputs: () => ({ policy: padded(everybody, 32_769) }),
        message: /CreateKey, LimitExceededException: The key policy is larger than 32768 bytes\.$/,
    },
    {
        title: "a key policy that names nobody",
        type: "key",
        inputs: () => ({ policy: JSON.stringify(allow("kms:*")) }),
        message: /CreateKey, MalformedPolicyDocumentException: Missing required field Principal$/,
    },
    {
        title: "a policy of a secret over 20,480 characters",
        type: "secret",
        inputs: () => ({ policy: padded(everybody, 20_481) }),
        message:
            /PutResourcePolicy, ValidationException: 1 validation error detected: Value at 'resourcePolicy' .* less than or equal to 20480$/,
    },
    {
        title: "a managed policy that names a principal",
        type: "policy",
        inputs: () => ({ policy: assumeRolePolicy }),
        message: /CreatePolicy, MalformedPolicyDocument: Policy document should not specify a/,
    },
    {
        title: "a managed policy whose name is taken",
        type: "policy",
        inputs: (account) => taken(account, "policy", { policy: JSON.stringify(allow("s3:*")) }),
        message: /EntityAlreadyExists: A policy called taken already exists/,
    },
    {
        title: "an eleventh managed policy of a role",
        type: "attachment",
        inputs: (account) => {
            const { id: role } = account.create("role", { assumeRolePolicy });
            const attach = (name: string) => ({ role, policyArn: managed(account, name) });
            Array.from({ length: 10 }, (_, index) =>
                account.create("attachment", attach(`p${index}`)),
            );
            return attach("eleventh");
        },
        message: /AttachRolePolicy, LimitExceeded: Cannot exceed quota for PoliciesPerRole: 10$/,
    },
    {
        title: "a managed policy of another account",
        type: "attachment",
        inputs: (account) => ({
            role: account.create("role", { assumeRolePolicy }).id,
            policyArn: managed(account.other(), "other"),
        }),
        message: /AttachRolePolicy, NoSuchEntity: Policy arn:aws:iam::210987654321:policy\/other/,
    },
    {
        title: "an AWS managed policy of another partition",
        type: "attachment",
        inputs: (account) => ({
            role: account.create("role", { assumeRolePolicy }).id,
            policyArn: "arn:aws-cn:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy",
        }),
        message: /AttachRolePolicy, NoSuchEntity: Policy arn:aws-cn:iam::aws:policy/,
    },
    {
        title: "a permissions boundary that does not exist",
        type: "role",
        inputs: () => ({
            assumeRolePolicy,
            permissionsBoundary: "arn:aws:iam::123456789012:policy/nothing",
        }),
        message: /CreateRole, NoSuchEntity: Policy arn:aws:iam::123456789012:policy\/nothing does/,
    },
    {
        title: "a role whose name has more than 64 characters",
        type: "role",
        inputs: () => ({ assumeRolePolicy, name: "x".repeat(65) }),
        message: /expected length of name to be in the range \(1 - 64\)/,
    },
];

function managed(account: TestAccount, name: string): string {
    return account.output("policy", { name, policy: JSON.stringify(allow("s3:*")) }, "arn");
}
