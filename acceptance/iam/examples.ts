import type { DifferenceName } from "./differences";
import { ACCOUNT, type World, type WorldStatement } from "./world";

/** A world in which moto shows one difference, and no other. */
export interface Example {
    readonly difference: DifferenceName;
    readonly world: World;
}

const ACTION = "secretsmanager:GetSecretValue";
const SECRET = `arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:secret:app/db.v1-AbCdEf`;

/** One example for each difference. The run fails where moto does not show it any more. */
export const EXAMPLES: readonly Example[] = [
    example("case", { action: "SecretsManager:getSecretValue" }),
    example("question mark", { resource: SECRET.replace("AbCdEf", "??????") }),
    // The point of `.v1` would stand for any character, and so for the one that is asked for.
    example("signs", { resource: SECRET }, SECRET.replace(".v1", "-v1")),
    example("segments", {
        resource: "arn:aws:secretsmanager:eu*12:secret:app/db.v1-AbCdEf",
    }),
    example("fields", { resource: "arn:aws:secretsmanager*:secret:app/db.v1-AbCdEf" }),
    example("variables", { resource: SECRET.replace("app", "${aws:PrincipalTag/team}") }),
    example("conditions", {
        condition: { json: { Null: { "aws:ResourceTag/team": "true" } }, holds: false },
    }),
    example("NotResource", { notResource: SECRET }),
];

function example(
    difference: DifferenceName,
    change: {
        readonly action?: string;
        readonly resource?: string;
        readonly notResource?: string;
        readonly condition?: WorldStatement["condition"];
    },
    resource = SECRET,
): Example {
    const { action = ACTION, notResource, condition } = change;
    const statement: WorldStatement = {
        effect: "Allow",
        action: { isNegated: false, texts: [action] },
        resource: {
            isNegated: notResource !== undefined,
            texts: [notResource ?? change.resource ?? resource],
        },
        ...(condition && { condition }),
    };
    const policies = [{ kind: "written", statements: [statement] } as const];
    return {
        difference,
        world: { name: `the example of ${difference}`, action: ACTION, resource, policies },
    };
}
