import * as pulumi from "@pulumi/pulumi";
import { compare, type Location } from "../core";
import type {
    KeyArgs,
    SecretInjectedServiceArgs,
    ServiceTransformArgs,
    TaskArgs,
    Transform,
} from "./args";
import type { KnownSecret } from "./secrets/known-secret";

/** The args of a task, and what a service that owns it says of it. */
export type ScopeArgs = TaskArgs & {
    readonly transform?: ServiceTransformArgs;
} & Pick<
        Partial<SecretInjectedServiceArgs>,
        "capacityProviderStrategies" | "deploymentController" | "serviceConnectConfiguration"
    >;

/** What every part of a component is made with. */
export interface Scope {
    /** The component; all resources are its children. */
    readonly parent: pulumi.Resource;
    /** The logical name of the component, which those of its children begin with. */
    readonly name: string;
    readonly args: ScopeArgs;
    /** Where the component is deployed. */
    readonly location: pulumi.Output<Location>;
    /** How findings name the component. */
    readonly title: string;
    /** Resolves when all args are found to be right: what lookups wait for. */
    readonly validated: pulumi.Output<true>;
    /** Lookups without which nothing can be created; the gate waits for them. */
    readonly lookups: Promise<unknown>[];
    /** Resolves when nothing speaks against the children, and rejects with what does. */
    readonly opened: Promise<true>;
    /** The same, for what is registered. */
    readonly gate: pulumi.Output<true>;
    /** The secrets that exist already, by what names them: each is looked up once. */
    readonly existing: Map<unknown, KnownSecret>;
    /** The keys that the args name for them. */
    readonly namedKeys: ReadonlyMap<unknown, KeyArgs>;
}

/** Makes the gate that a promise opens, or keeps shut for ever by its rejection. */
export function gateOf(opened: Promise<true>): Pick<Scope, "gate" | "opened"> {
    return { opened, gate: pulumi.output(opened) };
}

/** The same scope with one more condition on its gate, which is asked when the others are met. */
export function narrowGate<Narrowed extends Scope>(
    scope: Narrowed,
    condition: () => Promise<true>,
): Narrowed {
    return { ...scope, ...gateOf(scope.opened.then(condition)) };
}

/** An arg that is an Output: it is read only when all args are found to be right. */
export function readArg<T>(
    { validated }: Pick<Scope, "validated">,
    value: pulumi.Input<T>,
): pulumi.Output<pulumi.Unwrap<T>> {
    return validated.apply(() => value) as pulumi.Output<pulumi.Unwrap<T>>;
}

/** A class of resources. */
type ResourceClass<Args, Made> = new (
    name: string,
    args: Args,
    opts?: pulumi.CustomResourceOptions,
) => Made;

/**
 * Creates a child: `<name>-<suffix>`, as the user's transform changes it, and not before the gate of
 * the scope opens.
 */
export function createChild<Args extends object, Made>(
    { parent, name, args: { transform }, gate }: Scope,
    kind: keyof ServiceTransformArgs,
    type: ResourceClass<Args, Made>,
    suffix: string,
    args: Args,
    opts: pulumi.CustomResourceOptions = {},
): Made {
    const logicalName = `${name}-${suffix}`;
    const change = transform?.[kind] as Transform<Args> | undefined;
    const changed = change?.(args, { parent, ...opts }, logicalName);
    return new type(
        logicalName,
        changed?.args ? guardAll(changed.args, gate) : guardFirst(args, gate),
        { parent, ...opts, ...changed?.opts },
    );
}

/**
 * Holds the first input of a child back until the gate opens.
 *
 * The registration of every child then fails as soon as something speaks against it. For the SDK
 * (`prepareResource` in runtime/resource.js) serializes the inputs one after the other, in the order
 * of the generated classes, which is the alphabet's; only then it waits for the URN of the parent and
 * of what is in `dependsOn`. It never settles the URN and the outputs of a resource whose inputs were
 * rejected: a child that came to wait for one of them would wait for ever, and so would a program
 * that runs in the Automation API.
 */
function guardFirst<Args extends object>(args: Args, gate: pulumi.Output<true>): Args {
    const inputs = Object.entries(args).sort(([a], [b]) => compare(a, b));
    const [first, value] = inputs.find(([, one]) => one !== undefined) ?? [ALWAYS_TAKEN];
    return { ...args, [first]: gate.apply(() => value as unknown) };
}

/** What a transform answers may hold inputs that the class does not know, and does not serialize. */
function guardAll<Args extends object>(args: Args, gate: pulumi.Output<true>): Args {
    const given = Object.entries({ [ALWAYS_TAKEN]: undefined, ...args });
    return Object.fromEntries(
        given.map(([name, value]) =>
            value === undefined && name !== ALWAYS_TAKEN
                ? [name, value]
                : [name, gate.apply(() => value as unknown)],
        ),
    ) as Args;
}

/** An input of all classes without required ones; an Output of nothing stays away as before. */
const ALWAYS_TAKEN = "tags";
