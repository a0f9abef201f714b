import { NIST_IA_5_7 } from "../frameworks";
import { listParameterPlaintext } from "../places/parameter";
import { definePlaintextPolicy } from "../plaintext/define-policy";
import { PLAINTEXT_TAGS } from "../plaintext/tags";

/** A parameter of type String is kept, and shown in the console, as it is. */
export const parameterNoPlaintextSecrets = definePlaintextPolicy({
    name: "ssm-parameter-no-plaintext-secrets",
    displayName: "SSM parameter of type String holds no secret",
    description: "A parameter that holds a secret must be of type SecureString.",
    enforcementLevel: "mandatory",
    severity: "critical",
    tags: [...PLAINTEXT_TAGS, "ssm"],
    framework: NIST_IA_5_7,
    remediationSteps:
        'Set type: "SecureString" on the parameter, with keyId for a key of your own, and allow who reads it ssm:GetParameter and kms:Decrypt.',
    url: "https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html",
    resources: { "aws:ssm/parameter:Parameter": listParameterPlaintext },
});
