import assert from "node:assert/strict";
import fc from "fast-check";
import {
    parseArn,
    planContainerDefinitions,
    planExecutionRolePolicy,
    renderContainerDefinitions,
    renderValueFrom,
    type ResolvedContainer,
} from "../../../core";
import {
    injectedSecrets,
    locations,
    names,
    reorderings,
    secretReferences,
} from "../../support/arbitraries";

const RECORD = { noNullPrototype: true } as const;

describe("planContainerDefinitions, whatever is given,", () => {
    it("is rendered to the same bytes in every order of the args", () => {
        const rendered = fc.dictionary(names, secretReferences.map(renderValueFrom), {
            ...RECORD,
            maxKeys: 3,
        });
        const resolved: fc.Arbitrary<ResolvedContainer> = fc.record(
            {
                image: fc.constant("httpd"),
                environment: fc.dictionary(names, fc.string(), { ...RECORD, maxKeys: 4 }),
                secrets: rendered,
                logConfiguration: fc.record(
                    { logDriver: fc.constant("splunk"), secretOptions: rendered },
                    RECORD,
                ),
            },
            { ...RECORD, requiredKeys: ["image"] },
        );
        const containers = fc.dictionary(names, resolved, { ...RECORD, maxKeys: 3 });
        const render = (args: Record<string, ResolvedContainer>) =>
            renderContainerDefinitions(planContainerDefinitions(args));
        fc.assert(
            fc.property(
                containers.chain((args) => fc.tuple(fc.constant(args), reorderings(args))),
                ([args, other]) => assert.equal(render(other), render(args)),
            ),
        );
    });
});

describe("planExecutionRolePolicy, whatever is injected,", () => {
    const injected = fc.array(injectedSecrets, { maxLength: 8 });

    it("names exactly the injected ARNs, each once, sorted, and nothing wider", () => {
        fc.assert(
            fc.property(injected, locations, (secrets, location) => {
                const { Statement } = planExecutionRolePolicy(secrets, location);
                const read = Statement.filter(({ Action }) => Action !== "kms:Decrypt");
                // Written here anew, from what AWS says of ARNs, not with the code under test.
                const bases = secrets.map(({ reference }) =>
                    reference.store === "secretsmanager"
                        ? reference.arn.split(":").slice(0, 7).join(":")
                        : (reference.arn ??
                          `arn:${location.partition}:ssm:${location.region}:${location.account}:parameter/${reference.name.replace(/^\//, "")}`),
                );
                assert.deepEqual(
                    read.flatMap(({ Resource }) => Resource).sort(),
                    [...new Set(bases)].sort(),
                );
                for (const { Resource } of Statement) {
                    assert.deepEqual(Resource, [...new Set(Resource)].sort());
                    assert.ok(Resource.every((arn) => parseArn(arn) && !/[*?]/.test(arn)));
                }
            }),
        );
    });

    it("allows decrypting with exactly the keys, for exactly the secrets they encrypt", () => {
        fc.assert(
            fc.property(injected, locations, (secrets, location) => {
                const { Statement } = planExecutionRolePolicy(secrets, location);
                const pairs = Statement.filter(({ Action }) => Action === "kms:Decrypt").flatMap(
                    ({ Resource, Condition }) =>
                        Object.entries(Condition?.StringEquals ?? {})
                            .filter(([key]) => key.startsWith("kms:EncryptionContext:"))
                            .flatMap(([, arns]) => arns.map((arn) => `${Resource.join()} ${arn}`)),
                );
                const one = (secret: (typeof secrets)[number]) =>
                    planExecutionRolePolicy([secret], location).Statement[0].Resource[0];
                const expected = secrets.flatMap((secret) =>
                    secret.kmsKeyArn === undefined ? [] : [`${secret.kmsKeyArn} ${one(secret)}`],
                );
                assert.deepEqual(pairs.sort(), [...new Set(expected)].sort());
            }),
        );
    });

    it("is the same in every order, and its Sids are all different", () => {
        fc.assert(
            fc.property(
                injected.chain((list) =>
                    fc.tuple(
                        fc.constant(list),
                        fc.shuffledSubarray(list, { minLength: list.length }),
                    ),
                ),
                locations,
                ([secrets, shuffled], location) => {
                    const policy = planExecutionRolePolicy(secrets, location);
                    assert.equal(
                        JSON.stringify(planExecutionRolePolicy(shuffled, location)),
                        JSON.stringify(policy),
                    );
                    const sids = policy.Statement.map(({ Sid }) => Sid);
                    assert.equal(new Set(sids).size, sids.length);
                },
            ),
        );
    });
});
