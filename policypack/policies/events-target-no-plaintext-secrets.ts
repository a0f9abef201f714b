import { NIST_IA_5_7 } from "../frameworks";
import { listEventTargetPlaintext, listSchedulePlaintext } from "../places/event-target";
import { definePlaintextPolicy } from "../plaintext/define-policy";
import { PLAINTEXT_TAGS } from "../plaintext/tags";

/** What a rule or a schedule passes to its target shows to whoever may read the two. */
export const targetNoPlaintextSecrets = definePlaintextPolicy({
    name: "events-target-no-plaintext-secrets",
    displayName: "EventBridge target and schedule pass on no secret in plaintext",
    description:
        "A rule or schedule must pass the name of a secret to its target, not the secret itself.",
    enforcementLevel: "mandatory",
    severity: "critical",
    tags: [...PLAINTEXT_TAGS, "eventbridge"],
    framework: NIST_IA_5_7,
    remediationSteps:
        "Store the value in AWS Secrets Manager or SSM Parameter Store, and let the target read it: under secrets of its container definition, or with GetSecretValue.",
    url: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-data-protection.html",
    resources: {
        "aws:cloudwatch/eventTarget:EventTarget": listEventTargetPlaintext,
        "aws:scheduler/schedule:Schedule": listSchedulePlaintext,
    },
});
