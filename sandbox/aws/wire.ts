import * as grpc from "@grpc/grpc-js";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { AwsError, type Properties, type ResourceState } from "./resource-type";

type Answer<Request, Response> = (request: Request) => Response;

/** Makes a unary method of a function that returns or throws. */
export function unary<Request, Response>(answer: Answer<Request, Response>) {
    return (
        call: grpc.ServerUnaryCall<Request, Response>,
        callback: grpc.sendUnaryData<Response>,
    ): void => {
        try {
            callback(null, answer(call.request));
        } catch (error) {
            const failure = error instanceof InitializationError ? error.toStatus() : undefined;
            const message = error instanceof Error ? describe(error) : String(error);
            callback({ code: grpc.status.UNKNOWN, message, details: message, ...failure });
        }
    };
}

/** AWS's refusals are said as they are; anything else is a defect, and its place helps. */
function describe(error: Error): string {
    const isExpected = error instanceof AwsError || error instanceof InitializationError;
    return isExpected || error.message.startsWith("simulated AWS")
        ? error.message
        : `simulated AWS: a defect of the simulation: ${error.stack}`;
}

/** A resource that exists but did not become healthy; the engine keeps it and says why. */
class InitializationError extends Error {
    constructor(private readonly state: ResourceState) {
        super(`simulated AWS: ${state.id} did not become healthy`);
    }

    toStatus() {
        const detail = new ErrorResourceInitFailed();
        detail.setId(this.state.id);
        detail.setProperties(toStruct(this.state.outputs));
        detail.setReasonsList([...(this.state.failures ?? [])]);
        const any = new Any();
        any.pack(detail.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
        const status = new Status();
        status.setCode(grpc.status.UNKNOWN);
        status.setMessage(this.message);
        status.addDetails(any);
        const metadata = new grpc.Metadata();
        metadata.add("grpc-status-details-bin", Buffer.from(status.serializeBinary()));
        return { metadata };
    }
}

/** The state, if it is a healthy one. */
export function healthy(state: ResourceState): ResourceState {
    if (state.failures) {
        throw new InitializationError(state);
    }
    return state;
}

/** Reads properties from the wire. */
export function toProperties(struct: Struct | undefined): Properties {
    return struct?.toJavaScript() ?? {};
}

/** Writes properties for the wire, where `undefined` has no form. */
export function toStruct(properties: Properties): Struct {
    const plain = JSON.parse(JSON.stringify(properties)) as Record<string, JavaScriptValue>;
    return Struct.fromJavaScript(plain);
}
