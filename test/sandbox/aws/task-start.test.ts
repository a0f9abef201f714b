import assert from "node:assert/strict";
import { listServices } from "../../../sandbox/aws/ecs";
import { allow, TestAccount, together, TRUST } from "../../support/simulated-aws";

const CANARY = "canary-never-shown";
const PREFIX =
    "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: ";
const ASM =
    "unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ";
const SSM = "unable to retrieve secrets from ssm: service call has been retried 1 time(s): ";

/** What a task injects, and what its role may do; each row changes one of these. */
interface Scenario {
    /** Appended to the ARN of the secret; `undefined`: it is not injected. */
    suffix?: string;
    /** In place of the ARN of the secret. */
    secretArn?: string;
    isDeleted?: boolean;
    isReadThroughParameterStore?: boolean;
    region?: string;
    /** Whether the secret was given a value. */
    hasValue: boolean;
    value: string;
    /** Whether both are encrypted with a customer managed key. */
    hasKey: boolean;
    keyPolicy?: object;
    role: object;
    trust: object;
    parameter: string;
}

const right: Scenario = {
    suffix: "",
    hasValue: true,
    value: JSON.stringify({ password: CANARY }),
    hasKey: true,
    role: together(
        allow("secretsmanager:GetSecretValue"),
        allow("ssm:GetParameters"),
        allow("kms:Decrypt"),
    ),
    trust: TRUST,
    parameter: "/web/parameter",
};

const running: Record<string, Partial<Scenario>> = {
    "its role may read and decrypt": {},
    "the secret and its key are in another region": { region: "eu-west-1" },
    "the secret is read through Parameter Store": { isReadThroughParameterStore: true },
    "it names a JSON key that is there": { suffix: ":password::" },
    "the AWS managed keys are used, without kms:Decrypt": {
        hasKey: false,
        role: together(allow("secretsmanager:GetSecretValue"), allow("ssm:GetParameters")),
    },
    "the key policy names everybody, without kms:Decrypt": {
        keyPolicy: {
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" }],
        },
        role: together(allow("secretsmanager:GetSecretValue"), allow("ssm:GetParameters")),
    },
};

