import { evaluateTrust } from "../../../core";
import type { Account } from "../account";
import { findRole } from "../iam";
import { AwsError, text, type Properties, type ResourceType } from "../resource-type";
import { functions, requireFunction, type LambdaFunction } from "./functions";

/** The resource type of functions. The simulation keeps a function, and never runs one. */
export const lambdaFunction: ResourceType = {
    token: "aws:lambda/function:Function",
    autoName: "name",
    defaults: {
        memorySize: 128,
        packageType: "Zip",
        publish: false,
        reservedConcurrentExecutions: -1,
        skipDestroy: false,
        timeout: 3,
    },
    required: ["role"],
    replaceOn: ["name", "packageType"],
    computed: [
        "architectures",
        "arn",
        "codeSha256",
        "ephemeralStorage",
        "invokeArn",
        "lastModified",
        "loggingConfig",
        "qualifiedArn",
        "qualifiedInvokeArn",
        "responseStreamingInvokeArn",
        "signingJobArn",
        "signingProfileVersionArn",
        "sourceCodeHash",
        "sourceCodeSize",
        "tagsAll",
        "tracingConfig",
        "version",
    ],
    create(account, inputs) {
        const functionName = text(inputs, "name");
        refuseInputs(account, "CreateFunction", inputs);
        const created: LambdaFunction = {
            functionArn: account.arn("lambda", `function:${functionName}`),
            functionName,
            role: text(inputs, "role"),
            permissions: [],
        };
        if (!functions(account).create(functionName, created)) {
            const message = `Function already exist: ${functionName}`;
            refuse("CreateFunction", "ResourceConflictException", message);
        }
        return { id: functionName, outputs: describe(account, created, inputs) };
    },
    read(account, id, outputs) {
        const found = functions(account).get(id);
        return found && describe(account, found, outputs);
    },
    update(account, id, inputs) {
        refuseInputs(account, "UpdateFunctionConfiguration", inputs);
        const found = requireFunction(account, "UpdateFunctionConfiguration", id);
        const updated = { ...found, role: text(inputs, "role") };
        functions(account).put(id, updated);
        return { id, outputs: describe(account, updated, inputs) };
    },
    delete(account, id, outputs) {
        if (outputs.skipDestroy !== true) {
            functions(account).delete(id);
        }
    },
};

function refuseInputs(account: Account, operation: string, inputs: Properties): void {
    const name = text(inputs, "name");
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(name)) {
        const message = `Value '${name}' at 'functionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9-_]{1,64}`;
        refuse(operation, "ValidationException", message);
    }
    const sources = ["code", "imageUri", "s3Bucket"];
    if (sources.every((source) => inputs[source] === undefined)) {
        const message = "one of code, imageUri or s3Bucket must be specified";
        refuse(operation, "InvalidParameterValueException", message);
    }
    const isLacking = ["handler", "runtime"].some((input) => text(inputs, input) === "");
    if (inputs.packageType !== "Image" && isLacking) {
        const message = "handler and runtime must be set when PackageType is Zip";
        refuse(operation, "InvalidParameterValueException", message);
    }
    const role = findRole(account, text(inputs, "role"));
    const verdict = role && evaluateTrust(role.trust, "lambda.amazonaws.com", {});
    if (verdict?.answer !== "allowed") {
        const message = "The role defined for the function cannot be assumed by Lambda.";
        refuse(operation, "InvalidParameterValueException", message);
    }
}

function describe(account: Account, found: LambdaFunction, properties: Properties): Properties {
    const arn = found.functionArn;
    const invocation = (method: string, of: string) =>
        `arn:${account.partition}:apigateway:${account.region}:lambda:path/${method}/functions/${of}`;
    return {
        architectures: ["x86_64"],
        codeSha256: "",
        ephemeralStorage: { size: 512 },
        lastModified: "2026-01-01T00:00:00.000+0000",
        loggingConfig: { logFormat: "Text", logGroup: `/aws/lambda/${found.functionName}` },
        signingJobArn: "",
        signingProfileVersionArn: "",
        sourceCodeHash: "",
        sourceCodeSize: 0,
        tracingConfig: { mode: "PassThrough" },
        version: "$LATEST",
        ...properties,
        arn,
        invokeArn: `${invocation("2015-03-31", arn)}/invocations`,
        name: found.functionName,
        qualifiedArn: `${arn}:$LATEST`,
        qualifiedInvokeArn: `${invocation("2015-03-31", `${arn}:$LATEST`)}/invocations`,
        responseStreamingInvokeArn: `${invocation("2021-11-15", arn)}/response-streaming-invocations`,
        role: found.role,
    };
}

function refuse(operation: string, code: string, message: string): never {
    throw new AwsError(`Lambda: ${operation}`, code, message);
}
