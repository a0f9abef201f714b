import { parseArn, renderArn } from "../../arn";
import { compare } from "../../finding";
import { planDecryptSids, renderDecryptStatement } from "./decrypt-statement";
import type { Location } from "./location";
import { escapeResource, escapeText, renderStatement, type RenderedStatement } from "./statement";
import { ENVIRONMENT_FILE_FACTS as FACTS, viaServices } from "./store-facts";

/** An environment file that a task reads, with the key it is encrypted with, if any. */
export interface EnvironmentFile {
    /** The ARN of the S3 object. */
    readonly arn: string;
    /** The ARN of the customer managed key of SSE-KMS; absent where Amazon S3 needs no right. */
    readonly kmsKeyArn?: string;
}

/**
 * The statements that reading environment files needs.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
 */
export function planEnvironmentFileStatements(
    files: readonly EnvironmentFile[],
    location: Location,
): RenderedStatement[] {
    if (files.length === 0) {
        return [];
    }
    const objects = sortedSet(files.map(({ arn }) => escapeResource(arn)));
    const buckets = sortedSet(files.map(({ arn }) => escapeResource(bucketArn(arn))));
    const sids = planDecryptSids(
        FACTS.decryptSid,
        files.map(({ kmsKeyArn }) => kmsKeyArn),
    );
    return [
        renderStatement(FACTS.readSid, FACTS.action, objects),
        renderStatement(FACTS.locateSid, FACTS.locateAction, buckets),
        ...[...sids].map(([keyArn, sid]) => {
            const ofKey = files.filter(({ kmsKeyArn }) => kmsKeyArn === keyArn);
            return renderDecryptStatement({
                sid,
                keyArn,
                viaService: viaServices("s3", keyArn, location),
                contextKey: FACTS.contextKey,
                contexts: sortedSet(ofKey.flatMap(encryptionContexts).map(escapeText)),
                hasPattern: false,
            });
        }),
    ];
}

/** The ARN of the bucket that an object is in. */
export function bucketArn(objectArn: string): string {
    const arn = parseArn(objectArn);
    return arn ? renderArn({ ...arn, resource: arn.resource.split("/")[0] }) : objectArn;
}

/**
 * What Amazon S3 gives AWS KMS as encryption context: the object, or with a bucket key the bucket.
 * Which of them it is, the settings of the bucket decide, and they may change at any time.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#encryption-context
 */
function encryptionContexts({ arn }: EnvironmentFile): string[] {
    return [arn, bucketArn(arn)];
}

function sortedSet(texts: readonly string[]): string[] {
    return [...new Set(texts)].sort(compare);
}
