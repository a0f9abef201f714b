import assert from "node:assert/strict";
import { Engine } from "../../../sandbox/engine/engine";
import { EngineNotFoundError } from "../../../sandbox/engine/engine-not-found-error";
import { allSteps, findEngineBy } from "../../../sandbox/engine/find";
import { createInstaller, Install, installer } from "../../../sandbox/engine/installer";
import { Room } from "./fake-executables";

const offline: Install = async () => "Failed to download the installer";

/** Looks for an engine in the room of a test, and keeps the lines that it reports. */
export class Search {
    readonly lines: string[] = [];

    constructor(private readonly room: Room) {}

    readonly find = (more: NodeJS.ProcessEnv = {}, install = offline): Promise<Engine> => {
        const making = allSteps.making.map((s) => (s === installer ? createInstaller(install) : s));
        const report = (line: string): void => void this.lines.push(line);
        return findEngineBy({ ...allSteps, making }, { env: this.room.env(more), report });
    };

    readonly findNothing = (
        more?: NodeJS.ProcessEnv,
        install?: Install,
    ): Promise<EngineNotFoundError> =>
        this.find(more, install).then(
            (engine) => assert.fail(`found ${JSON.stringify(engine)}`),
            (error) => (assert.ok(error instanceof EngineNotFoundError), error),
        );
}

export const outcomeOf = (error: EngineNotFoundError, tried: string): string | undefined =>
    error.attempts.find((attempt) => attempt.tried === tried)?.outcome;
