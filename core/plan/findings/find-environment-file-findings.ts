import { parseArn } from "../../arn";
import type { Finding } from "../../finding";
import { DEFERRED } from "../shape/shape";
import type { ContainerDescription } from "./description";
import { findGivenKeyFindings } from "./find-key-findings";

/** The most environment files of a container. */
const MAX_FILES = 10;

/**
 * Finds environment files that Amazon ECS does not read.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html
 */
export function findEnvironmentFileFindings(
    { environmentFiles: files = [] }: ContainerDescription,
    path: string,
): Finding[] {
    if (files === DEFERRED) {
        return [];
    }
    const reason = `has more than ${MAX_FILES} files`;
    return [
        ...(files.length > MAX_FILES
            ? [{ path, reason, remedy: "Put the variables into fewer files." }]
            : []),
        ...files.flatMap((file, index) =>
            file === DEFERRED
                ? []
                : [
                      ...(typeof file.value === "string"
                          ? findFileArnFindings(file.value, `${path}[${index}].value`)
                          : []),
                      ...findGivenKeyFindings(file.kmsKeyId, `${path}[${index}].kmsKeyId`),
                  ],
        ),
    ];
}

/** Finds that a text is not the ARN of an object that can be an environment file. */
export function findFileArnFindings(arn: string, path: string): Finding[] {
    const parsed = parseArn(arn);
    // No pattern: the role could then read every object that fits it.
    const isObject = parsed?.service === "s3" && /^[^/*?]+\/[^*?]+$/.test(parsed.resource);
    if (!isObject) {
        const reason = "is not the ARN of an object in Amazon S3";
        return [{ path, reason, remedy: "Write it like arn:aws:s3:::BUCKET/web.env." }];
    }
    const reason = "does not end in .env";
    return arn.endsWith(".env") ? [] : [{ path, reason, remedy: "Name the file so." }];
}
