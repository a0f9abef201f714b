import { NIST_IA_5_7 } from "../frameworks";
import { listSettingsPlaintext } from "../places/beanstalk-settings";
import { definePlaintextPolicy } from "../plaintext/define-policy";
import { PLAINTEXT_TAGS } from "../plaintext/tags";

/** Option settings show to everybody who may describe the environment. */
export const environmentNoPlaintextSecrets = definePlaintextPolicy({
    name: "elasticbeanstalk-environment-no-plaintext-secrets",
    displayName: "Elastic Beanstalk environment holds no secret in plaintext",
    description:
        "An environment of Elastic Beanstalk must get secrets from a secret store, not in plaintext option settings.",
    enforcementLevel: "mandatory",
    severity: "critical",
    tags: [...PLAINTEXT_TAGS, "elastic-beanstalk"],
    framework: NIST_IA_5_7,
    remediationSteps:
        "Store the value in AWS Secrets Manager or SSM Parameter Store, and give its ARN as a setting of the namespace aws:elasticbeanstalk:application:environmentsecrets.",
    url: "https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/AWSHowTo.secrets.env-vars.html",
    resources: {
        "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate": listSettingsPlaintext,
        "aws:elasticbeanstalk/environment:Environment": listSettingsPlaintext,
    },
});
