import assert from "node:assert/strict";
import type { sendUnaryData, ServerUnaryCall } from "@grpc/grpc-js";
import { AwsError } from "../../../sandbox/aws/resource-type";
import { healthy, unary } from "../../../sandbox/aws/wire";

const failed = { id: "fake-id", outputs: {}, failures: ["simulated AWS: fake reason"] };
const errors: Record<string, [() => unknown, RegExp]> = {
    "a refusal as it is": [
        () => {
            throw new AwsError("ECS: CreateService", "ClientException", "Fake.");
        },
        /^simulated AWS: operation error ECS: CreateService, ClientException: Fake\.$/,
    ],
    "a resource that did not become healthy": [
        () => healthy(failed),
        /^simulated AWS: fake-id did not become healthy$/,
    ],
    "a defect, with its place": [
        () => {
            throw new TypeError("fake defect");
        },
        /^simulated AWS: a defect of the simulation: TypeError: fake defect\n +at .*wire\.test/,
    ],
};

describe("the simulated AWS tells the engine", () => {
    for (const [title, [answer, details]] of Object.entries(errors)) {
        it(title, () => {
            const callback: sendUnaryData<unknown> = (error) => {
                assert.match(error?.details ?? "", details);
            };
            unary(answer)({ request: {} } as ServerUnaryCall<unknown, unknown>, callback);
        });
    }
});
