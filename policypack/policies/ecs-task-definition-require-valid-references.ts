import type { ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { createReporter } from "../config/reporter";
import { NIST_CM_6 } from "../frameworks";
import { REFERENCES_CONFIG } from "../references/config";
import { listReported, REFERRING_TYPES, toReported } from "../references/list-reported";
import { findSecretNames } from "../references/find-secret-names";
import { looksAt } from "../sdk/refuse-quickly";
import { toClassic, withNative } from "../stack/classic";
import { readProperties } from "../stack/decode";
import { TYPES } from "../stack/model";
import { readStack } from "../stack/read-stack";

const SCOPE = `applies to ${REFERRING_TYPES.join(", ")}`;

const policy = {
    name: "ecs-task-definition-require-valid-references",
    displayName: "ECS task definition refers to secrets in a form that Amazon ECS reads",
    description:
        "Everything that a container is given from elsewhere must be named in a form that Amazon ECS reads, and once.",
    enforcementLevel: "mandatory",
    severity: "high",
    tags: ["ecs", "secrets"],
    configSchema: REFERENCES_CONFIG,
    framework: NIST_CM_6,
    remediationSteps:
        "Give the complete ARN of the secret, with :json-key:version-stage:version-id for a part of it, or the name or ARN of a parameter; the violation says what is wrong with what stands there.",
    url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html",
} satisfies Omit<ResourceValidationPolicy, "validateResource">;

/** A reference that Amazon ECS cannot read stops the task, and often not before it starts. */
export const taskDefinitionRequireValidReferences: ResourceValidationPolicy &
    StackValidationPolicy = {
    ...policy,
    validateResource: looksAt(withNative(REFERRING_TYPES), (args, violation) => {
        const { report } = createReporter(policy, args, violation);
        const { type, props } = toClassic({ type: args.type, props: args.props });
        const { urn, provider } = args;
        if (!REFERRING_TYPES.includes(type)) {
            args.notApplicable(SCOPE);
        }
        for (const reported of listReported({ type, urn, provider }, readProperties(props))) {
            report(reported);
        }
    }),
    validateStack: (args, violation) => {
        const { report } = createReporter(policy, args, violation);
        const model = readStack(args.resources);
        if (model.ofType(TYPES.taskDefinition).length === 0) {
            args.notApplicable(SCOPE);
        }
        for (const { urn, ...finding } of findSecretNames(model)) {
            report(toReported(urn, finding));
        }
    },
};
