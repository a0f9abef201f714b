import type { Policies, ResourceValidation } from "@pulumi/policy";

type Policy = Policies[number];

/**
 * Lets policies on resources say quickly that they do not apply. The SDK says so with an error, whose
 * stack trace takes longer to make than it takes to find out, for each resource and most policies:
 * the error that says it is made once for each reason.
 */
export function refuseQuickly(policies: Policies): Policies {
    return policies.map((policy: Policy): Policy => {
        const { validateResource: validate } = policy as { validateResource?: unknown };
        return typeof validate === "function"
            ? ({ ...policy, validateResource: quicken(validate as ResourceValidation) } as Policy)
            : policy;
    });
}

function quicken(validate: ResourceValidation): ResourceValidation {
    const refusals = new Map<string | undefined, unknown>();
    return (args, report) => {
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
}
