import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { FleetResource } from "./fleet";

/** What the engine sends to a pack for a stack, in bytes: making them is not the pack's work. */
export interface Requests {
    /** One for each resource: the engine asks for remediations first, then for violations. */
    readonly resources: readonly Buffer[];
    readonly stack: Buffer;
}

/** Writes the requests for a stack. */
export function writeRequests(fleet: readonly FleetResource[]): Requests {
    const stack = new analyzer.AnalyzeStackRequest();
    stack.setResourcesList(fleet.map(toAnalyzerResource));
    return {
        resources: fleet.map((resource) => {
            const request = new analyzer.AnalyzeRequest();
            request.setType(resource.type);
            request.setName(resource.name);
            request.setUrn(resource.urn);
            request.setProperties(Struct.fromJavaScript(resource.inputs as never));
            request.setOptions(new analyzer.AnalyzerResourceOptions());
            request.setProvider(PROVIDER);
            return Buffer.from(request.serializeBinary());
        }),
        stack: Buffer.from(stack.serializeBinary()),
    };
}

function toAnalyzerResource(resource: FleetResource): analyzer.AnalyzerResource {
    const message = new analyzer.AnalyzerResource();
    message.setType(resource.type);
    message.setName(resource.name);
    message.setUrn(resource.urn);
    message.setProperties(Struct.fromJavaScript(resource.outputs as never));
    message.setOptions(new analyzer.AnalyzerResourceOptions());
    message.setProvider(PROVIDER);
    message.setParent("urn:pulumi:prod::shop::pulumi:pulumi:Stack::shop-prod");
    message.setDependenciesList([...new Set(Object.values(resource.from).flat())]);
    for (const [property, urns] of Object.entries(resource.from)) {
        const list = new analyzer.AnalyzerPropertyDependencies();
        list.setUrnsList([...urns]);
        message.getPropertydependenciesMap().set(property, list);
    }
    return message;
}

/** The provider that Pulumi makes where a program makes none; it comes with every resource. */
const PROVIDER = new analyzer.AnalyzerProviderResource();
PROVIDER.setType("pulumi:providers:aws");
PROVIDER.setName("default_7_48_0");
PROVIDER.setUrn("urn:pulumi:prod::shop::pulumi:providers:aws::default_7_48_0");
PROVIDER.setProperties(
    Struct.fromJavaScript({
        region: "us-east-1",
        skipCredentialsValidation: "false",
        skipRegionValidation: "true",
        version: "7.48.0",
    }),
);
