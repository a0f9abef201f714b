import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { PackProcess } from "../../../bench/pack/pack-process";
import { policyNamed, policies, type PolicyName } from "../../../policypack/policies";
import { createConsumer } from "../../support/packed-library";

const TASK = "ecs-task-definition-no-plaintext-secrets";
const TAINT = "aws-plaintext-no-pulumi-secrets";
const CANARY = "canary-in-a-pack-of-ours";

const PEERS = ["@grpc/grpc-js", "@pulumi/policy", "@pulumi/pulumi"];

/** A pack as a team writes it, with three policies of the library. */
const OWN_PACK = `const { PolicyPack } = require("@pulumi/policy");
const { policies, policyNamed } = require("pulumi-ecs-secrets/policies");
const taken = ["ecs-service-require-redeployment", "lambda-function-no-plaintext-secrets"];
new PolicyPack("ours", {
    policies: [
        { ...policyNamed("${TASK}"), enforcementLevel: "advisory" },
        ...policies.filter(({ name }) => taken.includes(name)),
    ],
});
`;

describe("policyNamed", () => {
    it("gives every policy of the pack by its name", () => {
        for (const policy of policies) {
            assert.equal(policyNamed(policy.name as PolicyName), policy);
        }
    });

    for (const [written, said] of Object.entries({
        [TASK.slice(0, -1)]: `no policy ${TASK.slice(0, -1)} (did you mean ${TASK}?)`,
        undefined: "no policy undefined (policies lists all of them)",
        toString: "no policy toString (policies lists all of them)",
    })) {
        it(`says what is wrong with ${written}`, () => {
            assert.throws(
                () => policyNamed((written === "undefined" ? undefined : written) as never),
                {
                    message: `pulumi-ecs-secrets has ${said}`,
                },
            );
        });
    }
});

describe("a pack of one's own, on the SDK's runner", function () {
    this.timeout(120_000);
    let pack: PackProcess;
    let info: analyzer.AnalyzerInfo;
    before("write it beside the library, and start it", async () => {
        const folder = createConsumer(PEERS);
        fs.writeFileSync(path.join(folder, "index.js"), OWN_PACK);
        fs.writeFileSync(path.join(folder, "package.json"), '{ "version": "1.0.0" }');
        pack = await PackProcess.open(folder);
        const answer = await pack.ask("GetAnalyzerInfo", Buffer.alloc(0));
        info = analyzer.AnalyzerInfo.deserializeBinary(answer);
    });
    after(() => pack.stop());

    it("holds the policies that it took, in its order", () => {
        assert.deepEqual(
            info.getPoliciesList().map((policy) => policy.getName()),
            [TASK, "ecs-service-require-redeployment", "lambda-function-no-plaintext-secrets"],
        );
    });

    it("finds a leak, at the level that it set, and tells no value", async () => {
        const environment = [{ name: "DB_PASSWORD", value: CANARY }];
        const containerDefinitions = JSON.stringify([{ name: "web", environment }]);
        const found = await analyze(pack, { family: "web", containerDefinitions });
        assert.deepEqual(
            found.map((report) => [report.getPolicyname(), report.getEnforcementlevel()]),
            [[TASK, analyzer.EnforcementLevel.ADVISORY]],
        );
        assert.match(found[0].getMessage(), /container web: environment DB_PASSWORD is plaintext/);
        assert.ok(!found[0].getMessage().includes(CANARY));
    });

    it("is silent on a right task definition", async () => {
        const containerDefinitions = JSON.stringify([{ name: "web", image: "httpd" }]);
        assert.deepEqual(await analyze(pack, { family: "web", containerDefinitions }), []);
    });
});

describe("a policy that needs another one, alone in a pack", () => {
    it("says what it misses", () => {
        const reported: string[] = [];
        const { validateResource } = policyNamed(TAINT) as unknown as Validating;
        const type = "aws:ecs/taskDefinition:TaskDefinition";
        const args = { type, urn: "urn:alone", props: {}, getConfig: () => ({}) };
        validateResource({ ...args, notApplicable: assert.fail }, (said) =>
            reported.push(typeof said === "string" ? said : JSON.stringify(said)),
        );
        assert.match(reported.join("\n"), /leave pulumi-secret-require-tracking at the level/);
    });
});

/** The policy's function as the SDK calls it. */
interface Validating {
    validateResource(args: object, report: (said: unknown) => void): void;
}

/** Asks about a task definition, as the engine does. */
async function analyze(
    pack: PackProcess,
    props: Record<string, string>,
): Promise<analyzer.AnalyzeDiagnostic[]> {
    const request = new analyzer.AnalyzeRequest();
    request.setType("aws:ecs/taskDefinition:TaskDefinition");
    request.setUrn("urn:pulumi:dev::own::aws:ecs/taskDefinition:TaskDefinition::web");
    request.setName("web");
    request.setProperties(Struct.fromJavaScript(props));
    request.setOptions(new analyzer.AnalyzerResourceOptions());
    const answer = await pack.ask("Analyze", Buffer.from(request.serializeBinary()));
    return analyzer.AnalyzeResponse.deserializeBinary(answer).getDiagnosticsList();
}
