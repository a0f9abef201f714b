import { NIST_IA_5_7 } from "../frameworks";
import { listAppPlaintext, listBranchPlaintext } from "../places/amplify";
import { definePlaintextPolicy } from "../plaintext/define-policy";
import { PLAINTEXT_TAGS } from "../plaintext/tags";

/** The variables of an app show to whoever may read it, and what a build puts in, to browsers. */
export const appNoPlaintextSecrets = definePlaintextPolicy({
    name: "amplify-app-no-plaintext-secrets",
    displayName: "Amplify app holds no secret in plaintext",
    description:
        "An Amplify app must get secrets from a secret store, not in plaintext environment variables or its build spec.",
    enforcementLevel: "mandatory",
    severity: "critical",
    tags: [...PLAINTEXT_TAGS, "amplify"],
    framework: NIST_IA_5_7,
    remediationSteps:
        "Store the value as an environment secret, a SecureString named /amplify/<app id>/<branch>/<name>, or in AWS Secrets Manager, and read it at run time.",
    url: "https://docs.aws.amazon.com/amplify/latest/userguide/environment-secrets.html",
    resources: {
        "aws:amplify/app:App": listAppPlaintext,
        "aws:amplify/branch:Branch": listBranchPlaintext,
    },
});
