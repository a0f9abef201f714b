import type { Location } from "./location";
import { planSecretStatements, type InjectedSecret, type ReadActions } from "./secret-statements";
import { renderDocument, type RenderedDocument } from "./statement";

/**
 * What a program reads secrets with. Of parameters the SDK has a call for one and a call for many,
 * and IAM knows them apart; Amazon ECS itself uses the latter alone.
 * Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html
 */
const SDK_ACTIONS: ReadActions = {
    secretsmanager: "secretsmanager:GetSecretValue",
    ssm: ["ssm:GetParameter", "ssm:GetParameters"],
};

/** The rights that a task role needs for its program to read the given secrets by SDK. */
export function planTaskRolePolicy(
    secrets: readonly InjectedSecret[],
    location: Location,
): RenderedDocument {
    return renderDocument(planSecretStatements(secrets, location, SDK_ACTIONS));
}
