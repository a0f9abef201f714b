import { NIST_IA_5_7 } from "../frameworks";
import { listStateMachinePlaintext } from "../places/state-machine";
import { definePlaintextPolicy } from "../plaintext/define-policy";
import { PLAINTEXT_TAGS } from "../plaintext/tags";

/** A definition shows what its states pass on, and so does the history of each execution. */
export const stateMachineNoPlaintextSecrets = definePlaintextPolicy({
    name: "sfn-state-machine-no-plaintext-secrets",
    displayName: "Step Functions state machine holds no secret in plaintext",
    description:
        "A state machine must pass on the name of a secret, not the secret itself, which its definition and its history would show.",
    enforcementLevel: "mandatory",
    severity: "critical",
    tags: [...PLAINTEXT_TAGS, "step-functions"],
    framework: NIST_IA_5_7,
    remediationSteps:
        "Store the value in AWS Secrets Manager or SSM Parameter Store, and let the task read it: under secrets of its container definition, or with GetSecretValue.",
    url: "https://docs.aws.amazon.com/step-functions/latest/dg/data-protection.html",
    resources: { "aws:sfn/stateMachine:StateMachine": listStateMachinePlaintext },
});
