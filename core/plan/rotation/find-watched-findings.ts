import { parseArn } from "../../arn";
import type { Finding } from "../../finding";
import type { SecretReference } from "../../reference";
import type { Location } from "../rights/location";

/**
 * Finds that the events of a secret do not come to where the service is.
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus.html
 */
export function findWatchedLocationFinding(
    reference: SecretReference,
    location: Location,
    path: string,
): Finding[] {
    const arn = parseArn(reference.arn ?? "");
    const elsewhere = [
        ...(arn && arn.account !== location.account ? [`account ${arn.account}`] : []),
        ...(arn && arn.region !== location.region ? [`region ${arn.region}`] : []),
    ];
    return elsewhere.length > 0
        ? [
              {
                  path,
                  reason: `is in ${elsewhere.join(", ")}, and Amazon EventBridge sees the events of account ${location.account}, region ${location.region} alone`,
                  remedy: "Inject a secret of this account and region, or remove redeployOnRotation and have a rule over there forward its events to a rule of your own here.",
              },
          ]
        : [];
}

/**
 * Finds a version stage whose moves AWS tells nobody of.
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/event-detail-secret-label-updated-secretsmanager.html
 */
export function findWatchedStageFinding(reference: SecretReference, path: string): Finding[] {
    return reference.store === "secretsmanager" && reference.versionStage === "AWSPENDING"
        ? [
              {
                  path,
                  reason: "names version stage AWSPENDING, and AWS Secrets Manager sends no event when it moves",
                  remedy: "Leave the version stage out, or remove redeployOnRotation.",
              },
          ]
        : [];
}
