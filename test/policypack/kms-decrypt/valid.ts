import {
    ADMINISTRATOR,
    boundary,
    decryptSecret,
    keyPolicyFor,
    OWN_POLICY,
    ownPolicy,
    rights,
    row,
    withSecret,
} from "./rows";
import {
    ACCOUNT,
    ALIAS,
    aliasOfKey,
    containers,
    decryptStatement,
    defaultKeyPolicy,
    firstPreview,
    KEY,
    OTHER_KEY,
    policy,
    ROLE,
} from "./stack";
import type { Stack } from "../../support/pack-stack";
import type { PolicyRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";

/** Stacks that the policy is silent on, near-misses among them. */
export const valid: PolicyRow[] = [
    row("a role that may decrypt with the key, through the store, for the secret", {}),
    row(
        "a role that may do anything to any key",
        rights(decryptStatement({ Action: "kms:*", Resource: "*", Condition: undefined })),
    ),
    row("a key policy that names the role, and no right of the role's own", {
        ...rights(),
        key: { props: { policy: keyPolicyFor(ROLE, "kms:Decrypt") } },
    }),
    row("the managed policy AdministratorAccess", {
        ...rights(),
        attachment: { props: { policyArn: ADMINISTRATOR } },
    }),
    row("AdministratorAccess that the role lists itself", {
        ...rights(),
        attachment: undefined,
        role: { props: { managedPolicyArns: [ADMINISTRATOR] } },
    }),
    row("AdministratorAccess that is attached to several roles at once", {
        ...rights(),
        shared: {
            type: "aws:iam/policyAttachment:PolicyAttachment",
            props: { roles: ["another", "web-execution"], policyArn: ADMINISTRATOR },
        },
    }),
    row("a policy of the stack that is attached", {
        ...rights(),
        own: ownPolicy(OWN_POLICY),
        attachment: { props: { policyArn: OWN_POLICY } },
    }),
    row("a policy of the stack that is attached before it exists", {
        ...rights(),
        own: ownPolicy(UNKNOWN),
        attachment: {
            props: { policyArn: UNKNOWN },
            from: { role: ["role"], policyArn: ["own"] },
        },
    }),
    row("an inline policy in the role itself", {
        rights: undefined,
        role: {
            props: {
                inlinePolicies: [
                    { name: "own", policy: policy(decryptStatement()), __defaults: ["name"] },
                ],
            },
        },
    }),
    row("an inline policy that names its role by id or by an ARN", {
        role: { props: { name: "other-name", id: "web-execution" } },
    }),
    row("the AWS managed key, which everybody in the account may use through the store", {
        ...rights(),
        parameter: { props: { keyId: "alias/aws/ssm" } },
    }),
    row(
        "a key that is not of this stack and a role that may: its policy is taken to be the default",
        {
            key: undefined,
            parameter: { from: {} },
            rights: { from: {} },
        },
    ),
    row("a key that is named by an alias of the stack", {
        alias: aliasOfKey,
        parameter: { props: { keyId: "alias/web" }, from: { keyId: ["alias"] } },
    }),
    row("a key of another stack that an alias of this one stands for", {
        key: undefined,
        alias: { ...aliasOfKey, from: {} },
        parameter: { props: { keyId: ALIAS }, from: { keyId: ["alias"] } },
        rights: { props: {}, from: {} },
    }),
    row("a role of another stack that this stack lets decrypt", {
        role: undefined,
        rights: { props: {}, from: {} },
        attachment: { props: {}, from: {} },
        task: { props: {}, from: {} },
    }),
    row("a role of another stack, under a path, to which this stack attaches what it needs", {
        role: undefined,
        rights: undefined,
        own: ownPolicy(OWN_POLICY),
        attachment: undefined,
        shared: {
            type: "aws:iam/policyAttachment:PolicyAttachment",
            props: { roles: ["web-execution"], policyArn: OWN_POLICY },
        },
        task: {
            props: { executionRoleArn: ROLE.replace("role/", "role/tasks/") },
            from: {},
        },
    }),
    inAnotherAccount("a key of another account that lets the account of the role use it"),
    row("no key given: the provider fills in the AWS managed one, unknown at the first preview", {
        ...firstPreview,
        parameter: { props: { ...firstPreview.parameter.props, keyId: UNKNOWN }, from: {} },
    }),
    row("a parameter that is no SecureString and has no key", {
        ...rights(),
        parameter: { props: { type: "String", keyId: undefined } },
    }),
    row("a parameter that nobody injects", {
        ...rights(),
        task: { props: { containerDefinitions: containers() } },
    }),
    row("a task definition without a task execution role: AWS refuses that by itself", {
        ...rights(),
        task: { props: { executionRoleArn: undefined } },
    }),
    row("a secret of Secrets Manager, through its version", withSecret(decryptSecret())),
    row("a permissions boundary that allows it, too", boundary(decryptStatement())),
    row(
        "a Deny that does not apply here",
        rights(decryptStatement(), {
            Effect: "Deny",
            Action: "kms:Decrypt",
            Resource: OTHER_KEY,
        }),
    ),
    row("a key policy that is given later and leaves it to the account", {
        key: { props: { policy: keyPolicyFor(`arn:aws:iam::${ACCOUNT}:role/admin`) } },
        later: {
            type: "aws:kms/keyPolicy:KeyPolicy",
            props: { keyId: KEY.split("/")[1], policy: defaultKeyPolicy },
        },
    }),
    row("a first preview, where no ARN is known: the update decides", firstPreview),
    row("a secret and its version of which nothing is known: the update decides", {
        ...firstPreview,
        secret: {
            type: "aws:secretsmanager/secret:Secret",
            props: { arn: UNKNOWN, kmsKeyId: UNKNOWN },
            from: { kmsKeyId: ["key"] },
        },
        version: {
            type: "aws:secretsmanager/secretVersion:SecretVersion",
            props: { secretId: UNKNOWN },
            from: { secretId: ["secret"] },
        },
        task: {
            ...firstPreview.task,
            from: { executionRoleArn: ["role"], containerDefinitions: ["secret", "version"] },
        },
    }),
    row("a grant on the key, where no policy allows", {
        ...rights(),
        grant: {
            type: "aws:kms/grant:Grant",
            props: { keyId: KEY, granteePrincipal: ROLE, operations: ["Decrypt"] },
        },
    }),
    row("a parameter that is not encrypted, whatever key is named beside it", {
        ...rights(),
        parameter: { props: { type: "String" } },
    }),
    row("a key whose policy is not known yet, given by the program: the update decides", {
        ...rights(),
        key: { props: { policy: UNKNOWN } },
    }),
    row("a Deny of another key beside the AWS managed key", {
        ...rights({ Effect: "Deny", Action: "kms:*", Resource: OTHER_KEY }),
        parameter: { props: { keyId: "alias/aws/ssm" }, from: {} },
    }),
];

/** The key's account asks who calls, and it is the role: https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-caller-account */
function inAnotherAccount(name: string): PolicyRow {
    const own = { StringEquals: { "kms:CallerAccount": ACCOUNT } };
    const foreign = policy({
        Effect: "Allow",
        Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
        Action: "kms:Decrypt",
        Resource: "*",
        Condition: own,
    });
    const { stack } = row(name, { key: { props: { policy: foreign } } });
    const json = JSON.stringify(stack).replaceAll(KEY, KEY.replace(ACCOUNT, "210987654321"));
    return { name, stack: JSON.parse(json) as Stack };
}
