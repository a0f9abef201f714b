import { testRows } from "./row";

const DOCUMENT = '{"Version":"2012-10-17","Statement":[]}';
const ROLE_ARN = "arn:aws:iam::123456789012:role/web-0a1b2c3";

describe("the translation of IAM", () => {
    testRows([
        {
            does: "creates a role under a name of its own, and has its trust judged",
            type: "aws:iam/role:Role",
            inputs: { assumeRolePolicy: DOCUMENT, description: "Reads", forceDetachPolicies: true },
            answers: [{ Role: { Arn: ROLE_ARN, RoleId: "AROAEXAMPLE" } }],
            requests: [
                {
                    service: "iam",
                    operation: "CreateRole",
                    input: {
                        RoleName: "web-0a1b2c3",
                        AssumeRolePolicyDocument: DOCUMENT,
                        Description: "Reads",
                    },
                },
                {
                    service: "iam",
                    operation: "UpdateAssumeRolePolicy",
                    input: { RoleName: "web-0a1b2c3", PolicyDocument: DOCUMENT },
                },
            ],
            outputs: {
                id: "web-0a1b2c3",
                name: "web-0a1b2c3",
                arn: ROLE_ARN,
                uniqueId: "AROAEXAMPLE",
            },
        },
        {
            does: "sends the boundary, the path, the tags and the session of a role",
            type: "aws:iam/role:Role",
            inputs: {
                name: "reader",
                assumeRolePolicy: { Version: "2012-10-17", Statement: [] },
                maxSessionDuration: 3600,
                path: "/teams/",
                permissionsBoundary: "arn:aws:iam::123456789012:policy/boundary",
                tags: { team: "web" },
            },
            answers: [{ Role: { Arn: ROLE_ARN, RoleId: "AROAEXAMPLE" } }],
            requests: [
                {
                    service: "iam",
                    operation: "CreateRole",
                    input: {
                        RoleName: "reader",
                        AssumeRolePolicyDocument: DOCUMENT,
                        MaxSessionDuration: 3600,
                        Path: "/teams/",
                        PermissionsBoundary: "arn:aws:iam::123456789012:policy/boundary",
                        Tags: [{ Key: "team", Value: "web" }],
                    },
                },
                {
                    service: "iam",
                    operation: "UpdateAssumeRolePolicy",
                    input: { RoleName: "reader", PolicyDocument: DOCUMENT },
                },
            ],
            outputs: { id: "reader", name: "reader", arn: ROLE_ARN, uniqueId: "AROAEXAMPLE" },
        },
        {
            does: "puts an inline policy",
            type: "aws:iam/rolePolicy:RolePolicy",
            inputs: { role: "reader", policy: DOCUMENT },
            requests: [
                {
                    service: "iam",
                    operation: "PutRolePolicy",
                    input: {
                        RoleName: "reader",
                        PolicyName: "web-0a1b2c3",
                        PolicyDocument: DOCUMENT,
                    },
                },
            ],
            outputs: { id: "reader:web-0a1b2c3", name: "web-0a1b2c3" },
        },
        {
            does: "attaches a managed policy",
            type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
            inputs: { role: "reader", policyArn: "arn:aws:iam::aws:policy/Example" },
            requests: [
                {
                    service: "iam",
                    operation: "AttachRolePolicy",
                    input: { RoleName: "reader", PolicyArn: "arn:aws:iam::aws:policy/Example" },
                },
            ],
            outputs: { id: "reader/arn:aws:iam::aws:policy/Example" },
        },
        {
            does: "creates a managed policy, named by its prefix",
            type: "aws:iam/policy:Policy",
            inputs: { namePrefix: "reads-", policy: DOCUMENT, path: "/teams/" },
            answers: [{ Policy: { Arn: "arn:aws:iam::123456789012:policy/teams/reads-0a1b2c3" } }],
            requests: [
                {
                    service: "iam",
                    operation: "CreatePolicy",
                    input: {
                        PolicyName: "reads-0a1b2c3",
                        PolicyDocument: DOCUMENT,
                        Path: "/teams/",
                    },
                },
            ],
            outputs: {
                id: "arn:aws:iam::123456789012:policy/teams/reads-0a1b2c3",
                arn: "arn:aws:iam::123456789012:policy/teams/reads-0a1b2c3",
                name: "reads-0a1b2c3",
            },
        },
    ]);
});
