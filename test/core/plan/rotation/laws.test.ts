import assert from "node:assert/strict";
import fc from "fast-check";
import { secretBehind, type SecretReference } from "../../../../core";
import {
    countRotationRules,
    findPatternFindings,
    MAX_PATTERN_LENGTH,
    planRotationPatterns,
    type RotationEntry,
} from "../../../../core/plan/rotation";
import { LOCATION, parameterArn, secretArn } from "../fixtures";
import { isMatch, labelUpdated, parameterChange, type TestEvent } from "./event-matcher";

/** A reference, and the events that tell that what it names has changed. */
interface Watched {
    readonly reference: SecretReference;
    readonly events: readonly TestEvent[];
}

const SUFFIX = "-Zz9Yy8";
const secretNames = fc.oneof(
    fc.stringMatching(/^[a-z]{1,8}(\/[a-z0-9]{1,60}){0,3}$/),
    fc.constantFrom("db", "db-re", "db-replica", "api"),
);
const stages = fc.constantFrom(undefined, "AWSCURRENT", "AWSPREVIOUS", "live");
const secrets: fc.Arbitrary<Watched> = fc
    .tuple(secretNames, stages, fc.boolean())
    .map(([name, versionStage, isPartial]) => {
        const complete = secretArn(name + SUFFIX);
        const label = versionStage === "live" ? "live" : "AWSCURRENT";
        return {
            reference: {
                store: "secretsmanager",
                arn: isPartial ? secretArn(name) : complete,
                ...(versionStage !== undefined && { versionStage }),
            },
            events: [labelUpdated(complete, label)],
        };
    });
const names = fc.oneof(
    fc.stringMatching(/^(\/[a-z0-9]{1,60}){1,6}$/),
    fc.stringMatching(/^[a-z0-9]{1,40}$/),
    fc.constantFrom("x", "/x", "/x/y"),
);
const parameters: fc.Arbitrary<Watched> = fc.tuple(names, fc.boolean()).map(([given, isByArn]) => {
    const path = given.replace(/^\//, "");
    const isAmbiguous = isByArn && !path.includes("/");
    return {
        reference: isByArn
            ? { store: "ssm", name: isAmbiguous ? path : given, arn: parameterArn(path) }
            : { store: "ssm", name: given },
        events: (isAmbiguous ? [path, `/${path}`] : [given]).map((name) => parameterChange(name)),
    };
});
const throughParameters: fc.Arbitrary<Watched> = secretNames.map((name) => ({
    reference: { store: "ssm", name: `/aws/reference/secretsmanager/${name}` },
    events: [labelUpdated(secretArn(name + SUFFIX))],
}));
const watched = fc.array(fc.oneof(secrets, parameters, throughParameters), {
    maxLength: 60,
    size: "max",
});

/** What counts for a reference that is known. */
const entryOf = (reference: SecretReference): RotationEntry => {
    const one = secretBehind(reference, LOCATION) ?? reference;
    return one.store === "ssm"
        ? { store: "ssm", length: one.name.length }
        : { store: "secretsmanager", label: one.versionStage, length: one.arn.length };
};

const entriesOf = (list: readonly Watched[]) => list.map(({ reference }) => entryOf(reference));
const referencesOf = (list: readonly Watched[]) => list.map(({ reference }) => reference);

/** What is assumed of some references: lengths that are not shorter, and entries that fall away. */
const assumptions = watched.chain((list) =>
    fc
        .tuple(
            fc.array(fc.nat(120), { minLength: list.length, maxLength: list.length }),
            fc.oneof(fc.constant([]), watched),
        )
        .map(([margins, others]) => {
            const entries = entriesOf(list).map((entry, index): RotationEntry => ({
                ...entry,
                length: entry.length + margins[index],
            }));
            return { list, count: countRotationRules([...entries, ...entriesOf(others)]) };
        }),
);

describe("the event patterns, for lengths that are not over the assumed ones,", () => {
    it("are exactly as many as were counted, each within the quota and of one store", () => {
        fc.assert(
            fc.property(assumptions, ({ list, count }) => {
                const patterns = planRotationPatterns(referencesOf(list), LOCATION, count);
                assert.equal(patterns.length, count);
                assert.deepEqual(findPatternFindings(patterns, count, "redeployOnRotation"), []);
                for (const pattern of patterns) {
                    assert.ok(pattern.length <= MAX_PATTERN_LENGTH);
                    const { source } = JSON.parse(pattern) as { source: string[] };
                    assert.equal(source.length, 1);
                }
            }),
            { numRuns: 500 },
        );
    });

    it("match each event of each reference exactly once", () => {
        fc.assert(
            fc.property(assumptions, ({ list, count }) => {
                const patterns = planRotationPatterns(referencesOf(list), LOCATION, count);
                for (const event of list.flatMap(({ events }) => events)) {
                    const matching = patterns.filter((pattern) => isMatch(pattern, event));
                    assert.equal(matching.length, 1, JSON.stringify(event));
                }
            }),
            { numRuns: 500 },
        );
    });

    it("match no other label, operation, secret or parameter", () => {
        fc.assert(
            fc.property(assumptions, ({ list, count }) => {
                const patterns = planRotationPatterns(referencesOf(list), LOCATION, count);
                const others = list
                    .flatMap(({ events }) => events)
                    .flatMap(({ source, resources, detail }) =>
                        source === "aws.ssm"
                            ? ["Create", "Delete", "LabelParameterVersion"].map((operation) =>
                                  parameterChange(detail.name, operation),
                              )
                            : [labelUpdated(resources[0], "AWSPENDING")],
                    );
                others.push(labelUpdated(secretArn("UNSEEN-AbCdEf")), parameterChange("/UNSEEN"));
                for (const event of others) {
                    assert.ok(!patterns.some((pattern) => isMatch(pattern, event)));
                }
            }),
        );
    });
});

describe("the event patterns, whatever is injected,", () => {
    it("are the same bytes in every order of the references", () => {
        const shuffled = watched.chain((list) =>
            fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        );
        fc.assert(
            fc.property(shuffled, fc.nat(6), ([list, other], count) => {
                assert.deepEqual(
                    planRotationPatterns(referencesOf(other), LOCATION, count),
                    planRotationPatterns(referencesOf(list), LOCATION, count),
                );
            }),
            { numRuns: 500 },
        );
    });

    it("are found to be too many whenever there are more than rules", () => {
        fc.assert(
            fc.property(watched, fc.nat(3), (list, count) => {
                const patterns = planRotationPatterns(referencesOf(list), LOCATION, count);
                const findings = findPatternFindings(patterns, count, "redeployOnRotation");
                assert.equal(findings.length, patterns.length > count ? 1 : 0);
                assert.ok(patterns.length >= count);
            }),
        );
    });
});
