import { describeUnknownNames, type PackConfig } from "../config/unknown-names";
import { findServer, wrapHandler, type Handler } from "./server";

/** gRPC's code for a question that cannot be answered as it was asked. */
const INVALID_ARGUMENT = 3;

/** The configuration as the engine sends it; what there is may be less on another engine. */
interface Call {
    readonly request?: { readonly getPolicyconfigMap?: () => ConfigMap };
}
interface ConfigMap {
    readonly entries?: () => Iterable<readonly [name: string, policy: PolicyConfig]>;
}
interface PolicyConfig {
    readonly getProperties?: () => { toJavaScript(): object } | undefined;
}

/**
 * Ends a preview or update whose configuration names what is no policy of the pack. Where the SDK
 * has no server as we know it, such a name passes, as it does without this.
 */
export function refuseUnknownNames(policies: readonly string[], server = findServer()): boolean {
    return wrapHandler(server, "configure", (handler: Handler): Handler => (call, answer) => {
        const problem = describeUnknownNames(readConfig(call), policies);
        return problem === undefined
            ? handler(call, answer)
            : answer({ code: INVALID_ARGUMENT, details: problem });
    });
}

function readConfig({ request }: Call): PackConfig {
    const entries = request?.getPolicyconfigMap?.().entries?.() ?? [];
    return new Map(
        Array.from(entries, ([name, policy]) => [
            name,
            Object.keys(policy.getProperties?.()?.toJavaScript() ?? {}),
        ]),
    );
}
