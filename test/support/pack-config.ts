import type { Policies, ResourceValidationArgs, StackValidationArgs } from "@pulumi/policy";
import { policies } from "../../policypack/policies";

/** A level, as the engine takes it. */
export type Level = "advisory" | "mandatory" | "remediate" | "disabled";

/** What a file holds that is given with `--policy-pack-config`. */
export type PackConfig = Readonly<Record<string, Level | Readonly<Record<string, unknown>>>>;

type Policy = Policies[number];
type Args = ResourceValidationArgs | StackValidationArgs;

/**
 * The pack's policies with a configuration, as the engine reckons it: the defaults of the schema,
 * the level of `all`, what is said of the policy. The SDK takes it through its server alone. The
 * engine would first refuse what the schema forbids; here it reaches the policy, as it does where
 * there is no engine.
 */
export function configurePolicies(config: PackConfig): Policies {
    return policies.map((policy) => configure(policy, config.all, config[policy.name] ?? {}));
}

function configure(policy: Policy, all: unknown, own: PackConfig[string]): Policy {
    const { enforcementLevel, ...given } =
        typeof own === "string" ? { enforcementLevel: own } : { ...own };
    const defaults = Object.entries(policy.configSchema?.properties ?? {})
        .filter(([, setting]) => setting.default !== undefined)
        .map(([name, setting]) => [name, setting.default]);
    const settings = { ...Object.fromEntries(defaults), ...given } as object;
    const level = (enforcementLevel ?? all ?? policy.enforcementLevel) as Level;
    return { ...policy, enforcementLevel: level, ...wrap(policy, settings) } as Policy;
}

/** Hands the settings to each function of a policy. */
function wrap(policy: Policy, settings: object): object {
    const withSettings = (run: unknown) =>
        typeof run === "function"
            ? (args: Args, report: unknown): unknown =>
                  run({ ...args, getConfig: () => ({ ...settings }) }, report)
            : run;
    return Object.fromEntries(
        Object.entries(policy)
            .filter(([name]) => /^(validate|remediate)/.test(name))
            .map(([name, run]) => [
                name,
                Array.isArray(run) ? run.map(withSettings) : withSettings(run),
            ]),
    );
}
