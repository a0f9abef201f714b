import type { ResourceValidationPolicy } from "@pulumi/policy";
import { PLAINTEXT_TAGS } from "../plaintext/tags";
import { reportAdvisory } from "../report";
import { readProperties } from "../stack/decode";
import { findTaint } from "../taint/find-taint";
import { secretMemory } from "../taint/memory";
import { PLACES } from "../taint/places";

const NOT_TRACKED =
    "undetermined: what Pulumi holds secret is not known here; leave pulumi-secret-require-tracking at the level remediate, and take @pulumi/policy 1.21 or a version that this pack knows.";

/** What Pulumi holds secret is secret, whatever its name and value look like. */
export const plaintextNoPulumiSecrets: ResourceValidationPolicy = {
    name: "aws-plaintext-no-pulumi-secrets",
    displayName: "Nothing that Pulumi holds secret stands in plaintext",
    description:
        "A value that Pulumi holds secret must not stand in plaintext in a resource, whatever its name.",
    enforcementLevel: "mandatory",
    severity: "critical",
    tags: [...PLAINTEXT_TAGS, "taint"],
    remediationSteps:
        "Store the value in AWS Secrets Manager or SSM Parameter Store and refer to it there; if it is no secret, do not mark it as one.",
    url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html",
    validateResource: ({ type, urn, props, notApplicable }, report) => {
        if (!Object.hasOwn(PLACES, type)) {
            notApplicable(`applies to ${Object.keys(PLACES).join(", ")}`);
        }
        const held = secretMemory.find(urn);
        if (held === undefined && secretMemory.isFirstMissing()) {
            reportAdvisory(report, NOT_TRACKED);
        }
        if (held === undefined || held.length === 0) {
            return;
        }
        const resource = { type, urn, props: readProperties(props), held };
        for (const taint of findTaint(resource, PLACES[type], secretMemory.texts())) {
            const message = `${taint.path} ${taint.reason}. ${taint.remedy}`;
            if (taint.certainty === "certain") {
                report(message);
            } else {
                reportAdvisory(report, message);
            }
        }
    },
};
