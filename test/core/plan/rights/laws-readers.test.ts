import assert from "node:assert/strict";
import fc from "fast-check";
import {
    parseNamedPolicy,
    planCrossAccountPolicies,
    planExecutionRolePolicy,
    planReaders,
    type AccessRequest,
    type InjectedSecret,
    type RenderedStatement,
    type SecretUse,
} from "../../../../core";
import { evaluateKeyAccess } from "../../../support/key-access";
import { locations } from "../../../support/arbitraries";
import { injected, shuffles, uses } from "./arbitraries";
import { accessBy, requestsOf } from "./requests";

const RUNS = { numRuns: 500 };
const ROLE = "arn:aws:iam::123456789012:role/web-execution-role";
const LOCATION = { partition: "aws", region: "eu-west-1", account: "123456789012" };

/** What is read, taken from the places that use it. */
const groupUses = (list: readonly SecretUse[]) => ({
    secrets: list.flatMap(({ injected: one }) => ("reference" in one ? [one] : [])),
    environmentFiles: list.flatMap(({ injected: one }) => ("arn" in one ? [one] : [])),
});

const planned = fc.tuple(uses, locations).map(([list, location]) => {
    const { secrets, environmentFiles } = groupUses(list);
    return {
        list,
        readers: planReaders(list, location),
        statements: planExecutionRolePolicy(secrets, location, environmentFiles).Statement,
    };
});

/** Whether an ARN, or the pattern that stands for it, is in a list. */
const lists = (entries: readonly string[], arn: string) =>
    [arn, `${arn}-??????`, arn.replace(/-[A-Za-z0-9]{6}$/, "-??????")].some((text) =>
        entries.map((entry) => entry.replace(/\$\{([*?$])\}/g, "$1")).includes(text),
    );

const contextsOf = ({ Condition }: RenderedStatement) =>
    Object.values(Condition ?? {})
        .flatMap((tests) => Object.entries(tests))
        .flatMap(([key, values]) => (key.startsWith("kms:EncryptionContext:") ? values : []));

describe("planReaders, whatever is used,", () => {
    it("names statements of the policy for the same uses, which hold what is read", () => {
        fc.assert(
            fc.property(planned, ({ readers, statements }) => {
                for (const { secret, statement, decryptStatement } of readers) {
                    const read = statements.find(({ Sid }) => Sid === statement);
                    assert.ok(read && lists(read.Resource, secret), secret);
                    const decrypt = statements.find(({ Sid }) => Sid === decryptStatement);
                    assert.equal(decrypt === undefined, decryptStatement === undefined);
                    assert.ok(!decrypt || lists(contextsOf(decrypt), secret), secret);
                }
            }),
            RUNS,
        );
    });

    it("leaves no statement without a reader, but that which locates buckets", () => {
        fc.assert(
            fc.property(planned, ({ readers, statements }) => {
                const named = readers.flatMap(({ statement, decryptStatement }) => [
                    statement,
                    ...(decryptStatement === undefined ? [] : [decryptStatement]),
                ]);
                assert.deepEqual(
                    [...new Set(named)].sort(),
                    statements
                        .map(({ Sid }) => Sid)
                        .filter((sid) => sid !== "LocateEnvironmentFiles")
                        .sort(),
                );
            }),
            RUNS,
        );
    });

    it("has each use once, and once more where a secret is behind a parameter", () => {
        fc.assert(
            fc.property(planned, ({ list, readers }) => {
                const places = list.flatMap(({ container, target, name, injected: what }) => {
                    const place = [container ?? "", target, name].join(" ");
                    const isBehind =
                        "reference" in what &&
                        what.reference.store === "ssm" &&
                        what.reference.name.startsWith("/aws/reference/");
                    return isBehind ? [place, place] : [place];
                });
                assert.deepEqual(
                    readers
                        .map(({ container, target, name }) =>
                            [container ?? "", target, name].join(" "),
                        )
                        .sort(),
                    places.sort(),
                );
            }),
            RUNS,
        );
    });

    it("names a decrypt statement that names the key of the use", () => {
        const one = fc.tuple(injected, fc.array(injected, { maxLength: 5 }), locations);
        fc.assert(
            fc.property(one, ([secret, others, location]) => {
                const list = [secret, ...others].map((what, at) => ({
                    target: "secrets" as const,
                    name: at === 0 ? "THIS" : "OTHER",
                    injected: what,
                }));
                const { secrets } = groupUses(list);
                const { Statement } = planExecutionRolePolicy(secrets, location);
                const keys = planReaders(list, location)
                    .filter(({ name }) => name === "THIS")
                    .flatMap(({ decryptStatement }) => decryptStatement ?? [])
                    .flatMap((sid) => Statement.find(({ Sid }) => Sid === sid)?.Resource ?? []);
                assert.deepEqual(keys, secret.kmsKeyArn ? [secret.kmsKeyArn] : []);
            }),
            RUNS,
        );
    });

    it("is the same to the byte in every order", () => {
        const both = uses.chain((list) => fc.tuple(fc.constant(list), shuffles(list)));
        fc.assert(
            fc.property(both, locations, ([list, shuffled], location) => {
                assert.equal(
                    JSON.stringify(planReaders(shuffled, location)),
                    JSON.stringify(planReaders(list, location)),
                );
            }),
            RUNS,
        );
    });
});

