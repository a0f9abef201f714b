import assert from "node:assert/strict";
import { translations } from "../../../acceptance/translation";
import { follow, testRows } from "./row";

const ROLE = "arn:aws:iam::123456789012:role/web";
const FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:web-0a1b2c3";

const call = (service: string, operation: string, input: object) => ({ service, operation, input });

describe("the translation of functions and log groups", () => {
    testRows([
        {
            does: "creates a function from a file in a bucket",
            type: "aws:lambda/function:Function",
            inputs: {
                role: ROLE,
                runtime: "python3.13",
                handler: "index.handler",
                s3Bucket: "code",
                s3Key: "rotate.zip",
                environment: { variables: { STAGE: "test" } },
                reservedConcurrentExecutions: 1,
            },
            answers: [{ FunctionArn: FUNCTION }],
            requests: [
                call("lambda", "CreateFunction", {
                    FunctionName: "web-0a1b2c3",
                    Role: ROLE,
                    Runtime: "python3.13",
                    Handler: "index.handler",
                    Code: { S3Bucket: "code", S3Key: "rotate.zip" },
                    Environment: { Variables: { STAGE: "test" } },
                }),
                call("lambda", "PutFunctionConcurrency", {
                    FunctionName: "web-0a1b2c3",
                    ReservedConcurrentExecutions: 1,
                }),
            ],
            outputs: { id: "web-0a1b2c3", name: "web-0a1b2c3", arn: FUNCTION },
        },
        {
            does: "allows a service to call a function",
            type: "aws:lambda/permission:Permission",
            inputs: {
                function: FUNCTION,
                action: "lambda:InvokeFunction",
                principal: "secretsmanager.amazonaws.com",
                sourceAccount: "123456789012",
            },
            requests: [
                call("lambda", "AddPermission", {
                    FunctionName: FUNCTION,
                    StatementId: "web-0a1b2c3",
                    Action: "lambda:InvokeFunction",
                    Principal: "secretsmanager.amazonaws.com",
                    SourceAccount: "123456789012",
                }),
            ],
            outputs: { id: "web-0a1b2c3", statementId: "web-0a1b2c3" },
        },
        {
            does: "creates a log group, and then says how long it keeps",
            type: "aws:cloudwatch/logGroup:LogGroup",
            inputs: { name: "/ecs/web", retentionInDays: 30, kmsKeyId: "key", skipDestroy: true },
            requests: [
                call("logs", "CreateLogGroup", { logGroupName: "/ecs/web", kmsKeyId: "key" }),
                call("logs", "PutRetentionPolicy", {
                    logGroupName: "/ecs/web",
                    retentionInDays: 30,
                }),
            ],
            outputs: {
                id: "/ecs/web",
                name: "/ecs/web",
                arn: "arn:aws:logs:us-east-1:123456789012:log-group:/ecs/web",
            },
        },
        {
            does: "asks nothing of a log group that keeps for ever",
            type: "aws:cloudwatch/logGroup:LogGroup",
            inputs: { retentionInDays: 0 },
            requests: [call("logs", "CreateLogGroup", { logGroupName: "web-0a1b2c3" })],
            outputs: {
                id: "web-0a1b2c3",
                name: "web-0a1b2c3",
                arn: "arn:aws:logs:us-east-1:123456789012:log-group:web-0a1b2c3",
            },
        },
    ]);

    it("sends a file that can be unpacked for the code of a program", () => {
        const { requests } = follow("aws:lambda/function:Function", { role: ROLE, code: {} });
        const { Code } = requests[0].input as { Code: { ZipFile: Buffer } };
        // The record that ends the list of files is all that an empty ZIP file has.
        assert.deepEqual(Code.ZipFile, Buffer.from(`504b0506${"00".repeat(18)}`, "hex"));
    });

    for (const type of Object.keys(translations)) {
        it(`refuses an input of ${type} that it would not send`, () => {
            assert.throws(
                () => follow(type, { madeUpInput: 1, otherInput: 2, absent: undefined }),
                {
                    message: "no translation of the input madeUpInput, otherInput",
                },
            );
        });
    }
});
