import type { Policies, ResourceValidation } from "@pulumi/policy";

type Policy = Policies[number];

/** What a policy judges with; and of one that judges a single type and nothing else: that type. */
type Validation = ResourceValidation & { readonly onlyType?: string };

/**
 * Lets policies on resources say quickly that they do not apply, which is what most say of most
 * resources. The SDK says so with an error, whose stack trace takes longer to make than it takes to
 * find out: the error is made once for each reason. And the SDK passes over resources of other types
 * by itself where a function carries its type, as `validateResourceOfType` makes it do.
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
    const get = () => (isAsked ? validate.onlyType : undefined);
    return Object.defineProperty(quick, "__pulumiType", { get });
}