const stopped: Record<string, [Partial<Scenario>, RegExp]> = {
    "its role may not read the secret": [
        { role: allow(["ssm:GetParameters", "kms:Decrypt"]) },
        RegExp(
            escape(`${PREFIX}${ASM}arn:aws:secretsmanager:us-east-1:123456789012:secret:`) +
                ".* from secrets manager: AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/role-.* is not authorized to perform: secretsmanager:GetSecretValue on resource: .* because no identity-based policy allows the secretsmanager:GetSecretValue action$",
        ),
    ],
    "its role may read the secret's ARN with a JSON key alone": [
        {
            role: together(
                allow("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:*:*:secret:*:key::"),
                allow(["ssm:GetParameters", "kms:Decrypt"]),
            ),
        },
        /is not authorized to perform: secretsmanager:GetSecretValue/,
    ],
    "its role may not decrypt the secret": [
        {
            parameter: "",
            role: allow("secretsmanager:GetSecretValue"),
        },
        /from secrets manager: AccessDeniedException: Access to KMS is not allowed$/,
    ],
    "its role may not read the parameter": [
        { role: allow(["secretsmanager:GetSecretValue", "ssm:GetParameter", "kms:Decrypt"]) },
        RegExp(
            escape(`${PREFIX}${SSM}AccessDeniedException: User: `) +
                ".* is not authorized to perform: ssm:GetParameters on resource: arn:aws:ssm:us-east-1:123456789012:parameter/web/parameter because no identity-based policy allows the ssm:GetParameters action$",
        ),
    ],
    "its role may decrypt for the other store alone": [
        {
            role: {
                Version: "2012-10-17",
                Statement: [
                    {
                        Effect: "Allow",
                        Action: ["secretsmanager:GetSecretValue", "ssm:GetParameters"],
                        Resource: "*",
                    },
                    {
                        Effect: "Allow",
                        Action: "kms:Decrypt",
                        Resource: "*",
                        Condition: {
                            StringEquals: {
                                "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com",
                            },
                        },
                    },
                ],
            },
        },
        /from ssm: .*AccessDeniedException: User: .* is not authorized to perform: kms:Decrypt/,
    ],
    "a statement denies it": [
        {
            role: {
                Version: "2012-10-17",
                Statement: [
                    { Effect: "Allow", Action: "*", Resource: "*" },
                    { Effect: "Deny", Action: "ssm:*", Resource: "*" },
                ],
            },
        },
        /ssm:GetParameters on resource: .* with an explicit deny in an identity-based policy$/,
    ],
    "Amazon ECS may not assume its role": [
        {
            trust: {
                ...TRUST,
                Statement: [{ ...TRUST.Statement[0], Principal: { Service: "ec2.amazonaws.com" } }],
            },
        },
        /ECS was unable to assume the role 'arn:aws:iam::123456789012:role\/role-/,
    ],
    "its role may be assumed for another account alone": [
        {
            trust: {
                ...TRUST,
                Statement: [
                    {
                        ...TRUST.Statement[0],
                        Condition: { StringEquals: { "aws:SourceAccount": "999999999999" } },
                    },
                ],
            },
        },
        /ECS was unable to assume the role/,
    ],
    "the secret has no value": [
        { hasValue: false },
        /ResourceNotFoundException: Secrets Manager can't find the specified secret value for staging label: AWSCURRENT$/,
    ],
    "the secret lacks the JSON key": [
        { suffix: ":missing::" },
        RegExp(
            `${escape(PREFIX)}unable to retrieve secret from asm: service call has been retried 1 time\\(s\\): retrieved secret from Secrets Manager did not contain json key missing$`,
        ),
    ],
    "a JSON key is asked of a value that is no JSON": [
        { suffix: ":password::", value: CANARY },
        /did not contain json key password$/,
    ],
    "the reference has two of the three fields after the ARN": [
        { suffix: ":password:" },
        /an invalid ARN format for the AWS Secrets Manager secret was specified\. Specify a valid ARN and try again\.$/,
    ],
    "the secret has no such version": [
        { suffix: ":::00000000-0000-0000-0000-000000000000" },
        /ResourceNotFoundException: Secrets Manager can't find the specified secret value for VersionId: 00000000-0000-0000-0000-000000000000$/,
    ],
    "the secret does not exist": [
        { secretArn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:missing-AbCdEf" },
        /ResourceNotFoundException: Secrets Manager can't find the specified secret\.$/,
    ],
    "the secret is scheduled for deletion": [
        { isDeleted: true },
        /InvalidRequestException: You can't perform this operation on the secret because it was marked for deletion\.$/,
    ],
    "the key policy denies it": [
        {
            suffix: undefined,
            keyPolicy: {
                Version: "2012-10-17",
                Statement: [
                    { Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" },
                    { Effect: "Deny", Principal: "*", Action: "kms:Decrypt", Resource: "*" },
                ],
            },
        },
        /from ssm: .*is not authorized to perform: kms:Decrypt on resource: .* with an explicit deny in a resource-based policy$/,
    ],
    "the key policy does not leave it to the account": [
        {
            suffix: undefined,
            keyPolicy: {
                Version: "2012-10-17",
                Statement: [
                    {
                        Effect: "Allow",
                        Principal: { AWS: "arn:aws:iam::123456789012:role/somebody" },
                        Action: "kms:*",
                        Resource: "*",
                    },
                ],
            },
        },
        /from ssm: .*kms:Decrypt on resource: .* because no resource-based policy allows the kms:Decrypt action$/,
    ],
    "the parameter does not exist, and its role may read that one alone": [
        {
            parameter: "/web/missing",
            role: together(
                allow(["secretsmanager:GetSecretValue", "kms:Decrypt"]),
                allow(
                    "ssm:GetParameters",
                    "arn:aws:ssm:us-east-1:123456789012:parameter/web/missing",
                ),
            ),
        },
        RegExp(`${escape(SSM)}invalid ssm parameters: /web/missing$`),
    ],
    "the secret that Parameter Store reads may not be read": [
        {
            suffix: undefined,
            isReadThroughParameterStore: true,
            role: allow(["ssm:GetParameters", "kms:Decrypt"]),
        },
        /is not authorized to perform: secretsmanager:GetSecretValue/,
    ],
    "the parameter does not exist": [
        { parameter: "/web/missing" },
        RegExp(`${escape(SSM)}invalid ssm parameters: /web/missing$`),
    ],
};

describe("a task in the simulated AWS", () => {
    let account: TestAccount;
    beforeEach(() => {
        account = new TestAccount();
    });
    afterEach(() => account.remove());

    for (const [when, change] of Object.entries(running)) {
        it(`runs, and tells names alone, when ${when}`, () => {
            createService(account, { ...right, ...change }, true);
            const [{ deployments }] = listServices(account.account);
            assert.equal(deployments[0].tasks[0].lastStatus, "RUNNING");
            assert.deepEqual(deployments[0].tasks[0].injected, { web: ["SECRET", "PARAMETER"] });
            assert.ok(!JSON.stringify(deployments).includes(CANARY));
        });
    }

    for (const [when, [change, reason]] of Object.entries(stopped)) {
        it(`stops when ${when}, which fails a service that waits`, () => {
            const service = createService(account, { ...right, ...change }, true);
            const [{ deployments }] = listServices(account.account);
            const [task] = deployments[0].tasks;
            assert.equal(task.lastStatus, "STOPPED");
            assert.equal(task.stopCode, "TaskFailedToStart");
            assert.match(task.stoppedReason ?? "", reason);
            assert.deepEqual(service.failures?.length, 1);
            assert.match(service.failures?.[0] ?? "", /^simulated AWS: .*ResourceInitialization/);
            assert.match(service.id, /^arn:aws:ecs:us-east-1:123456789012:service\//);
            assert.ok(!JSON.stringify([deployments, service]).includes(CANARY));
        });
    }

    it("stops without failing a service that does not wait", () => {
        const service = createService(account, { ...right, trust: denyAll, hasKey: false }, false);
        assert.equal(service.failures, undefined);
        assert.equal(
            listServices(account.account)[0].deployments[0].tasks[0].lastStatus,
            "STOPPED",
        );
    });
});

const denyAll = { ...TRUST, Statement: [{ ...TRUST.Statement[0], Effect: "Deny" }] };

function createService(account: TestAccount, scenario: Scenario, waitForSteadyState: boolean) {
    const policy = scenario.keyPolicy && JSON.stringify(scenario.keyPolicy);
    const { region } = scenario;
    const key = scenario.hasKey ? account.output("key", { policy, region }, "arn") : undefined;
    const secret = account.create("secret", { kmsKeyId: key, region });
    const secretArn = scenario.secretArn ?? secret.id;
    if (scenario.hasValue) {
        const secretString = scenario.value;
        account.create("secretVersion", { secretId: secret.id, secretString, region });
    }
    if (scenario.isDeleted) {
        account.delete("secret", secret);
    }
    const inputsOf = { name: "/web/parameter", type: "SecureString", value: CANARY };
    const parameter = account.output("parameter", { ...inputsOf, keyId: key, region }, "arn");
    const references = {
        SECRET: scenario.suffix === undefined ? "" : `${secretArn}${scenario.suffix}`,
        // By its name a parameter is looked for in the task's own region.
        PARAMETER: region
            ? parameter
            : scenario.isReadThroughParameterStore
              ? `/aws/reference/secretsmanager/${String(secret.outputs.name)}`
              : scenario.parameter,
    };
    const secrets = Object.entries(references)
        .filter(([, valueFrom]) => valueFrom !== "")
        .map(([variable, valueFrom]) => ({ name: variable, valueFrom }));
    const taskDefinition = account.output(
        "task",
        {
            family: "web",
            executionRoleArn: account.role(scenario.role, scenario.trust),
            containerDefinitions: JSON.stringify([
                { name: "web", image: "httpd", memory: 128, secrets },
            ]),
        },
        "arn",
    );
    const cluster = account.output("cluster", {}, "arn");
    const inputs = { cluster, taskDefinition, desiredCount: 1, waitForSteadyState };
    return account.create("service", inputs);
}

function escape(text: string): string {
    return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
