import assert from "node:assert/strict";
import {
    createRequirementError,
    findUnmetRequirement,
    LIBRARY_PEERS,
    LOWEST_NODE,
    POLICY_PEERS,
    type Surroundings,
} from "../../core/requirements";
import manifest from "../../package.json";

const NODE = "20.20.2";

/** What is found, by package: a version, or what loading its package.json throws. */
type Found = Readonly<Record<string, unknown>>;

const met: Found = { "@pulumi/pulumi": "3.248.0", "@pulumi/aws": "7.48.0" };

const MET: readonly (readonly [string, string, Found])[] = [
    ["the versions that are developed with", NODE, met],
    ["exactly the lowest Node", "20.0.0", met],
    ["a Node of two digits more", "100.0.0", met],
    ["the lowest SDK", NODE, { ...met, "@pulumi/pulumi": "3.210.0" }],
    ["the lowest provider", NODE, { ...met, "@pulumi/aws": "7.2.0" }],
    ["a version with a v before it", NODE, { ...met, "@pulumi/aws": "v7.48.0" }],
    ["a version before its release", NODE, { ...met, "@pulumi/pulumi": "3.260.0-alpha.1" }],
    ["a minor version that is lower as a text only", NODE, { ...met, "@pulumi/aws": "7.10.0" }],
    ["a version that is none", NODE, { ...met, "@pulumi/aws": "workspace" }],
    ["no version", NODE, { ...met, "@pulumi/aws": undefined }],
    ["a package.json that is not exported", NODE, { ...met, "@pulumi/aws": hidden() }],
];

const INSTALL = "beside your program's package.json and try again.";

const UNMET: readonly (readonly [string, string, Found, string])[] = [
    [
        "Node is too old, whatever else is missing",
        "18.20.8",
        {},
        "pulumi-ecs-secrets needs Node 20.0.0 or newer, and this is Node 18.20.8: " +
            "install a current Node from https://nodejs.org/ and try again.",
    ],
    [
        "the SDK is missing",
        NODE,
        { ...met, "@pulumi/pulumi": missing() },
        "pulumi-ecs-secrets needs @pulumi/pulumi ^3.210.0 and finds none: " +
            `run \`npm install "@pulumi/pulumi@^3.210.0"\` ${INSTALL}`,
    ],
    [
        "the SDK is one minor version too old",
        NODE,
        { ...met, "@pulumi/pulumi": "3.209.0" },
        "pulumi-ecs-secrets needs @pulumi/pulumi ^3.210.0 and finds 3.209.0: " +
            `run \`npm install "@pulumi/pulumi@^3.210.0"\` ${INSTALL}`,
    ],
    [
        "the provider is of the major version before",
        NODE,
        { ...met, "@pulumi/aws": "v6.83.0" },
        "pulumi-ecs-secrets needs @pulumi/aws ^7.2.0 and finds v6.83.0: " +
            `run \`npm install "@pulumi/aws@^7.2.0"\` ${INSTALL}`,
    ],
    [
        "the provider is of the next major version",
        NODE,
        { ...met, "@pulumi/aws": "8.0.0" },
        "pulumi-ecs-secrets needs @pulumi/aws ^7.2.0 and finds 8.0.0: " +
            `run \`npm install "@pulumi/aws@^7.2.0"\` ${INSTALL}`,
    ],
    [
        "the provider is lower by its minor version alone",
        NODE,
        { ...met, "@pulumi/aws": "7.1.9" },
        "pulumi-ecs-secrets needs @pulumi/aws ^7.2.0 and finds 7.1.9: " +
            `run \`npm install "@pulumi/aws@^7.2.0"\` ${INSTALL}`,
    ],
    [
        "both are wrong",
        NODE,
        { "@pulumi/pulumi": "3.100.0", "@pulumi/aws": missing() },
        "pulumi-ecs-secrets needs @pulumi/pulumi ^3.210.0 and finds 3.100.0, " +
            "and @pulumi/aws ^7.2.0 and finds none: " +
            `run \`npm install "@pulumi/pulumi@^3.210.0" "@pulumi/aws@^7.2.0"\` ${INSTALL}`,
    ],
];

describe("what the package needs", () => {
    for (const [name, node, found] of MET) {
        it(`is met by ${name}`, () => {
            assert.equal(findUnmetRequirement(LIBRARY_PEERS, surroundings(node, found)), undefined);
        });
    }

    for (const [name, node, found, expected] of UNMET) {
        it(`is said where ${name}`, () => {
            assert.equal(findUnmetRequirement(LIBRARY_PEERS, surroundings(node, found)), expected);
        });
    }

    it("is said of the policies' SDK as well", () => {
        assert.equal(
            findUnmetRequirement(POLICY_PEERS, surroundings(NODE, met)),
            "pulumi-ecs-secrets needs @pulumi/policy ^1.21.0 and finds none: " +
                `run \`npm install "@pulumi/policy@^1.21.0"\` ${INSTALL}`,
        );
    });

    it("is what package.json says", () => {
        const peers = [...LIBRARY_PEERS, ...POLICY_PEERS];
        assert.deepEqual(
            Object.fromEntries(peers.map(({ name, lowest }) => [name, `^${lowest}`])),
            manifest.peerDependencies,
        );
        assert.equal(`>=${LOWEST_NODE}`, `${manifest.engines.node}.0.0`);
    });

    it("is thrown as an error that Pulumi and Node print without a stack", () => {
        const error = createRequirementError("a sentence.");
        assert.equal(error.message, "a sentence.");
        assert.equal(error.stack, "Error: a sentence.");
        assert.equal((error as unknown as Record<string, unknown>).__pulumiRunError, true);
    });
});

function surroundings(node: string, found: Found): Surroundings {
    const load = (specifier: string): unknown => {
        const name = specifier.replace(/\/package\.json$/, "");
        const version = name in found ? found[name] : missing();
        if (version instanceof Error) {
            throw version;
        }
        return { version };
    };
    return { node, load };
}

function missing(): Error {
    return Object.assign(new Error("Cannot find module"), { code: "MODULE_NOT_FOUND" });
}

function hidden(): Error {
    return Object.assign(new Error("not exported"), { code: "ERR_PACKAGE_PATH_NOT_EXPORTED" });
}
