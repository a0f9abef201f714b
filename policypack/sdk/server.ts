import { createRequire } from "node:module";

/** A question of the engine, and where the answer goes. */
export type Handler = (call: never, answer: Answer) => unknown;

/** Takes an error first, as gRPC does, and then the answer. */
export type Answer = (...answer: unknown[]) => void;

/** What the SDK answers the engine with, by the name of the question. */
export type Handlers = Readonly<Record<string, unknown>>;

/** The server that the SDK answers with. */
export interface Server {
    prototype?: { addService?: (service: unknown, handlers: Handlers) => unknown };
}

/**
 * Puts a handler of ours in front of the SDK's one for a question. Where the SDK has no such server,
 * or no such handler, nothing is changed.
 */
export function wrapHandler(
    server: Server | undefined,
    question: string,
    wrap: (handler: Handler) => Handler,
): boolean {
    const add = server?.prototype?.addService;
    if (!server?.prototype || typeof add !== "function") {
        return false;
    }
    server.prototype.addService = function (service, handlers) {
        const handler = handlers[question];
        const isKnown = typeof handler === "function";
        const wrapped = isKnown ? { ...handlers, [question]: wrap(handler as Handler) } : handlers;
        return add.call(this, service, wrapped);
    };
    return true;
}

/** Finds the SDK's own server, should there be several. */
export function findServer(): Server | undefined {
    try {
        const ofSdk = createRequire(createRequire(__filename).resolve("@pulumi/policy/server"));
        return (ofSdk("@grpc/grpc-js") as { Server?: Server }).Server;
    } catch {
        return undefined;
    }
}
