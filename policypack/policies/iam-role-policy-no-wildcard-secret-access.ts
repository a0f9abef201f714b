import type { StackValidationPolicy } from "@pulumi/policy";
import { createReporter } from "../config/reporter";
import { URN_EXEMPTIONS_CONFIG } from "../config/schema";
import { NIST_AC_6 } from "../frameworks";
import { readStack } from "../stack/read-stack";
import { listEcsRoles } from "../wildcards/ecs-roles";
import { findWildcards } from "../wildcards/find-wildcards";

/** Whoever takes over a task must not get the secrets of all others with it. */
export const rolePolicyNoWildcardSecretAccess: StackValidationPolicy = {
    name: "iam-role-policy-no-wildcard-secret-access",
    displayName: "Roles of tasks read named secrets alone",
    description:
        "A policy of a role that Amazon ECS tasks take must name the secrets, parameters and keys that it allows reading.",
    enforcementLevel: "mandatory",
    severity: "high",
    tags: ["ecs", "iam", "kms", "secrets"],
    configSchema: URN_EXEMPTIONS_CONFIG,
    framework: NIST_AC_6,
    remediationSteps:
        "Name the ARNs of the secrets, parameters and keys in Resource, or a path of them; the violation prints the statement.",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
    validateStack: (args, violation) => {
        const { report } = createReporter(rolePolicyNoWildcardSecretAccess, args, violation);
        const model = readStack(args.resources);
        const roles = listEcsRoles(model);
        if (roles.length === 0) {
            args.notApplicable("applies to stacks with roles of Amazon ECS tasks");
        }
        for (const { urn, message } of findWildcards(model, roles)) {
            report({ urn, certainty: "certain", message });
        }
    },
};
