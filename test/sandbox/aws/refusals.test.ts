import assert from "node:assert/strict";
import type { Properties } from "../../../sandbox/aws/resource-type";
import * as provider from "../../../sandbox/aws/provider";
import { allow, TestAccount, TRUST, type TOKENS } from "../../support/simulated-aws";

const CANARY = "canary-never-shown";

interface Row {
    readonly title: string;
    readonly type: keyof typeof TOKENS;
    /** What must exist first; the refused inputs may need it. */
    readonly inputs: (account: TestAccount) => Properties;
    readonly message: RegExp;
}

const container = { name: "web", image: "httpd", memory: 128 };
const task = (definition: object, rest: Properties = {}): Properties => ({
    family: "web",
    containerDefinitions: JSON.stringify([{ ...container, ...definition }]),
    ...rest,
});
const fargate = { requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc" };
const secrets = (...names: string[]) => names.map((name) => ({ name, valueFrom: "/web/a" }));
const ECS = "operation error ECS: RegisterTaskDefinition, ClientException: ";

const rows: Row[] = [
    {
        title: "a secret with the name of a plaintext variable",
        type: "task",
        inputs: (account) =>
            task(
                { secrets: secrets("A"), environment: [{ name: "A", value: CANARY }] },
                { executionRoleArn: account.role() },
            ),
        message: RegExp(
            `${ECS}The secret name must be unique and not shared with any new or existing environment variables set on the container, such as 'A'\\.`,
        ),
    },
    {
        title: "two secrets of one name",
        type: "task",
        inputs: (account) =>
            task({ secrets: secrets("A", "A") }, { executionRoleArn: account.role() }),
        message: RegExp(`${ECS}Duplicate secret names found: A\\. Each secret name must be unique`),
    },
    {
        title: "secrets without an execution role",
        type: "task",
        inputs: () => task({ secrets: secrets("A") }),
        message: RegExp(
            `${ECS}When you are specifying container secrets, you must also specify a value for 'executionRoleArn'\\.`,
        ),
    },
    {
        title: "a role that does not exist",
        type: "task",
        inputs: () => task({}, { executionRoleArn: "arn:aws:iam::123456789012:role/nobody" }),
        message: RegExp(`${ECS}Role is not valid`),
    },
    {
        title: "a parameter name with a version",
        type: "task",
        inputs: (account) =>
            task(
                { secrets: [{ name: "A", valueFrom: "/web/a:3" }] },
                { executionRoleArn: account.role() },
            ),
        message: RegExp(
            `${ECS}The Systems Manager parameter name specified for secret A is invalid`,
        ),
    },
    {
        title: "a container without any memory",
        type: "task",
        inputs: () => task({ memory: undefined }),
        message: RegExp(
            `${ECS}Invalid setting for container 'web'\\. At least one of 'memory' or 'memoryReservation' must be specified`,
        ),
    },
    {
        title: "a text that is no JSON, without quoting it",
        type: "task",
        inputs: () => ({ family: "web", containerDefinitions: `[{"name": ${CANARY}` }),
        message: RegExp(`${ECS}Container definitions: the text is not JSON`),
    },
    {
        title: "a variable that is no object, and says which",
        type: "task",
        inputs: () => task({ environment: [CANARY] }),
        message: RegExp(
            `${ECS}Container definitions: containerDefinitions\\[0\\]\\.environment\\[0\\] cannot be read`,
        ),
    },
    {
        title: "no containers at all",
        type: "task",
        inputs: () => ({ family: "web", containerDefinitions: "[]" }),
        message: RegExp(`${ECS}TaskDefinition must have at least one container definition`),
    },
    {
        title: "a container without an image",
        type: "task",
        inputs: () => task({ image: undefined }),
        message: RegExp(`${ECS}Container\\.image should not be null or empty`),
    },
    {
        title: "a task of AWS Fargate in the bridge",
        type: "task",
        inputs: () => task({}, { requiresCompatibilities: ["FARGATE"], cpu: "256", memory: "512" }),
        message: RegExp(`${ECS}Fargate only supports network mode ‘awsvpc’\\.`),
    },
    {
        title: "a task of AWS Fargate without cpu",
        type: "task",
        inputs: () => task({}, { ...fargate, memory: "512" }),
        message: RegExp(`${ECS}Fargate requires that 'cpu' be defined at the task level\\.`),
    },
    {
        title: "a task of AWS Fargate without memory",
        type: "task",
        inputs: () => task({}, { ...fargate, cpu: "256" }),
        message: RegExp(`${ECS}Fargate requires that 'memory' be defined at the task level\\.`),
    },
    {
        title: "definitions over 65,536 bytes",
        type: "task",
        inputs: () => task({ command: ["x".repeat(66_000)] }),
        message: RegExp(`${ECS}Actual length: '\\d+'\\. Max allowed length is '65536' bytes`),
    },
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
        title: "a malformed resource policy of a secret",
        type: "secret",
        inputs: () => ({ policy: "{" }),
        message: /PutResourcePolicy, MalformedPolicyDocumentException: /,
    },
    {
        title: "a binary value, which is not simulated, without quoting it",
        type: "secretVersion",
        inputs: (account) => ({
            secretId: account.output("secret", {}, "arn"),
            secretBinary: CANARY,
        }),
        message: /secretBinary is not simulated/,
    },
    {
        title: "an empty value of a secret",
        type: "secretVersion",
        inputs: (account) => ({ secretId: account.output("secret", {}, "arn"), secretString: "" }),
        message: /PutSecretValue, InvalidParameterException: You must provide either SecretString/,
    },
    {
        title: "a value of a secret over 65,536 bytes",
        type: "secretVersion",
        inputs: (account) => ({
            secretId: account.output("secret", {}, "arn"),
            secretString: CANARY.repeat(4000),
        }),
        message: /PutSecretValue, ValidationException: Member must have length less than or equal/,
    },
    {
        title: "a parameter name that begins with aws",
        type: "parameter",
        inputs: () => ({ name: "/aws/web", type: "String", value: CANARY }),
        message:
            /PutParameter, ValidationException: Parameter name: a parameter name may not begin/,
    },
    {
        title: "a service in another account's cluster",
        type: "service",
        inputs: (account) => ({
            cluster: account.output("cluster", {}, "arn").replace("123456789012", "999999999999"),
        }),
        message: /CreateService, ClusterNotFoundException: Cluster not found/,
    },
    {
        title: "a service whose task definition does not exist",
        type: "service",
        inputs: (account) => ({
            cluster: account.output("cluster", {}, "arn"),
            taskDefinition: "nothing",
        }),
        message: /CreateService, ClientException: TaskDefinition is inactive or not found/,
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
    {
        title: "a parameter whose name is taken",
        type: "parameter",
        inputs: (account) => taken(account, "parameter", { type: "String", value: CANARY }),
        message: /ParameterAlreadyExists: The parameter already exists/,
    },
    {
        title: "a secret whose name is taken",
        type: "secret",
        inputs: (account) => taken(account, "secret", {}),
        message: /ResourceExistsException: The operation failed because the secret taken already/,
    },
    {
        title: "a secret whose name is scheduled for deletion",
        type: "secret",
        inputs: (account) => {
            account.delete("secret", account.create("secret", { name: "gone" }));
            return { name: "gone" };
        },
        message: /InvalidRequestException: You can't create this secret because .* scheduled/,
    },
    {
        title: "a standard parameter over 4,096 characters",
        type: "parameter",
        inputs: () => ({ type: "SecureString", value: CANARY.repeat(300) }),
        message: /Standard tier parameters support a maximum parameter value of 4096 characters/,
    },
    {
        title: "a parameter with a key that does not exist",
        type: "parameter",
        inputs: () => ({ type: "SecureString", value: CANARY, keyId: keyArn }),
        message: /InvalidKeyId: Key arn:aws:kms:.* is not found or not enabled/,
    },
    {
        title: "a parameter with a key that is disabled",
        type: "parameter",
        inputs: (account) => ({
            type: "SecureString",
            value: CANARY,
            keyId: account.output("key", { isEnabled: false }, "arn"),
        }),
        message: /InvalidKeyId: Key arn:aws:kms:.* is not found or not enabled/,
    },
    {
        title: "a secret with a key that does not exist",
        type: "secret",
        inputs: () => ({ kmsKeyId: keyArn }),
        message: /InvalidRequestException: Can't access the KMS key/,
    },
    {
        title: "a version of a secret that does not exist",
        type: "secretVersion",
        inputs: () => ({ secretId: "arn:aws:secretsmanager:::secret:no", secretString: CANARY }),
        message: /ResourceNotFoundException: Secrets Manager can't find the specified secret/,
    },
    {
        title: "a service in a cluster that does not exist",
        type: "service",
        inputs: () => ({ cluster: "nowhere" }),
        message: /CreateService, ClusterNotFoundException: Cluster not found/,
    },
    {
        title: "a task definition without its definitions",
        type: "task",
        inputs: () => ({ family: "web" }),
        message: /Missing required argument\. The argument "containerDefinitions" is required/,
    },
];

describe("the simulated AWS refuses", () => {
    let account: TestAccount;
    beforeEach(() => {
        account = new TestAccount();
    });
    afterEach(() => account.remove());

    for (const { title, type, inputs, message } of rows) {
        it(title, () => {
            const given = inputs(account);
            assert.throws(
                () => account.create(type, given),
                (error: Error) => {
                    assert.match(error.message, message);
                    assert.match(error.message, /^simulated AWS: /);
                    assert.ok(!error.message.includes(CANARY));
                    return true;
                },
            );
        });
    }

    it("to delete a role that still has policies", () => {
        const role = account.create("role", { assumeRolePolicy: JSON.stringify(TRUST) });
        const policy = JSON.stringify(allow("s3:GetObject"));
        account.create("rolePolicy", { role: role.id, policy });
        assert.throws(() => account.delete("role", role), /DeleteConflict: Cannot delete entity/);
    });

    it("a resource type or lookup that it does not have, and lists those that it has", () => {
        assert.throws(
            () => provider.resourceType("aws:s3/bucket:Bucket"),
            /^Error: simulated AWS: there is no aws:s3\/bucket:Bucket here; it has aws:ecs\/cluster/,
        );
        assert.throws(
            () => provider.invoke(account.account, "aws:s3/getBucket:getBucket", {}),
            /^Error: simulated AWS: there is no aws:s3\/getBucket:getBucket here; it has aws:ec2/,
        );
    });
});

const keyArn = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000";
const statement = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
const actionOnly = {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRole" }],
};

function arn(name: string): string {
    return `arn:aws:ssm:us-east-1:123456789012:parameter/${name}`;
}

function rolePolicy(account: TestAccount, ...statements: object[]): Properties {
    const policy = { Version: "2012-10-17", Statement: statements };
    const role = account.create("role", { assumeRolePolicy: JSON.stringify(TRUST) }).id;
    return { role, policy: JSON.stringify(policy) };
}

/** Creates a resource of the name `taken`, and gives the inputs to do it once more. */
function taken(account: TestAccount, type: keyof typeof TOKENS, inputs: Properties): Properties {
    const named = { ...inputs, name: "taken" };
    account.create(type, named);
    return named;
}
