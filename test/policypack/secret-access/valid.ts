import type { PolicyRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";
import { ACCOUNT, PARAMETER, policy, ROLE, SECRET } from "../kms-decrypt/stack";
import {
    boundary,
    bucket,
    BUCKET,
    deployed,
    FILE,
    firstPreview,
    injects,
    OTHER_ACCOUNT,
    parameter,
    readParameter,
    readSecret,
    readsFile,
    rights,
    row,
    secretPolicy,
} from "./stack";

const names = { Principal: { AWS: ROLE }, Action: "secretsmanager:GetSecretValue", Resource: "*" };

/** Stacks that the policy is silent on, near-misses among them. */
export const valid: PolicyRow[] = [
    row("a role that may read the secret", {}),
    row("one JSON key of the secret: the right is on the ARN without it", {
        ...injects(`${SECRET}:password::`),
    }),
    row("an action with a wildcard, in another case", {
        ...rights(readSecret({ Action: "SecretsManager:get*" })),
    }),
    row("the six characters of the ARN as wildcards", {
        ...rights(readSecret({ Resource: `${SECRET.slice(0, -6)}??????` })),
    }),
    row("a condition that asks for the current version, which is what Amazon ECS reads", {
        ...rights(
            readSecret({
                Condition: { StringEquals: { "secretsmanager:VersionStage": "AWSCURRENT" } },
            }),
        ),
    }),
    row("a right that is conditioned on a tag that the secret has", {
        secret: { props: { tagsAll: { team: "web" } } },
        ...rights(
            readSecret({
                Resource: "*",
                Condition: { StringEquals: { "secretsmanager:ResourceTag/team": "web" } },
            }),
        ),
    }),
    row("a resource policy of the secret that names the role", {
        ...rights(readParameter()),
        ...secretPolicy({ Effect: "Allow", ...names }),
    }),
    row("a boundary that allows it", {
        ...boundary({ Effect: "Allow", Action: "*", Resource: "*" }),
    }),
    row("the AWS managed policy that reads all secrets", {
        rights: undefined,
        attachment: {
            type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
            props: {
                role: "web-execution",
                policyArn: "arn:aws:iam::aws:policy/SecretsManagerReadWrite",
            },
        },
    }),
    row("a policy of aws-native that says itself which roles it is for", {
        rights: undefined,
        native: {
            type: "aws-native:iam:ManagedPolicy",
            props: {
                policyArn: `arn:aws:iam::${ACCOUNT}:policy/native`,
                policyDocument: { Version: "2012-10-17", Statement: [readSecret()] },
                roles: ["web-execution"],
            },
        },
    }),
    row("a role of aws-native with its policies", {
        rights: undefined,
        role: {
            type: "aws-native:iam:Role",
            props: {
                arn: ROLE,
                name: undefined,
                roleName: "web-execution",
                assumeRolePolicyDocument: JSON.parse(
                    String(deployed.role.props.assumeRolePolicy),
                ) as object,
                policies: [
                    {
                        policyName: "read",
                        policyDocument: { Version: "2012-10-17", Statement: [readSecret()] },
                    },
                ],
            },
        },
    }),
    row("an exclusive list that has the policy", {
        exclusive: {
            type: "aws:iam/rolePoliciesExclusive:RolePoliciesExclusive",
            props: { roleName: "web-execution", policyNames: ["rights"] },
        },
    }),
    row("a managed policy that an exclusive list alone attaches", {
        rights: undefined,
        exclusive: {
            type: "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
            props: {
                roleName: "web-execution",
                policyArns: ["arn:aws:iam::aws:policy/SecretsManagerReadWrite"],
            },
        },
    }),
    row("a parameter by its name", {
        ...parameter,
        ...injects("/web/db"),
        ...rights(readParameter()),
    }),
    row("a parameter of another stack by its name, which is of the account and region", {
        ...injects("/web/db"),
        ...rights(readParameter({ Resource: PARAMETER.replace("web/db", "web/*") })),
    }),
    row("a secret of another stack, which the role may read", {
        ...injects(SECRET.replace("api-", "elsewhere-")),
        ...rights(readSecret({ Resource: SECRET.replace("api-", "elsewhere-") })),
    }),
    row("a secret of another stack by its partial ARN, with a pattern for the rest", {
        ...injects(SECRET.replace("api-AbCdEf", "elsewhere")),
        ...rights(readSecret({ Resource: SECRET.replace("api-AbCdEf", "elsewhere-??????") })),
    }),
    row("a secret that Parameter Store reads, with the rights to both", {
        ...injects("/aws/reference/secretsmanager/api"),
        ...rights(
            readSecret(),
            readParameter({
                Resource: `arn:aws:ssm:us-east-1:${ACCOUNT}:parameter/aws/reference/secretsmanager/api`,
            }),
        ),
    }),
    row("an environment file of a bucket of the stack", {
        ...readsFile,
        ...bucket,
        ...rights(
            { Effect: "Allow", Action: "s3:GetObject", Resource: FILE },
            { Effect: "Allow", Action: "s3:GetBucketLocation", Resource: BUCKET },
        ),
    }),
    row("an environment file of a bucket of another stack, which the role may read", {
        ...readsFile,
        ...rights(
            { Effect: "Allow", Action: "s3:GetObject", Resource: `${BUCKET}/*` },
            { Effect: "Allow", Action: "s3:GetBucketLocation", Resource: BUCKET },
        ),
    }),
    row("a task that injects nothing", { ...injects(), ...rights(readParameter()) }),
    row("a first preview whose policy is computed from the secret: the update decides", {
        ...firstPreview,
    }),
    row("a first preview whose policy is computed from a version of the secret", {
        ...firstPreview,
        version: {
            type: "aws:secretsmanager/secretVersion:SecretVersion",
            props: { secretId: UNKNOWN },
            from: { secretId: ["secret"] },
        },
        rights: { ...firstPreview.rights, from: { role: ["role"], policy: ["version"] } },
    }),
    row(
        "a first preview with a document of getPolicyDocumentOutput, which depends on nothing yet",
        {
            ...firstPreview,
            rights: { ...firstPreview.rights, from: { role: ["role"] } },
        },
    ),
    row("a first preview with a right on everything, known already", {
        ...firstPreview,
        rights: {
            props: { policy: policy(readSecret({ Resource: "*" })) },
            from: { role: ["role"] },
        },
    }),
    row("a first preview with a right on a pattern of names, known already", {
        ...firstPreview,
        rights: {
            props: {
                policy: policy(readSecret({ Resource: "arn:aws:secretsmanager:*:*:secret:a*" })),
            },
            from: { role: ["role"] },
        },
    }),
    row("a secret of another account whose policy names the role, which may read it, too", {
        secret: { props: { arn: SECRET.replace(ACCOUNT, OTHER_ACCOUNT) } },
        ...injects(SECRET.replace(ACCOUNT, OTHER_ACCOUNT)),
        ...rights(readSecret({ Resource: SECRET.replace(ACCOUNT, OTHER_ACCOUNT) })),
        secretPolicy: {
            type: "aws:secretsmanager/secretPolicy:SecretPolicy",
            props: {
                secretArn: SECRET.replace(ACCOUNT, OTHER_ACCOUNT),
                policy: policy({ Effect: "Allow", ...names }),
            },
        },
    }),
    row("a parameter of another account, which is no reference: another policy says so", {
        ...injects(PARAMETER.replace(ACCOUNT, OTHER_ACCOUNT)),
    }),
];
