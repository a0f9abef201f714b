import { NIST_IA_5_7 } from "../frameworks";
import { listLightsailPlaintext } from "../places/lightsail-deployment";
import { definePlaintextPolicy } from "../plaintext/define-policy";
import { PLAINTEXT_TAGS } from "../plaintext/tags";

/** A variable of a container shows to everybody who may list the deployments of its service. */
export const lightsailContainerNoPlaintextSecrets = definePlaintextPolicy({
    name: "lightsail-container-no-plaintext-secrets",
    displayName: "Lightsail container holds no secret in plaintext",
    description:
        "A container must read its secrets from a secret store, not from its environment or its commands.",
    enforcementLevel: "mandatory",
    severity: "critical",
    tags: [...PLAINTEXT_TAGS, "lightsail"],
    framework: NIST_IA_5_7,
    remediationSteps:
        "Store the value in AWS Secrets Manager and let the program read it when it starts, or run the container with Amazon ECS, which injects secrets.",
    url: "https://docs.aws.amazon.com/lightsail/latest/userguide/amazon-lightsail-container-services-deployments.html",
    resources: {
        "aws:lightsail/containerServiceDeploymentVersion:ContainerServiceDeploymentVersion":
            listLightsailPlaintext,
    },
});
