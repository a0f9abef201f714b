import { compare } from "../../finding";
import type { RenderedDocument } from "../rights";
import type { Location } from "../rights/location";
import { planServiceTrust } from "./service-trust";

/** The rights of the event rules: to start this state machine. */
export function planDeliveryRolePolicy(rights: {
    readonly stateMachineArn: string;
}): RenderedDocument {
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "StartRedeployment",
                Effect: "Allow",
                Action: "states:StartExecution",
                Resource: [rights.stateMachineArn],
            },
        ],
    };
}

/**
 * The trust policy of the role with which rules start the state machine: for exactly these rules,
 * at least one. A rule does not need the role, only its target does, so that there is no cycle.
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-iam-roles.html
 */
export function planDeliveryRoleTrust(
    { account }: Pick<Location, "account">,
    ruleArns: readonly string[],
): RenderedDocument<object> {
    const sourceArns = [...new Set(ruleArns)].sort(compare);
    return planServiceTrust("events.amazonaws.com", account, sourceArns);
}
