import { Attempt } from "./engine";
import { OLDEST_GO, OLDEST_VERSION, PINNED_VERSION } from "./versions";

/** No way led to a usable Pulumi CLI. The message lists every way tried and what can be done. */
export class EngineNotFoundError extends Error {
    /** The ways that were tried, in order, each with its outcome. */
    public readonly attempts: readonly Attempt[];

    /** Makes the error from the ways that were tried. */
    public constructor(attempts: readonly Attempt[]) {
        super(formatAttempts(attempts));
        this.name = "EngineNotFoundError";
        this.attempts = attempts;
    }
}

function formatAttempts(attempts: readonly Attempt[]): string {
    return [
        "No usable Pulumi CLI was found. What was tried:",
        ...attempts.map(({ tried, outcome }) => `  - ${tried}: ${outcome}`),
        "What you can do, any one of:",
        `  - install Pulumi ${OLDEST_VERSION} or newer, with its language hosts, and put it on PATH: https://www.pulumi.com/docs/install/`,
        `  - install Go ${OLDEST_GO} or newer (https://go.dev/dl) and run this again: Pulumi ${PINNED_VERSION} is then built, once`,
        "  - set ECS_SECRETS_PULUMI to the path of a pulumi executable",
    ].join("\n");
}
