import type { PolicyResource } from "@pulumi/policy";
import {
    bucketArn,
    ENVIRONMENT_FILE_FACTS,
    formatName,
    listEnvironmentFiles,
    parseArn,
    planEnvironmentFileStatements,
    type AccessRequest,
} from "../../core";
import { readContainers } from "../stack/containers";
import type { TaskRole } from "../stack/execution-role";
import { BUCKET_TYPES, type StackModel } from "../stack/model";
import { callerAccount, principalOf } from "./context";
import { remedyFor, type Need } from "./need";
import { sideOfBucket } from "./resource-policy";

const { action, locateAction } = ENVIRONMENT_FILE_FACTS;

/**
 * What reading the environment files of a task needs: each file, and where its bucket is.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html
 */
export function listFileNeeds(model: StackModel, task: PolicyResource, role: TaskRole): Need[] {
    const containers = new Map<string, string[]>();
    for (const { container, value } of listEnvironmentFiles(readContainers(task))) {
        if (parseArn(value)?.service === "s3") {
            containers.set(value, [...(containers.get(value) ?? []), formatName(container)]);
        }
    }
    return [...containers].flatMap(([arn, names]) => {
        const what = `environmentFiles ${arn} of container ${[...new Set(names)].join(", ")}`;
        const bucket = bucketArn(arn);
        return [
            fileNeed(model, role, { what, action, on: arn, arn }),
            fileNeed(model, role, { what, action: locateAction, on: bucket, arn }),
        ];
    });
}

interface Asked {
    readonly what: string;
    readonly action: string;
    readonly on: string;
    readonly arn: string;
}

function fileNeed(model: StackModel, role: TaskRole, asked: Asked): Need {
    const bucket = findBucket(model, bucketArn(asked.arn));
    // The ARNs of Amazon S3 name no account: a bucket is taken to be of the account of the role.
    const account = callerAccount(role, bucket, undefined);
    const request: AccessRequest = {
        action: asked.action,
        resource: asked.on,
        ...principalOf(role),
        context: {
            "aws:PrincipalAccount": account,
            "aws:ResourceAccount": account,
            "aws:ViaAWSService": ["false"],
        },
    };
    const statement = planEnvironmentFileStatements([{ arn: asked.arn }], {
        partition: parseArn(asked.arn)?.partition ?? "aws",
        region: "",
        account: "",
    }).find((one) => one.Action === asked.action);
    return {
        what: asked.what,
        places: [asked.what],
        requests: [request],
        ...sideOfBucket(model, bucket),
        sources: bucket ? [bucket] : [],
        isCertain: true,
        statement: statement && JSON.stringify(statement),
        ...remedyFor(asked.action, asked.on),
        runTimeError: `AccessDenied: … is not authorized to perform: ${asked.action}`,
    };
}

function findBucket(model: StackModel, arn: string): PolicyResource | undefined {
    const name = parseArn(arn)?.resource ?? "";
    return BUCKET_TYPES.map(
        (type) => model.find(type, ["arn"], arn) ?? model.find(type, ["bucket"], name),
    ).find((bucket) => bucket !== undefined);
}
