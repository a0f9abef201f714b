import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import * as yaml from "js-yaml";
import { LIBRARY_PEERS } from "../../core/requirements";
import { packageRoot } from "../../sandbox/package-root";

describe("PulumiPlugin.yaml", () => {
    it("asks for a CLI no older than the SDK that the plugin runs on", () => {
        const text = fs.readFileSync(path.join(packageRoot(), "PulumiPlugin.yaml"), "utf8");
        const [sdk] = LIBRARY_PEERS.filter(({ name }) => name === "@pulumi/pulumi");
        assert.deepEqual(yaml.load(text), {
            runtime: "nodejs",
            requiredPulumiVersion: `>=${sdk.lowest}`,
        });
    });
});
