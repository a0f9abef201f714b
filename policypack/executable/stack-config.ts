import { wrapHandler, type Handler, type Server } from "../sdk/server";

/** What the engine tells of the stack before it asks anything. */
interface Call {
    readonly request: {
        getConfigMap(): { entries(): Iterable<readonly [key: string, value: string]> };
    };
}

let config: Readonly<Record<string, string>> = {};

/** The config of the stack, by key: `project:name`. */
export function stackConfig(): Readonly<Record<string, string>> {
    return config;
}

/** Takes note of the config of the stack, secrets in clear: the engine sends it to the pack alone. */
export function noteStackConfig(server: Server): void {
    wrapHandler(server, "configureStack", (handler: Handler): Handler => (call, answer) => {
        config = Object.fromEntries((call as Call).request.getConfigMap().entries());
        return handler(call, answer);
    });
}
