import type { PolicyResource } from "@pulumi/policy";
import {
    compare,
    environmentFileRemedy,
    formatName,
    listEnvironmentFiles,
    parseArn,
    readEnvFile,
    type PlaintextReading,
} from "../../core";
import { readContainers } from "../stack/containers";
import { hasValue, readProperties, readText } from "../stack/decode";
import { hasText, sourcesOf, TYPES, type StackModel } from "../stack/model";
import { readContent } from "./object-content";

/** An object that the program uploads, and what reads it as an environment file. */
export interface UploadedFile {
    readonly object: PolicyResource;
    readonly task: PolicyResource;
    /** The containers; empty while the container definitions are not known. */
    readonly containers: readonly string[];
}

const OBJECT_TYPES = ["aws:s3/bucketObject:BucketObject", "aws:s3/bucketObjectv2:BucketObjectv2"];

/** Lists the environment files that a stack uploads, for each task definition that reads them. */
export function listUploadedFiles(model: StackModel): UploadedFile[] {
    const objects = OBJECT_TYPES.flatMap((type) => model.ofType(type));
    return model.ofType(TYPES.taskDefinition).flatMap((task) => {
        const reading = readText(task.props, "containerDefinitions");
        if (reading.kind !== "known") {
            const sources = sourcesOf(task, "containerDefinitions").map(({ urn }) => urn);
            return objects
                .filter((object) => isComputedFrom(sources, object))
                .map((object) => ({ object, task, containers: [] }));
        }
        const files = listEnvironmentFiles(readContainers(task));
        return (files.length === 0 ? [] : objects).flatMap((object) => {
            const reads = files.filter(({ value }) => isObject(object, value));
            const containers = [...new Set(reads.map(({ container }) => container))].sort(compare);
            return reads.length > 0 ? [{ object, task, containers }] : [];
        });
    });
}

/** While its ARN is not known: the definitions were computed from the object, or from its bucket. */
function isComputedFrom(sources: readonly string[], object: PolicyResource): boolean {
    const key = readText(object.props, "key");
    const from = [object, ...sourcesOf(object, "bucket")];
    // Amazon ECS takes no file of another ending.
    const mayBe = key.kind === "known" && key.text.endsWith(".env");
    return mayBe && from.some(({ urn }) => sources.includes(urn));
}

function isObject(object: PolicyResource, arn: string): boolean {
    const resource = parseArn(arn)?.resource ?? "";
    const [bucket, ...key] = resource.split("/");
    const isNamed =
        hasText(object, "key", key.join("/")) &&
        [bucket, arn.slice(0, arn.indexOf("/"))].some((text) => hasText(object, "bucket", text));
    return isNamed || hasText(object, "arn", arn);
}

/** Reads the variables in an environment file. */
export async function readUploadedFile(file: UploadedFile): Promise<PlaintextReading> {
    const { object, task, containers } = file;
    const raw: unknown = hasValue(object.props, "source")
        ? Object.getOwnPropertyDescriptor(object.props, "source")?.value
        : undefined;
    const content = await readContent(readProperties(object.props), raw);
    const [container] = containers.length === 1 ? containers : [];
    const among =
        containers.length > 1 ? ` (containers ${containers.map(formatName).join(", ")})` : "";
    const path = `environment file ${formatName(object.name)} of task definition ${formatName(task.name)}${among}`;
    if (content.unread !== undefined) {
        const remedy = "Give it as content, so that its variables can be judged.";
        return { plaintext: [], findings: [{ path, reason: content.unread, remedy }] };
    }
    const plaintext = readEnvFile(content.text).map(({ name, value }) => ({
        place: "environment" as const,
        path,
        container,
        name,
        value,
        remedy: environmentFileRemedy(name),
    }));
    return { plaintext, findings: [] };
}
