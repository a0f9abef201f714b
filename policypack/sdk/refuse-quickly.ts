import type { Policies, ResourceValidation } from "@pulumi/policy";
import { askedType } from "./asked-type";

type Policy = Policies[number];

/** The types that a policy looks at; of all those, it may look at fewer now. */
interface Types {
    readonly all: readonly string[];
    readonly now: () => readonly string[];
}

/** What a policy judges with, and the types that it looks at, if it says so. */
type Validation = ResourceValidation & { readonly types?: Types };

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
    const { types } = validate;
    const others = nameAll(types?.all ?? []);
    const get = () => (isAsked && types ? typeFor(types, others) : undefined);
    return Object.defineProperty(quick, "__pulumiType", { get });
}

/** Says of a function which looks at types, and nothing else, that it does. */
export function looksAt(
    all: readonly string[],
    validate: ResourceValidation,
    now = () => all,
): Validation {
    return Object.assign(validate, { types: { all, now } });
}

/** A type to compare with that of the resource; nothing if the policy must say it itself. */
function typeFor({ all, now }: Types, others: string): string | undefined {
    if (all.length === 1) {
        return all[0];
    }
    const asked = askedType();
    return asked === undefined || now().includes(asked) ? asked : others;
}

/** No type at all, which the SDK writes between two quotation marks; it is said of most resources. */
function nameAll([first, ...rest]: readonly string[]): string {
    const [second] = rest;
    return rest.length > 1 ? `${first}' or '${rest.length} more` : `${first}' or '${second}`;
}
