import { parseArn, parseNamedPolicy, type ContainerDefinition } from "../../../core";
import type { Account } from "../account";
import { tagContext } from "../iam";
import { bucketArn, findBucket, objects, type FoundBucket } from "../s3";
import { refusal, type Agent } from "./agent-access";
import { findKeyProblem } from "./agent-key";
import { TaskStartError } from "./task";

/** A file of variables in Amazon S3. */
export interface EnvironmentFile {
    readonly type?: string;
    readonly value?: string;
}

/** The environment files of containers. */
export function listEnvironmentFiles(
    definitions: readonly ContainerDefinition[],
): readonly EnvironmentFile[] {
    return definitions.flatMap(
        ({ environmentFiles }) => (environmentFiles ?? []) as readonly EnvironmentFile[],
    );
}

/**
 * Gets an environment file, whose content is not simulated. Of a bucket that is not in the simulated
 * AWS the role's rights alone decide: it is taken for one of the account that has such a file.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html
 */
export function readEnvironmentFile(
    account: Account,
    agent: Agent,
    { value = "" }: EnvironmentFile,
): void {
    const [name, ...rest] = (parseArn(value)?.resource ?? "").split("/");
    const key = rest.join("/");
    const found = findBucket(account, name);
    const bucket: FoundBucket = found ?? { name, region: account.region, owner: account };
    const problem =
        findRefusal(agent, bucket, key) ??
        (found && findAbsence(bucket, key)) ??
        findDecryptRefusal(agent, bucket, key);
    if (problem) {
        throw new TaskStartError(
            `ResourceInitializationError: failed to download env files: file download command: non empty error stream: service call has been retried 1 time(s): ${problem}`,
        );
    }
}

/** Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
function findRefusal(agent: Agent, bucket: FoundBucket, key: string): string | undefined {
    const { owner, name, policy, region } = bucket;
    const context = {
        "aws:RequestedRegion": [region],
        "aws:ResourceAccount": [owner.id],
        "s3:ResourceAccount": [owner.id],
        "s3:TlsVersion": ["1.3"],
        "s3:authType": ["REST-HEADER"],
        "s3:signatureAge": ["1000"],
        "s3:signatureversion": ["AWS4-HMAC-SHA256"],
    };
    const side = {
        kind: "policy",
        policy: policy === undefined ? "none" : parseNamedPolicy("the bucket policy", policy),
    } as const;
    const tags = objects(owner).get(`${name}/${key}`)?.tags ?? {};
    const locate = {
        action: "s3:GetBucketLocation",
        resource: bucketArn(owner, name),
        context,
    };
    const get = {
        action: "s3:GetObject",
        resource: bucketArn(owner, `${name}/${key}`),
        context: { ...context, ...tagContext(["s3:ExistingObjectTag"], tags) },
    };
    const denial = refusal(agent, locate, side) ?? refusal(agent, get, side);
    return denial && `AccessDenied: ${denial}`;
}

function findAbsence({ owner, name }: FoundBucket, key: string): string | undefined {
    return objects(owner).get(`${name}/${key}`)
        ? undefined
        : "NoSuchKey: The specified key does not exist.";
}

function findDecryptRefusal(
    agent: Agent,
    { owner, name }: FoundBucket,
    key: string,
): string | undefined {
    const keyArn = objects(owner).get(`${name}/${key}`)?.keyArn;
    const problem =
        keyArn !== undefined &&
        findKeyProblem(agent, {
            by: "s3",
            keyId: keyArn,
            at: owner.ofArn(keyArn),
            encryptionContext: { "aws:s3:arn": bucketArn(owner, `${name}/${key}`) },
        });
    if (!problem) {
        return undefined;
    }
    return problem.kind === "access"
        ? `AccessDenied: ${problem.message}`
        : `KMS.${/Error Code: (\w+)/.exec(problem.message)?.[1] ?? ""}: ${problem.message}`;
}
