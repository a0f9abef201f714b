import { Key } from "@pulumi/aws/kms";
import assert from "node:assert/strict";
import { articleProgram } from "../support/article";
import { runPack, toPackResources, type PackResource } from "../support/policies";
import { recordClean } from "../support/recorded";
import {
    DECRYPT,
    KEY,
    MISPLACED,
    NO_ROLE,
    READ,
    REFERENCES,
    STALE,
    TRUST,
    WILDCARD,
    type AccessThreat,
} from "./access-threat";
import { chain, keyedProgram } from "./access-threats-edits";
import { DENIALS } from "./access-threats-denials";
import { KEY_ACCESS_THREATS } from "./access-threats-keys";
import { followPrinted } from "./access-threats-printed";
import { PREVIEWED_THREATS } from "./access-threats-previewed";
import { REFERENCE_ACCESS_THREATS } from "./access-threats-references";
import { RIGHT_THREATS } from "./access-threats-rights";
import { ROLE_THREATS } from "./access-threats-roles";
import { ROTATION_THREATS } from "./access-threats-rotation";

const THREATS: readonly AccessThreat[] = [
    ...RIGHT_THREATS,
    ...DENIALS,
    ...KEY_ACCESS_THREATS,
    ...ROLE_THREATS,
    ...REFERENCE_ACCESS_THREATS,
    ...PREVIEWED_THREATS,
    ...ROTATION_THREATS,
];

/** The policies on what a task needs to read what it injects. */
const ON_ACCESS = [DECRYPT, READ, TRUST, NO_ROLE, REFERENCES, MISPLACED, WILDCARD, KEY, STALE].map(
    ([policy]) => policy,
);

const PROGRAMS: Readonly<Record<AccessThreat["of"], () => unknown>> = {
    article: () => articleProgram(),
    keyed: () => keyedProgram(new Key("article", {})),
};

async function resourcesOf({ of, mode, before = chain() }: AccessThreat): Promise<PackResource[]> {
    return before(toPackResources(await recordClean(PROGRAMS[of], { mode })));
}

const saidOf = async (resources: readonly PackResource[]) =>
    (await runPack(resources)).map(({ policy, level, resource }) => [policy, level, resource]);

describe("what goes wrong with a service's rights is told, each by the policies for it", () => {
    for (const threat of THREATS) {
        const { name, of, mode = "update", before, change, says, offers, remains = [] } = threat;
        const policies = says.map(([policy]) => policy).join(", ");
        it(`${of}, ${mode}: somebody ${name}: ${policies}`, async () => {
            const right = await resourcesOf(threat);
            assert.deepEqual(before ? await saidOf(right) : [], [], "all is right before");
            const reports = await runPack(change(right));
            assert.deepEqual(
                reports.map(({ policy, level, resource }) => [policy, level, resource]),
                says,
            );
            const written = reports.flatMap((report, index) => followPrinted(report, index) ?? []);
            assert.equal(written.length > 0 ? "statement" : "words", offers);
            const after = await saidOf(chain(change, ...written)(right));
            assert.deepEqual(after, offers === "words" ? says : remains);
        });
    }

    it("is a table in which each policy on access is needed three times at least", () => {
        const named = THREATS.flatMap(({ says }) => [...new Set(says.map(([policy]) => policy))]);
        const count = (policy: string) => named.filter((one) => one === policy).length;
        assert.deepEqual(
            ON_ACCESS.filter((policy) => count(policy) < 3),
            [],
        );
    });
});
