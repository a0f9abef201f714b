import type { Policies, PolicyResource, StackValidation } from "@pulumi/policy";
import { createRequire } from "node:module";
import { messageOf } from "./lazy-properties";

type Policy = Policies[number];

/** A resource of a stack, in the message of the engine. */
interface Message {
    getProperties?: () => object | undefined;
}

/** The engine's question of a stack; what the SDK reads of it is internal. */
interface StackRequest {
    prototype?: { getResourcesList?: () => Message[] };
}

/** The resources of each stack as the first policy got them, by the properties of the first of them. */
const shared = new WeakMap<object, PolicyResource[]>();

/**
 * Lets all policies on stacks look at the resources that the SDK made for the first of them. It makes
 * all of a stack anew for each, and {@link readStack} gives the later ones the model of the first
 * anyhow.
 *
 * The SDK walks through the list of the engine's message. Once a policy has got all of a stack, that
 * walk ends after the first resource, by which the policy finds the rest. Where the SDK is not made as
 * we know it, it walks through all of them for each policy, as before.
 */
export function shareStack(policies: Policies, request = findStackRequest()): Policies {
    const list = request?.prototype?.getResourcesList;
    if (!request?.prototype || typeof list !== "function") {
        return policies;
    }
    request.prototype.getResourcesList = function (this: object) {
        const resources = list.call(this);
        return Object.defineProperty(resources, Symbol.iterator, {
            configurable: true,
            value: () => walk(resources),
        });
    };
    return policies.map((policy: Policy): Policy => {
        const { validateStack: validate } = policy as { validateStack?: unknown };
        return typeof validate === "function"
            ? ({ ...policy, validateStack: share(validate as StackValidation) } as Policy)
            : policy;
    });
}

function walk(resources: readonly Message[]): IterableIterator<Message> {
    const message = resources.at(0)?.getProperties?.();
    const isKnown = message !== undefined && shared.get(message)?.length === resources.length;
    return (isKnown ? resources.slice(0, 1) : resources).values();
}

function share(validate: StackValidation): StackValidation {
    return (args, report) => {
        const [first] = args.resources;
        const message = args.resources.length > 0 ? messageOf(first.props) : undefined;
        if (message !== undefined) {
            const known = shared.get(message);
            if (known) {
                // The SDK makes the arguments anew for each call.
                args.resources = known;
            } else {
                shared.set(message, args.resources);
            }
        }
        return validate(args, report);
    };
}

function findStackRequest(): StackRequest | undefined {
    try {
        // The SDK's own, should there be several.
        const ofSdk = createRequire(createRequire(__filename).resolve("@pulumi/policy/server"));
        const proto = ofSdk("@pulumi/pulumi/proto/analyzer_pb") as {
            AnalyzeStackRequest?: StackRequest;
        };
        return proto.AnalyzeStackRequest;
    } catch {
        return undefined;
    }
}
