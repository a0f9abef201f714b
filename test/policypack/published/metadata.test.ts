import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import assert from "node:assert/strict";
import { PackProcess } from "../../../bench/pack/pack-process";
import { description, version } from "../../../policypack/package.json";
import { policies } from "../../../policypack/policies";
import { linkDependencies, usePublishedPack } from "../../support/published-pack";

const LEVELS = analyzer.EnforcementLevel;
const SEVERITIES = analyzer.PolicySeverity;

/** What a policy says of itself, and what type of policy the SDK makes of it. */
const EXPECTED = policies.map((policy) => ({
    name: policy.name,
    displayName: policy.displayName,
    description: policy.description,
    level: LEVELS[policy.enforcementLevel?.toUpperCase() as keyof typeof LEVELS],
    severity: SEVERITIES[`POLICY_SEVERITY_${policy.severity?.toUpperCase()}` as never],
    framework: policy.framework,
    tags: policy.tags,
    remediationSteps: policy.remediationSteps,
    url: policy.url,
    settings: Object.keys(policy.configSchema?.properties ?? {}).sort(),
}));

describe("what the engine learns of the published policy pack", () => {
    const published = usePublishedPack();
    before("give the unpacked tarball what it depends on", () => {
        linkDependencies(published().folder);
    });

    for (const form of ["folder", "executable"] as const) {
        it(`is all that its policies say of themselves, and the version (${form})`, async () => {
            const pack = await PackProcess.open(published()[form]);
            try {
                const answer = await pack.ask("GetAnalyzerInfo", Buffer.alloc(0));
                const info = analyzer.AnalyzerInfo.deserializeBinary(answer);
                assert.deepEqual(
                    [info.getName(), info.getVersion(), info.getDescription()],
                    ["ecs-secrets", version, description],
                );
                assert.equal(info.getDisplayname(), "Secrets for Amazon ECS");
                assert.equal(info.getSupportsconfig(), true);
                assert.deepEqual(info.getPoliciesList().map(readPolicy), EXPECTED);
            } finally {
                await pack.stop();
            }
        });
    }
});

function readPolicy(info: analyzer.PolicyInfo) {
    const framework = info.getFramework();
    const settings = info.getConfigschema()?.getProperties()?.toJavaScript() ?? {};
    return {
        name: info.getName(),
        displayName: info.getDisplayname(),
        description: info.getDescription(),
        level: info.getEnforcementlevel(),
        severity: info.getSeverity(),
        framework: {
            name: framework?.getName(),
            version: framework?.getVersion(),
            reference: framework?.getReference(),
            specification: framework?.getSpecification(),
        },
        tags: info.getTagsList(),
        remediationSteps: info.getRemediationSteps(),
        url: info.getUrl(),
        settings: Object.keys(settings).sort(),
    };
}
