import type { Policies } from "@pulumi/policy";
import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { noteAskedTypes } from "../../../policypack/sdk/asked-type";
import { looksAt, refuseQuickly } from "../../../policypack/sdk/refuse-quickly";

type Answer = (error: unknown, response: analyzer.AnalyzeResponse) => void;
type Analyze = (call: object, answer: Answer) => unknown;

const ROLE = "aws:iam/role:Role";
const KEY = "aws:kms/key:Key";
const GRANT = "aws:kms/grant:Grant";
const TYPES = [ROLE, KEY, GRANT, "aws:s3/bucket:Bucket"];

/** The SDK's own function that answers of a resource, as its server has it. */
function serve(policies: Policies): Analyze {
    const { makeAnalyzeRpcFun } = createRequire(__filename)("@pulumi/policy/server") as {
        makeAnalyzeRpcFun: (...args: unknown[]) => Analyze;
    };
    let served: Analyze | undefined;
    class Server {
        addService(_: unknown, { analyze }: { analyze: Analyze }): void {
            served = analyze;
        }
    }
    noteAskedTypes(Server as never);
    const analyze = makeAnalyzeRpcFun("web", "1.0.0", "mandatory", policies);
    new Server().addService({}, { analyze });
    return served ?? assert.fail("it was added");
}

/** Who had something to say of a resource of a type, and who had not and why. */
function ask(analyze: Analyze, type: string): Promise<{ said: string[]; passed: string[] }> {
    const request = new analyzer.AnalyzeRequest();
    request.setType(type);
    request.setProperties(Struct.fromJavaScript({}));
    request.setOptions(new analyzer.AnalyzerResourceOptions());
    return new Promise((resolve, reject) =>
        analyze({ request }, (error, response) =>
            error
                ? reject(error as Error)
                : resolve({
                      said: response.getDiagnosticsList().map((one) => one.getPolicyname()),
                      passed: response
                          .getNotApplicableList()
                          .map((one) => `${one.getPolicyName()}: ${one.getReason()}`),
                  }),
        ),
    );
}

describe("refuseQuickly", () => {
    let asked: string[] = [];
    beforeEach(() => (asked = []));
    const policy = (name: string, types: readonly string[], now?: () => readonly string[]) => ({
        name,
        description: `${name} must be.`,
        enforcementLevel: "mandatory" as const,
        validateResource: looksAt(
            types,
            ({ type, notApplicable }, report) => {
                asked.push(`${name} ${type}`);
                if (!types.includes(type)) {
                    notApplicable("it is of another type");
                }
                report("it is wrong");
            },
            now,
        ),
    });
    const policies = refuseQuickly([
        policy("one", [ROLE]),
        policy("two", [ROLE, KEY]),
        policy("three", [ROLE, KEY, GRANT]),
        policy("fewer", [ROLE, KEY, GRANT], () => [KEY]),
    ]);
    const analyze = serve(policies);
    const passed = {
        one: `one: Policy only applies to resources of type '${ROLE}'`,
        two: `two: Policy only applies to resources of type '${ROLE}' or '${KEY}'`,
        three: `three: Policy only applies to resources of type '${ROLE}' or '2 more'`,
        fewer: `fewer: Policy only applies to resources of type '${ROLE}' or '2 more'`,
    };

    it("asks every policy of the first resource, for then it learns its configuration", async () => {
        const first = await ask(analyze, "aws:s3/bucket:Bucket");
        assert.deepEqual(first.said, []);
        assert.deepEqual(
            first.passed,
            ["one", "two", "three", "fewer"].map((name) => `${name}: it is of another type`),
        );
    });

    for (const [type, said, left] of [
        [ROLE, ["one", "two", "three"], [passed.fewer]],
        [KEY, ["two", "three", "fewer"], [passed.one]],
        [GRANT, ["three"], [passed.one, passed.two, passed.fewer]],
        ["aws:s3/bucket:Bucket", [], Object.values(passed)],
    ] as const) {
        it(`asks ${said.join(", ") || "nobody"} of ${type}`, async () => {
            assert.deepEqual(await ask(analyze, type), { said, passed: left });
            assert.deepEqual(
                asked,
                said.map((name) => `${name} ${type}`),
            );
        });
    }

    it("asks every policy for several types while several resources are asked about", async () => {
        const answers = await Promise.all(TYPES.map((type) => ask(analyze, type)));
        assert.deepEqual(
            answers.map(({ said }) => said),
            [["one", "two", "three", "fewer"], ["two", "three", "fewer"], ["three", "fewer"], []],
        );
    });
});
