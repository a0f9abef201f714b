import assert from "node:assert/strict";
import { pack, useSandbox } from "../../support/sandbox";
import { RIGHT_BY_IDENTITY } from "./right-identity";
import { RIGHT_BY_RESOURCE } from "./right-resource";

/** It says at a first preview that the containers are not known yet, if they name what is not there. */
const CONTAINERS = "ecs-task-definition-no-plaintext-secrets";

describe("on the real engine, the pack is silent at the first preview, at up and at a second up, on", () => {
    const sandbox = useSandbox();
    let current = (): unknown => undefined;

    for (const [name, program] of Object.entries({ ...RIGHT_BY_IDENTITY, ...RIGHT_BY_RESOURCE })) {
        it(name, async () => {
            current = program;
            const run = () => Promise.resolve(current()).then(() => undefined);
            const stack = await sandbox().stack("right", { project: "project", run }, {});
            const preview = await stack.preview(pack);
            const said = preview.policies.filter(({ policy }) => policy !== CONTAINERS);
            assert.deepEqual(said, [], preview.output);
            assert.equal(preview.exitCode, 0, preview.output);
            for (const time of ["first", "second"]) {
                const up = await stack.up(pack);
                assert.deepEqual(up.policies, [], up.output);
                assert.equal(up.exitCode, 0, `${time} up: ${up.output}`);
            }
            await stack.destroy();
        });
    }
});
