import { NIST_IA_5_7 } from "../frameworks";
import {
    listInstancePlaintext,
    listLaunchTemplatePlaintext,
    listSpotFleetPlaintext,
} from "../places/instance";
import { definePlaintextPolicy } from "../plaintext/define-policy";
import { PLAINTEXT_TAGS } from "../plaintext/tags";

/** User data shows to every process of the instance, and to everybody who may describe it. */
export const instanceNoPlaintextSecrets = definePlaintextPolicy({
    name: "ec2-instance-no-plaintext-secrets",
    displayName: "EC2 user data holds no secret",
    description: "An instance must read its secrets from a secret store, not from its user data.",
    enforcementLevel: "mandatory",
    severity: "critical",
    tags: [...PLAINTEXT_TAGS, "ec2"],
    framework: NIST_IA_5_7,
    remediationSteps:
        "Store the value in AWS Secrets Manager or SSM Parameter Store, allow the role of the instance profile to read it, and let the user data read it at boot.",
    url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html",
    resources: {
        "aws:ec2/instance:Instance": listInstancePlaintext,
        "aws:ec2/launchConfiguration:LaunchConfiguration": listInstancePlaintext,
        "aws:ec2/launchTemplate:LaunchTemplate": listLaunchTemplatePlaintext,
        "aws:ec2/spotFleetRequest:SpotFleetRequest": listSpotFleetPlaintext,
        "aws:ec2/spotInstanceRequest:SpotInstanceRequest": listInstancePlaintext,
    },
});
