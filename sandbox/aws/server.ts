import * as grpc from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import * as sdk from "@pulumi/aws/package.json";
import * as plugin from "@pulumi/pulumi/proto/plugin_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { configuredAccount } from "./configured-account";
import { pausable } from "./pauses";
import * as provider from "./provider";
import { healthy, toProperties, toStruct, unary } from "./wire";

/** The version of `@pulumi/aws` that is simulated: the engine compares it with the SDK's. */
const VERSION = `${sdk.version}+simulated`;

/**
 * Serves the simulated AWS to the engine, as the plugin `pulumi-resource-aws`.
 * The SDK's own provider server cannot preview (it returns inputs alone), and what is known and
 * unknown during preview is what policies live on; so this one speaks the protocol itself.
 */
export async function serve(folder: string): Promise<void> {
    const server = new grpc.Server({ "grpc.max_receive_message_length": 400 * 1024 * 1024 });
    server.addService(ResourceProviderService, implementation(folder));
    const port = await new Promise<number>((resolve, reject) =>
        server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
            error ? reject(error) : resolve(bound),
        ),
    );
    // The engine reads the port from the first line; nothing else may stand before it.
    process.stdout.write(`${port}\n`);
}

function implementation(folder: string): grpc.UntypedServiceImplementation {
    // The engine starts one process for each provider of a program, so that each has its own account.
    let account = configuredAccount(folder, new Map());
    const here = () => account;
    const typeOf = (urn: string) =>
        provider.resourceType(urn.split("::")[2].split("$").at(-1) ?? "");
    const nameOf = (urn: string) => urn.split("::").slice(3).join("::");
    return {
        getPluginInfo: unary(() => {
            const info = new plugin.PluginInfo();
            info.setVersion(VERSION);
            return info;
        }),
        getSchema: unary(() => {
            const response = new proto.GetSchemaResponse();
            response.setSchema(provider.schema());
            return response;
        }),
        checkConfig: unary((request: proto.CheckRequest) => {
            const response = new proto.CheckResponse();
            response.setInputs(request.getNews());
            return response;
        }),
        diffConfig: unary(() => new proto.DiffResponse()),
        configure: unary((request: proto.ConfigureRequest) => {
            account = configuredAccount(folder, new Map(request.getVariablesMap().entries()));
            const response = new proto.ConfigureResponse();
            response.setSupportspreview(true);
            return response;
        }),
        attach: unary(() => new Empty()),
        cancel: unary(() => new Empty()),
        invoke: unary((request: proto.InvokeRequest) => {
            const response = new proto.InvokeResponse();
            const args = toProperties(request.getArgs());
            response.setReturn(toStruct(provider.invoke(account, request.getTok(), args)));
            return response;
        }),
        check: unary((request: proto.CheckRequest) => {
            const { inputs, failures } = provider.checkInputs(
                typeOf(request.getUrn()),
                nameOf(request.getUrn()),
                toProperties(request.getNews()),
                toProperties(request.getOlds()),
                request.getRandomseed_asU8(),
            );
            const response = new proto.CheckResponse();
            response.setInputs(toStruct(inputs));
            response.setFailuresList(
                failures.map(({ property, reason }) => {
                    const failure = new proto.CheckFailure();
                    failure.setProperty(property);
                    failure.setReason(reason);
                    return failure;
                }),
            );
            return response;
        }),
        diff: unary((request: proto.DiffRequest) => {
            const { changed, replaces, deleteBeforeReplace } = provider.diffInputs(
                typeOf(request.getUrn()),
                toProperties(request.getOldInputs()),
                toProperties(request.getNews()),
            );
            const response = new proto.DiffResponse();
            const { DIFF_SOME, DIFF_NONE } = proto.DiffResponse.DiffChanges;
            response.setChanges(changed.length > 0 ? DIFF_SOME : DIFF_NONE);
            response.setDiffsList([...changed]);
            response.setReplacesList([...replaces]);
            response.setDeletebeforereplace(deleteBeforeReplace);
            return response;
        }),
        create: pausable(
            "create",
            here,
            unary((request: proto.CreateRequest) => {
                const type = typeOf(request.getUrn());
                const inputs = toProperties(request.getProperties());
                const response = new proto.CreateResponse();
                if (request.getPreview()) {
                    response.setProperties(toStruct(provider.previewCreate(account, type, inputs)));
                    return response;
                }
                const state = healthy(provider.create(account, type, inputs));
                response.setId(state.id);
                response.setProperties(toStruct(state.outputs));
                return response;
            }),
        ),
        read: unary((request: proto.ReadRequest) => {
            const outputs = toProperties(request.getProperties());
            const type = typeOf(request.getUrn());
            const found = provider.read(account, type, request.getId(), outputs);
            const response = new proto.ReadResponse();
            if (found) {
                response.setId(request.getId());
                response.setProperties(toStruct({ ...outputs, ...found }));
                const inputs = toProperties(request.getInputs());
                response.setInputs(toStruct(provider.refreshInputs(type, inputs, found)));
            }
            return response;
        }),
        update: pausable(
            "update",
            here,
            unary((request: proto.UpdateRequest) => {
                const type = typeOf(request.getUrn());
                const olds = toProperties(request.getOlds());
                const news = toProperties(request.getNews());
                const response = new proto.UpdateResponse();
                if (request.getPreview()) {
                    const oldInputs = toProperties(request.getOldInputs());
                    const preview = provider.previewUpdate(type, olds, oldInputs, news);
                    response.setProperties(toStruct(preview));
                    return response;
                }
                const state = healthy(provider.update(account, type, request.getId(), news, olds));
                response.setProperties(toStruct(state.outputs));
                return response;
            }),
        ),
        delete: pausable(
            "delete",
            here,
            unary((request: proto.DeleteRequest) => {
                const outputs = toProperties(request.getProperties());
                provider.remove(account, typeOf(request.getUrn()), request.getId(), outputs);
                return new Empty();
            }),
        ),
    };
}
