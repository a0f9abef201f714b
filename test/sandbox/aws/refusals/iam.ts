import type { Properties } from "../../../../sandbox/aws/resource-type";
import { allow, TRUST, type TestAccount } from "../../../support/simulated-aws";
import { taken, type Row } from "./row";

const statement = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
const actionOnly = {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRole" }],
};

/** What IAM refuses. */
export const iam: Row[] = [
    {
        title: "a policy document that is no JSON",
        type: "rolePolicy",
        inputs: (account) => ({
            role: account.create("role", { assumeRolePolicy: JSON.stringify(TRUST) }).id,
            policy: "{",
        }),
        message: /IAM: PutRolePolicy, MalformedPolicyDocument: Syntax errors in policy/,
    },
    {
        title: "an identity policy that names a principal",
        type: "rolePolicy",
        inputs: (account) => rolePolicy(account, { ...statement, Principal: "*" }),
        message:
            /PutRolePolicy, MalformedPolicyDocument: Policy document should not specify a principal\./,
    },
    {
        title: "an identity policy without a resource",
        type: "rolePolicy",
        inputs: (account) => rolePolicy(account, { ...statement, Resource: undefined }),
        message:
            /PutRolePolicy, MalformedPolicyDocument: Policy statement must contain resources\./,
    },
    {
        title: "a malformed inline policy of a role",
        type: "role",
        inputs: () => ({
            assumeRolePolicy: JSON.stringify(TRUST),
            inlinePolicies: [{ name: "a", policy: "{" }],
        }),
        message: /PutRolePolicy, MalformedPolicyDocument: Syntax errors in policy/,
    },
    {
        title: "a managed policy of a role that is not known",
        type: "role",
        inputs: () => ({
            assumeRolePolicy: JSON.stringify(TRUST),
            managedPolicyArns: ["arn:aws:iam::aws:policy/Nothing"],
        }),
        message: /AttachRolePolicy, NoSuchEntity: Policy arn:aws:iam::aws:policy\/Nothing does not/,
    },
    {
        title: "a trust policy with another action than to assume the role",
        type: "role",
        inputs: () => ({
            assumeRolePolicy: JSON.stringify({
                ...TRUST,
                Statement: [{ ...TRUST.Statement[0], Action: "s3:GetObject" }],
            }),
        }),
        message:
            /CreateRole, MalformedPolicyDocument: AssumeRole policy may only specify STS AssumeRole actions\./,
    },
    {
        title: "a policy for a role that does not exist",
        type: "rolePolicy",
        inputs: () => ({ role: "nobody", policy: JSON.stringify(allow("s3:*")) }),
        message: /NoSuchEntity: The role with name nobody cannot be found/,
    },
    {
        title: "inline policies over 10,240 characters",
        type: "rolePolicy",
        inputs: (account) => ({
            role: account.create("role", { assumeRolePolicy: JSON.stringify(TRUST) }).id,
            policy: JSON.stringify(
                allow("ssm:GetParameters", Array(200).fill(arn("x".repeat(40)))),
            ),
        }),
        message: /LimitExceeded: Maximum policy size of 10240 bytes exceeded for role role-/,
    },
    {
        title: "a trust policy that names a resource",
        type: "role",
        inputs: () => ({
            assumeRolePolicy: JSON.stringify({
                ...TRUST,
                Statement: [{ ...TRUST.Statement[0], Resource: "*" }],
            }),
        }),
        message: /CreateRole, MalformedPolicyDocument: Has prohibited field Resource/,
    },
    {
        title: "a trust policy without a principal",
        type: "role",
        inputs: () => ({ assumeRolePolicy: JSON.stringify(actionOnly) }),
        message: /CreateRole, MalformedPolicyDocument: Missing required field Principal/,
    },
    {
        title: "a managed policy that is not known",
        type: "attachment",
        inputs: (account) => ({
            role: account.create("role", { assumeRolePolicy: JSON.stringify(TRUST) }).id,
            policyArn: "arn:aws:iam::aws:policy/NoSuchPolicy",
        }),
        message: /AttachRolePolicy, NoSuchEntity: Policy arn:aws:iam::aws:policy\/NoSuchPolicy/,
    },
    {
        title: "a role whose name is taken",
        type: "role",
        inputs: (account) => taken(account, "role", { assumeRolePolicy: JSON.stringify(TRUST) }),
        message: /EntityAlreadyExists: Role with name taken already exists/,
    },
];

function arn(name: string): string {
    return `arn:aws:ssm:us-east-1:123456789012:parameter/${name}`;
}

function rolePolicy(account: TestAccount, ...statements: object[]): Properties {
    const policy = { Version: "2012-10-17", Statement: statements };
    const role = account.create("role", { assumeRolePolicy: JSON.stringify(TRUST) }).id;
    return { role, policy: JSON.stringify(policy) };
}
