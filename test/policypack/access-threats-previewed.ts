import { DECRYPT, KEY, keyed, TRUST, READ, unknown, type AccessThreat } from "./access-threat";
import {
    chain,
    editDocument,
    RIGHTS,
    set,
    withRolePolicy,
    without,
    type Change,
    type Statement,
} from "./access-threats-edits";

const [MAY_DECRYPT, MAY_READ] = [DECRYPT, READ].map((said) => unknown(said, "web-task"));

const trusting = (elements: object): Change =>
    editDocument("web-execution-role", "assumeRolePolicy", (all) =>
        all.map((one: Statement) => ({ ...one, ...elements })),
    );

const previewed = (...[name, change, says]: [string, Change, AccessThreat["says"]]) => ({
    ...keyed(name, change, says, "words"),
    mode: "preview" as const,
});

/** What is seen before anything is created: what is written is proven, what is missing suspected. */
export const PREVIEWED_THREATS: readonly AccessThreat[] = [
    previewed("takes all rights away", without(RIGHTS), [MAY_DECRYPT, MAY_READ]),
    previewed(
        "writes rights that are for nothing of it",
        chain(
            without(RIGHTS),
            withRolePolicy("logs", "web-execution-role", {
                Effect: "Allow",
                Action: "logs:*",
                Resource: "*",
            }),
        ),
        [MAY_DECRYPT, MAY_READ],
    ),
    {
        ...previewed(
            "lets another service take the role",
            trusting({ Principal: { Service: "ecs.amazonaws.com" } }),
            [TRUST],
        ),
        offers: "statement",
    },
    previewed("disables the key", set("article", { isEnabled: false }), [KEY]),
];
