import assert from "node:assert/strict";
import {
    DEFERRED,
    findParameterSizeFinding,
    findSecretSizeFinding,
    findTaskDefinitionSize,
    renderContainerDefinitions,
    type ContainerDefinition,
} from "../../../../core";

const CANARY = "canaryQXZ0000";
const define = (bytes: number): ContainerDefinition[] => {
    const web = (value: string) => [
        {
            ...{ name: "web", image: "i", cpu: undefined },
            environment: [{ name: "A", value }],
            secrets: [{ name: "S", valueFrom: "/s" }],
        },
        { name: "log", image: "image", command: ["ü"] },
    ];
    const empty = Buffer.byteLength(renderContainerDefinitions(web("")));
    return web(CANARY.padEnd(bytes - empty, "x"));
};
const told = (bytes: number, ofEnvironment: number) => ({
    path: "containers",
    reason:
        `make a task definition of ${bytes} bytes, and Amazon ECS takes 65536: ` +
        `environment of container web has ${ofEnvironment}, ` +
        "secrets of container web has 31, image of container log has 7",
    remedy: "Name parameters by name, inject fewer variables, or split the task.",
});

describe("findTaskDefinitionSize", () => {
    const rows: [string, number, number, "findings" | "warnings" | undefined][] = [
        ["is silent below 90 %", 58_982, 0, undefined],
        ["warns from 90 % on", 58_983, 0, "warnings"],
        ["warns of the last byte that fits", 65_536, 0, "warnings"],
        ["finds what does not fit", 65_537, 0, "findings"],
        ["counts what the task definition holds besides", 65_436, 101, "findings"],
    ];
    for (const [name, bytes, otherBytes, where] of rows) {
        it(name, () => {
            const definitions = define(bytes);
            assert.equal(Buffer.byteLength(renderContainerDefinitions(definitions)), bytes);
            const ofEnvironment = JSON.stringify(definitions[0].environment).length;
            const expected = [told(bytes + otherBytes, ofEnvironment)];
            assert.deepEqual(findTaskDefinitionSize(definitions, otherBytes), {
                findings: where === "findings" ? expected : [],
                warnings: where === "warnings" ? expected : [],
            });
        });
    }

    it("counts no other bytes unless they are given, and never shows a value", () => {
        const { findings } = findTaskDefinitionSize(define(65_537));
        assert.equal(findings.length, 1);
        assert.ok(!JSON.stringify(findings).includes(CANARY));
    });

    it("counts bytes, not characters", () => {
        for (const text of ["a", "ü", "€", "😀", "\uD83D"]) {
            const definitions = [{ name: "web", image: text.repeat(32_768) }];
            const bytes = Buffer.byteLength(renderContainerDefinitions(definitions));
            const { findings } = findTaskDefinitionSize(definitions, 65_536);
            assert.match(
                findings[0].reason,
                new RegExp(`^make a task definition of ${bytes + 65_536} `),
            );
        }
    });
});

describe("findParameterSizeFinding", () => {
    const OTHER_STORE = "Keep it in store secretsmanager.";
    const OTHER_TIER = "Leave tier out, or keep it in store secretsmanager.";
    const rows: [string, number, string | typeof DEFERRED | undefined, [number, string]?][] = [
        ["takes the most of tier Standard", 4096, "Standard", undefined],
        ["finds one byte more", 4097, "Standard", [4096, OTHER_TIER]],
        ["finds what no other tier holds either", 8193, "Standard", [4096, OTHER_STORE]],
        ["takes the most of tier Advanced", 8192, "Advanced", undefined],
        ["finds one byte more there", 8193, "Advanced", [8192, OTHER_STORE]],
        ["takes the most of tier Intelligent-Tiering", 8192, "Intelligent-Tiering", undefined],
        ["takes the same without a tier", 8192, undefined, undefined],
        ["finds one byte more without a tier", 8193, undefined, [8192, OTHER_STORE]],
        ["takes the same of a tier that is not known", 8192, DEFERRED, undefined],
    ];
    for (const [name, bytes, tier, found] of rows) {
        it(name, () => {
            const [quota, remedy] = found ?? [];
            const named = String(tier ?? "Intelligent-Tiering");
            const reason = `has ${bytes} bytes, and a parameter of tier ${named} holds ${quota}`;
            const expected = remedy === undefined ? [] : [{ path: "p", reason, remedy }];
            assert.deepEqual(findParameterSizeFinding(bytes, tier, "p"), expected);
        });
    }
});

describe("findSecretSizeFinding", () => {
    it("takes the most that a secret holds, and finds one byte more", () => {
        assert.deepEqual(findSecretSizeFinding(65_536, "p"), []);
        assert.deepEqual(findSecretSizeFinding(65_537, "p"), [
            {
                path: "p",
                reason: "has 65537 bytes, and a secret holds 65536",
                remedy: "Part it into several secrets, or keep it in Amazon S3.",
            },
        ]);
    });
});
