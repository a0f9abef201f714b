import { putSecretValue } from "../../../../sandbox/aws/secretsmanager";
import type { Properties } from "../../../../sandbox/aws/resource-type";
import { TRUST } from "../../../support/simulated-aws";
import { KeptAccount } from "../kept/kept-account";
import { runTask } from "../task-start/run-task";

/** The execution role of every task here. */
export const ROLE = "arn:aws:iam::123456789012:role/tasks";

/** Statements, by what they are about. */
export interface Arns {
    readonly key: string;
    readonly secret: string;
}

type Document = (arns: Arns) => object[];

/** What a task injects, and what is said of it; each row changes some of it. */
export interface World {
    /** The statements of the role. */
    readonly role: Document;
    /** The statements of its permissions boundary. */
    readonly boundary?: Document;
    /** The statements of its trust policy. */
    readonly trust?: object[];
    /** More inputs of the role. */
    readonly roleInputs?: Properties;
    /** The statements of the key's policy; the default one where there are none. */
    readonly key?: object[];
    /** More inputs of the key. */
    readonly keyInputs?: Properties;
    /** The statements of the secret's policy. */
    readonly secret?: Document;
    /** More inputs of the secret. */
    readonly secretInputs?: Properties;
    /** Appended to the ARN of the secret. */
    readonly suffix?: string;
    /** What is made, or changed, once all of that is there. */
    readonly then?: (account: KeptAccount, arns: Arns) => void;
}

/** A role that may read every secret and decrypt with every key. */
const right: World = {
    role: () => [allowed(["secretsmanager:GetSecretValue", "kms:Decrypt"])],
};

/** Starts a task that injects the secret, and gives why it stopped, with names for what is random. */
export function stopReason(account: KeptAccount, change: Partial<World>): string | undefined {
    const world = { ...right, ...change };
    const inputs = { assumeRolePolicy: document(world.trust ?? TRUST.Statement) };
    account.create("role", { ...inputs, name: "tasks", ...world.roleInputs });
    account.create("role", { ...inputs, name: "other" });
    const policy = world.key && document(world.key);
    const key = account.output("key", { policy, ...world.keyInputs }, "arn");
    const secret = account.create("secret", {
        name: "db",
        kmsKeyId: key,
        ...world.secretInputs,
    }).id;
    const versionId = putSecretValue(account.account, secret, '{"password":"fake-value"}');
    const arns = { key, secret };
    if (world.secret) {
        const inputsOf = { secretArn: secret, policy: document(world.secret(arns)) };
        account.create("secretPolicy", inputsOf);
    }
    account.create("rolePolicy", { role: "tasks", policy: document(world.role(arns)) });
    if (world.boundary) {
        const permissionsBoundary = account.output(
            "policy",
            { policy: document(world.boundary(arns)) },
            "arn",
        );
        account.change("aws:iam/role:Role", "tasks", {
            ...inputs,
            ...world.roleInputs,
            permissionsBoundary,
        });
    }
    world.then?.(account, arns);
    const secrets = [{ name: "DB", valueFrom: `${secret}${world.suffix ?? ""}` }];
    const { stoppedReason } = runTask(account, { secrets }, ROLE);
    return stoppedReason
        ?.replaceAll(secret, "<secret>")
        .replaceAll(key, "<key>")
        .replaceAll(versionId, "<version>")
        .replace(/(assumed-role\/tasks\/)[0-9a-f]{32}/, "$1<task>");
}

/** Writes statements as a document. */
export function document(statements: object[]): string {
    return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/** A statement that allows actions on resources. */
export function allowed(
    actions: string | string[],
    resources: string | string[] = "*",
    more: object = {},
): object {
    return { Effect: "Allow", Action: actions, Resource: resources, ...more };
}

/** A statement that denies actions on resources. */
export function denied(
    actions: string | string[],
    resources: string | string[] = "*",
    more: object = {},
): object {
    return { ...allowed(actions, resources, more), Effect: "Deny" };
}

/** The statement of a key's or a secret's policy that leaves it to the account. */
export const delegated = allowed("*", "*", {
    Principal: { AWS: "arn:aws:iam::123456789012:root" },
});

const READ =
    "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: ";
const USER =
    "AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/tasks/<task> is not authorized to perform: ";
const FETCH = `${READ}unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret <secret> from secrets manager: `;

/** What a task says that may not decrypt. */
export const KMS = `${FETCH}AccessDeniedException: Access to KMS is not allowed`;

/** What a task says whose secret nobody can decrypt. */
export const BROKEN = `${FETCH}DecryptionFailure: Secrets Manager can't decrypt the protected secret text using the provided KMS key.`;

/** What a task says whose role Amazon ECS cannot assume. */
export const TRUST_REFUSED = `${READ}unable to retrieve execution role credentials: ECS was unable to assume the role '${ROLE}' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions.`;

/** What a task says that may not read the secret, and by what. */
export function unreadable(why: string): string {
    return `${FETCH}${USER}secretsmanager:GetSecretValue on resource: <secret> ${why}`;
}

/** By what nothing allows to read. */
export const BY = {
    identity: "because no identity-based policy allows the secretsmanager:GetSecretValue action",
    boundary: "because no permissions boundary allows the secretsmanager:GetSecretValue action",
    identityDeny: "with an explicit deny in an identity-based policy",
    boundaryDeny: "with an explicit deny in a permissions boundary",
    resourceDeny: "with an explicit deny in a resource-based policy",
} as const;
