import { NIST_IA_5_7 } from "../frameworks";
import { listConnectionPlaintext, listJobPlaintext, listTriggerPlaintext } from "../places/glue";
import { definePlaintextPolicy } from "../plaintext/define-policy";
import { PLAINTEXT_TAGS } from "../plaintext/tags";

/** Arguments of a job, and properties of a connection, show to whoever may read them. */
export const jobNoPlaintextSecrets = definePlaintextPolicy({
    name: "glue-job-no-plaintext-secrets",
    displayName: "Glue job, trigger and connection hold no secret in plaintext",
    description:
        "A Glue job must read secrets from a secret store: neither its arguments nor its connections may hold them in plaintext.",
    enforcementLevel: "mandatory",
    severity: "critical",
    tags: [...PLAINTEXT_TAGS, "glue"],
    framework: NIST_IA_5_7,
    remediationSteps:
        "Store the value in AWS Secrets Manager. Give a job the name of the secret, and read it there with GetSecretValue; give a connection SECRET_ID.",
    url: "https://docs.aws.amazon.com/glue/latest/dg/connection-properties-secrets-manager.html",
    resources: {
        "aws:glue/connection:Connection": listConnectionPlaintext,
        "aws:glue/job:Job": listJobPlaintext,
        "aws:glue/trigger:Trigger": listTriggerPlaintext,
    },
});