describe("planCrossAccountPolicies, whatever is injected of another account,", () => {
    const foreign: fc.Arbitrary<InjectedSecret[]> = fc.uniqueArray(
        fc
            .tuple(fc.constantFrom("a", "web/b", "c"), fc.constantFrom("eu-west-1", "us-east-1"))
            .map(([name, region]): InjectedSecret => {
                const home = `${region}:210987654321`;
                const arn = `arn:aws:secretsmanager:${home}:secret:${name}-AbCdEf`;
                const kmsKeyArn = `arn:aws:kms:${home}:key/00000000-0000-0000-0000-000000000001`;
                return { reference: { store: "secretsmanager", arn }, kmsKeyArn };
            }),
        { selector: ({ reference }) => (reference.store === "ssm" ? "" : reference.arn) },
    );
    const ofRole = (asked: AccessRequest): AccessRequest => ({ ...asked, principalArn: ROLE });

    it("allows, together with the policy of the role, all that is read, and neither alone", () => {
        fc.assert(
            fc.property(foreign, (secrets) => {
                const role = planExecutionRolePolicy(secrets, LOCATION);
                const identity = [parseNamedPolicy("role", role)];
                const there = planCrossAccountPolicies(secrets, ROLE, LOCATION);
                for (const secret of secrets) {
                    const { reference } = secret;
                    const policies = there.find((one) => one.secret === reference.arn);
                    const key = { Version: "2012-10-17", Statement: policies?.keyPolicyStatement };
                    const documents = [policies?.secretPolicy, key];
                    // Across accounts AWS judges the policy of a secret as that of a key.
                    requestsOf(secret, LOCATION).forEach((asked, at) => {
                        const policy = parseNamedPolicy("there", documents[at]);
                        const answer = (own: typeof identity, theirs: typeof policy | "default") =>
                            evaluateKeyAccess(ofRole(asked), own, theirs).answer;
                        assert.equal(answer(identity, policy), "allowed");
                        assert.equal(answer([], policy), "denied");
                        assert.equal(answer(identity, "default"), "denied");
                    });
                }
                assert.ok(secrets.flatMap((s) => requestsOf(s, LOCATION)).every(accessBy([role])));
            }),
            RUNS,
        );
    });

    it("names every secret of another account once, sorted, and no other", () => {
        const some = fc.tuple(foreign, fc.array(injected, { maxLength: 5 }));
        fc.assert(
            fc.property(some, ([others, own]) => {
                const there = planCrossAccountPolicies([...own, ...others], ROLE, LOCATION);
                assert.deepEqual(
                    there.map(({ secret }) => secret),
                    others.map(({ reference }) => reference.arn).sort(),
                );
            }),
            RUNS,
        );
    });
});
