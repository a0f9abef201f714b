import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { Account } from "../../sandbox/aws/account";
import * as provider from "../../sandbox/aws/provider";
import type { Properties, ResourceState } from "../../sandbox/aws/resource-type";

/** The resource types of the simulated AWS, by short names. */
export const TOKENS = {
    alias: "aws:kms/alias:Alias",
    cluster: "aws:ecs/cluster:Cluster",
    key: "aws:kms/key:Key",
    keyPolicy: "aws:kms/keyPolicy:KeyPolicy",
    parameter: "aws:ssm/parameter:Parameter",
    policy: "aws:iam/policy:Policy",
    role: "aws:iam/role:Role",
    rolePolicy: "aws:iam/rolePolicy:RolePolicy",
    attachment: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    secret: "aws:secretsmanager/secret:Secret",
    secretPolicy: "aws:secretsmanager/secretPolicy:SecretPolicy",
    secretRotation: "aws:secretsmanager/secretRotation:SecretRotation",
    secretVersion: "aws:secretsmanager/secretVersion:SecretVersion",
    service: "aws:ecs/service:Service",
    task: "aws:ecs/taskDefinition:TaskDefinition",
} as const;

/** A simulated account in a temporary folder, used as the engine uses it: check, then create. */
export class TestAccount {
    readonly account: Account;
    /** Makes each name that is made another one. */
    private created = 0;

    constructor(
        region = "us-east-1",
        readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), "simulated aws ")),
        id?: string,
    ) {
        this.account = new Account(folder, region, id);
    }

    /** Another account of the same simulated AWS, in the same region. */
    other(id = "210987654321"): TestAccount {
        return new TestAccount(this.account.region, this.folder, id);
    }

    /** Checks the inputs and creates the resource. */
    create(type: keyof typeof TOKENS, inputs: Properties): ResourceState {
        const resourceType = provider.resourceType(TOKENS[type]);
        const seed = new Uint8Array([1, 2, 3, this.created++]);
        const checked = provider.checkInputs(resourceType, type, inputs, {}, seed);
        if (checked.failures.length > 0) {
            throw new Error(checked.failures.map(({ reason }) => reason).join("\n"));
        }
        return provider.create(this.account, resourceType, checked.inputs);
    }

    /** Creates a resource and gives one of its outputs. */
    output(type: keyof typeof TOKENS, inputs: Properties, name: string): string {
        return String(this.create(type, inputs).outputs[name]);
    }

    /** Deletes a resource. */
    delete(type: keyof typeof TOKENS, state: ResourceState): void {
        const resourceType = provider.resourceType(TOKENS[type]);
        provider.remove(this.account, resourceType, state.id, state.outputs);
    }

    /** A role that Amazon ECS tasks may assume, with the given inline policy. */
    role(policy?: object, trust: object = TRUST): string {
        const role = this.create("role", { assumeRolePolicy: JSON.stringify(trust) });
        if (policy) {
            const inputs = { role: role.id, policy: JSON.stringify(policy) };
            this.create("rolePolicy", inputs);
        }
        return String(role.outputs.arn);
    }

    /** Removes the folder. */
    remove(): void {
        fs.rmSync(this.folder, { recursive: true });
    }
}

/** A function, kept alone, that Secrets Manager may invoke to rotate secrets; gives its ARN. */
export function rotator({ account }: TestAccount, principal = "secretsmanager.amazonaws.com") {
    const functionArn = account.arn("lambda", "function:rotate");
    const permission = { sid: "rotate", principal, action: "lambda:InvokeFunction" };
    account.collection("lambda-functions").put("rotate", {
        functionArn,
        functionName: "rotate",
        role: account.iamArn("role/rotate"),
        permissions: [{ ...permission, sourceAccount: account.id }],
    });
    return functionArn;
}

/** The trust policy of a task execution role. */
export const TRUST = {
    Version: "2012-10-17",
    Statement: [
        {
            Effect: "Allow",
            Principal: { Service: "ecs-tasks.amazonaws.com" },
            Action: "sts:AssumeRole",
        },
    ],
};

/** A policy document with one statement that allows an action. */
export function allow(action: string | string[], resource: string | string[] = "*"): object {
    const statement = { Effect: "Allow", Action: action, Resource: resource };
    return { Version: "2012-10-17", Statement: [statement] };
}

/** A policy document with the statements of several. */
export function together(...documents: object[]): object {
    const statements = documents.flatMap(
        (document) => (document as { Statement: object[] }).Statement,
    );
    return { Version: "2012-10-17", Statement: statements };
}
