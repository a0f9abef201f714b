import type { ResourceValidationPolicy } from "@pulumi/policy";
import { createReporter } from "../config/reporter";
import { PLAINTEXT_CONFIG } from "../config/schema";
import { NIST_IA_5_7 } from "../frameworks";
import { PLAINTEXT_TAGS } from "../plaintext/tags";
import { looksAt } from "../sdk/refuse-quickly";
import { readProperties } from "../stack/decode";
import { findTaint } from "../taint/find-taint";
import { secretMemory } from "../taint/memory";
import { PLACES } from "../taint/places";

const NOT_TRACKED =
    "undetermined: what Pulumi holds secret is not known here; leave pulumi-secret-require-tracking at the level remediate, and take @pulumi/policy 1.21 or a version that this pack knows.";

/** Said of most resources of a stack: a list of all types would be most of what the pack answers. */
const SCOPE = "applies to resources that others may read";

const { likely, exemptions } = PLAINTEXT_CONFIG.properties;

const policy = {
    name: "aws-plaintext-no-pulumi-secrets",
    displayName: "Nothing that Pulumi holds secret stands in plaintext",
    description:
        "A value that Pulumi holds secret must not stand in plaintext in a resource, whatever its name.",
    enforcementLevel: "mandatory",
    severity: "critical",
    tags: [...PLAINTEXT_TAGS, "taint"],
    framework: NIST_IA_5_7,
    remediationSteps:
        "Store the value in AWS Secrets Manager or SSM Parameter Store and refer to it there; if it is no secret, do not mark it as one.",
    url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html",
    // Names do not count here: what Pulumi holds secret is so under any name.
    configSchema: { properties: { likely, exemptions } },
} satisfies Omit<ResourceValidationPolicy, "validateResource">;

/** What Pulumi holds secret is secret, whatever its name and value look like. */
export const plaintextNoPulumiSecrets: ResourceValidationPolicy = {
    ...policy,
    validateResource: looksAt(Object.keys(PLACES), (args, violation) => {
        const { report } = createReporter(policy, args, violation);
        const { type, urn, props, notApplicable } = args;
        if (!Object.hasOwn(PLACES, type)) {
            notApplicable(SCOPE);
        }
        const held = secretMemory.find(urn);
        if (held === undefined && secretMemory.isFirstMissing()) {
            report({ urn, certainty: "undetermined", message: NOT_TRACKED });
        }
        if (held === undefined || held.length === 0) {
            return;
        }
        const resource = { type, urn, props: readProperties(props), held };
        for (const taint of findTaint(resource, PLACES[type], secretMemory.texts())) {
            const message = `${taint.path} ${taint.reason}. ${taint.remedy}`;
            report({ ...taint, urn, message });
        }
    }),
};
