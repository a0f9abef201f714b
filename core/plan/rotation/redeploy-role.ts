import { renderArn } from "../../arn";
import type { RenderedDocument, RenderedStatement } from "../rights";
import type { Location } from "../rights/location";
import { planServiceTrust } from "./service-trust";

/** What the role of the state machine is for. */
export interface RedeployRights {
    /** `arn:aws:ecs:REGION:ACCOUNT:service/CLUSTER/SERVICE`. */
    readonly serviceArn: string;
    readonly queueArn: string;
}

/**
 * The rights of the state machine: to redeploy this service, and to report to this queue.
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html
 */
export function planRedeployRolePolicy(rights: RedeployRights): RenderedDocument {
    return {
        Version: "2012-10-17",
        Statement: [
            allow("RedeployService", "ecs:UpdateService", rights.serviceArn),
            allow("ReportFailure", "sqs:SendMessage", rights.queueArn),
        ],
    };
}

/**
 * The trust policy of the state machine's role. It names all state machines of the account and
 * region: the ARN of the one is known only when its role is there.
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html
 */
export function planRedeployRoleTrust(location: Location): RenderedDocument<object> {
    const stateMachines = renderArn({ ...location, service: "states", resource: "stateMachine:*" });
    return planServiceTrust("states.amazonaws.com", location.account, [stateMachines]);
}

function allow(Sid: string, Action: string, resource: string): RenderedStatement {
    return { Sid, Effect: "Allow", Action, Resource: [resource] };
}
