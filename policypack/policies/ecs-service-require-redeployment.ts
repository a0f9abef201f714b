import type { StackValidationPolicy } from "@pulumi/policy";
import { createReporter } from "../config/reporter";
import { URN_EXEMPTIONS_CONFIG } from "../config/schema";
import { NIST_IA_5 } from "../frameworks";
import { findStaleSecrets } from "../redeployment/find-stale";
import { TYPES } from "../stack/model";
import { readStack } from "../stack/read-stack";

/** A container never sees a value that is newer than itself. */
export const serviceRequireRedeployment: StackValidationPolicy = {
    name: "ecs-service-require-redeployment",
    displayName: "ECS service is deployed anew when its secrets are rotated",
    description:
        "A service must be deployed anew after a secret that its containers are given has been rotated.",
    enforcementLevel: "advisory",
    severity: "medium",
    tags: ["ecs", "rotation", "secrets"],
    configSchema: URN_EXEMPTIONS_CONFIG,
    framework: NIST_IA_5,
    remediationSteps:
        "Let a rule of Amazon EventBridge see the rotation and force a new deployment of the service; SecretInjectedService does it with redeployOnRotation.",
    url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html",
    validateStack: (args, violation) => {
        const { report } = createReporter(serviceRequireRedeployment, args, violation);
        const model = readStack(args.resources);
        if (model.ofType(TYPES.service).length === 0) {
            args.notApplicable(`applies to stacks with ${TYPES.service}`);
        }
        for (const { urn, message } of findStaleSecrets(model)) {
            report({ urn, certainty: "certain", message });
        }
    },
};
