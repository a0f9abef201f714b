import { found, isUnknownText, type Reading } from "./reading";
import { showActions } from "./show";
import { STATEMENT_ELEMENTS } from "./statement-elements";

/** Notes what AWS would refuse in the elements of a statement taken together. */
export function findStatementMistakes(
    input: Readonly<Record<string, unknown>>,
    path: string,
    reading: Reading,
): void {
    findMisspelt(input, path, reading);
    findContradictions(input, path, reading);
}

function findMisspelt(input: object, path: string, reading: Reading): void {
    for (const name of Object.keys(input)) {
        // A misspelt Condition, if ignored, would leave an allow without its condition.
        if (name !== "Sid" && !STATEMENT_ELEMENTS.some((element) => element === name)) {
            found(
                reading,
                `${path}.${name}`,
                "a statement has no such element",
                `Write one of Sid, ${STATEMENT_ELEMENTS.join(", ")}.`,
            );
        }
    }
}

function findContradictions(
    input: Readonly<Record<string, unknown>>,
    path: string,
    reading: Reading,
): void {
    if (input.Sid !== undefined && typeof input.Sid !== "string") {
        found(reading, `${path}.Sid`, "the Sid is no text", "Write a text.");
    }
    const { Effect: effect } = input;
    if (effect !== "Allow" && effect !== "Deny" && !isUnknownText(effect, reading)) {
        found(
            reading,
            `${path}.Effect`,
            "the effect is neither Allow nor Deny",
            "Write Allow or Deny, with the capital.",
        );
    }
    if (input.Action === undefined && input.NotAction === undefined) {
        found(
            reading,
            path,
            "the statement has neither Action nor NotAction",
            "Name the actions that it is about.",
        );
    }
    for (const element of ["Principal", "Action", "Resource"]) {
        if (input[element] !== undefined && input[`Not${element}`] !== undefined) {
            found(
                reading,
                path,
                `the statement has both ${element} and Not${element}`,
                "Keep one of the two, or write two statements.",
            );
        }
    }
}

/** Notes actions without the prefix of a service. */
export function findUnprefixed(actions: readonly string[], path: string, reading: Reading): void {
    for (const action of actions) {
        if (action !== "*" && !/^[^:]+:[^:]+$/.test(action)) {
            found(
                reading,
                path,
                `${showActions([action])} is no action`,
                "Write service:Action, for example secretsmanager:GetSecretValue, or *.",
            );
        }
    }
}
