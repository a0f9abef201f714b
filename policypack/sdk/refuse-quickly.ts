import type { Policies, ResourceValidation } from "@pulumi/policy";
import { askedType } from "./asked-type";

type Policy = Policies[number];

/** What a policy judges with, and the types that it looks at, if it says so of all of them. */
type Validation = ResourceValidation & { readonly types?: readonly string[] };

/** How many types a policy that the SDK passes over is said to be for by name. */
const MOST_NAMED = 2;

/**
 * Lets policies on resources say quickly that they do not apply, which is what most say of most
 * resources. The SDK says so with an error, whose stack trace takes longer to make than it takes to
 * find out: the error is made once for each reason. And the SDK passes over resources of other types
 * by itself where a function carries its type, as `validateResourceOfType` makes it do: a policy that
 * is for several carries the one that the engine asks about.
 */
export function refuseQuickly(policies: Policies): Policies {
    return policies.map((policy: Policy): Policy => {
        const { validateResource: validate } = policy as { validateResource?: unknown };
        return typeof validate === "function"
            ? ({ ...policy, validateResource: quicken(validate as Validation) } as Policy)
            : policy;
    });
}

function quicken(validate: Validation): ResourceValidation {
    const refusals = new Map<string | undefined, unknown>();
    let isAsked = false;
    const quick: ResourceValidation = (args, report) => {
        isAsked = true;
        const { notApplicable } = args;
        // The SDK makes the arguments anew for each call.
        args.notApplicable = (reason) => {
            const known = refusals.get(reason);
            if (known !== undefined) {
                throw known;
            }
            try {
                return notApplicable(reason);
            } catch (refusal) {
                refusals.set(reason, refusal);
                throw refusal;
            }
        };
        return validate(args, report);
    };
    // Asked once of whatever comes first, it has learnt its configuration and what is wrong with it.
    const get = () => (isAsked && validate.types ? typeFor(validate.types) : undefined);
    return Object.defineProperty(quick, "__pulumiType", { get });
}

/** Says of a function which looks at types, and nothing else, that it does. */
export function looksAt(types: readonly string[], validate: ResourceValidation): Validation {
    return Object.assign(validate, { types });
}

/** A type to compare with that of the resource; nothing if the policy must say it itself. */
function typeFor(types: readonly string[]): string | undefined {
    if (types.length === 1) {
        return types[0];
    }
    const asked = askedType();
    return asked === undefined || types.includes(asked) ? asked : nameAll(types);
}

/** No type at all, which the SDK writes between two quotation marks. */
function nameAll(types: readonly string[]): string {
    const named = types.slice(0, MOST_NAMED).join("' or '");
    const rest = types.length - MOST_NAMED;
    return rest > 0 ? `${named}' or '${rest} more` : named;
}
