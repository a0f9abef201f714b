import { keyed, STALE, type AccessThreat } from "./access-threat";
import { add, chain, edit, SECRET, set, without, type Change } from "./access-threats-edits";

const rotation = add("aws:secretsmanager/secretRotation:SecretRotation", "rotation", {
    secretId: SECRET,
});

const patternFor = (secret: string) =>
    JSON.stringify({
        source: ["aws.secretsmanager"],
        "detail-type": ["Secret Label Updated"],
        resources: [secret],
    });

const ROTATED = chain(
    rotation,
    add("aws:cloudwatch/eventRule:EventRule", "rule", {
        arn: "arn:aws:events:us-east-1:123456789012:rule/redeploy",
        eventPattern: patternFor(SECRET),
        state: "ENABLED",
    }),
);

const stale = (name: string, change: Change): AccessThreat => ({
    ...keyed(name, change, [STALE], "words"),
    before: ROTATED,
});

/** What may go wrong with a secret that changes while its containers run. */
export const ROTATION_THREATS: readonly AccessThreat[] = [
    keyed("rotates the secret, and deploys nothing anew", rotation, [STALE], "words"),
    stale("takes away the rule that sees the rotation", without("rule")),
    stale("switches that rule off", set("rule", { state: "DISABLED" })),
    stale(
        "lets that rule see another secret",
        set("rule", { eventPattern: patternFor(SECRET.replace("database", "other")) }),
    ),
    stale(
        "names one version of the rotated secret",
        edit("web-task", (props) => ({
            ...props,
            containerDefinitions: String(props.containerDefinitions).replaceAll(
                `${SECRET}:password::`,
                `${SECRET}:password::11111111-1111-4111-8111-111111111111`,
            ),
        })),
    ),
];
