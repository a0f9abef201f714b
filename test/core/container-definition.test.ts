import assert from "node:assert/strict";
import fc from "fast-check";
import {
    listEnvironmentFiles,
    listInjections,
    listRepositoryCredentials,
    parseContainerDefinitions,
    renderContainerDefinitions,
} from "../../core";
import { containerDefinitions, reorderings } from "../support/arbitraries";

describe("renderContainerDefinitions", () => {
    it("sorts containers, keys, environment, secrets and secretOptions, and nothing else", () => {
        const json = renderContainerDefinitions([
            { name: "b", image: "i", command: ["z", "a"] },
            {
                secrets: [
                    { valueFrom: "/2", name: "S2" },
                    { valueFrom: "/1", name: "S1" },
                ],
                environment: [
                    { value: "y", name: "b" },
                    { value: "x", name: "B" },
                ],
                portMappings: [{ protocol: "tcp", containerPort: 80 }, { containerPort: 79 }],
                name: "a",
                logConfiguration: {
                    secretOptions: [
                        { valueFrom: "/t", name: "splunk-token" },
                        { valueFrom: "/c", name: "splunk-caname" },
                    ],
                    options: { z: "1", a: "2" },
                    logDriver: "splunk",
                },
                image: "i",
                cpu: undefined,
            },
        ]);
        assert.equal(
            json,
            '[{"environment":[{"name":"B","value":"x"},{"name":"b","value":"y"}],"image":"i",' +
                '"logConfiguration":{"logDriver":"splunk","options":{"a":"2","z":"1"},' +
                '"secretOptions":[{"name":"splunk-caname","valueFrom":"/c"},{"name":"splunk-token","valueFrom":"/t"}]},' +
                '"name":"a","portMappings":[{"containerPort":80,"protocol":"tcp"},{"containerPort":79}],' +
                '"secrets":[{"name":"S1","valueFrom":"/1"},{"name":"S2","valueFrom":"/2"}]},' +
                '{"command":["z","a"],"image":"i","name":"b"}]',
        );
    });

    it("gives the same bytes for every order of containers, entries and keys", () => {
        const both = containerDefinitions.chain((definitions) =>
            fc.tuple(
                fc.constant(definitions),
                fc
                    .shuffledSubarray(definitions, { minLength: definitions.length })
                    .map((list) =>
                        list.map((one) => ({
                            ...one,
                            ...(one.environment && {
                                environment: [...one.environment].reverse(),
                            }),
                            ...(one.secrets && { secrets: [...one.secrets].reverse() }),
                        })),
                    )
                    .chain((list) =>
                        fc.tuple(...list.map((definition) => reorderings(definition))),
                    ),
            ),
        );
        fc.assert(
            fc.property(both, ([given, other]) => {
                assert.equal(renderContainerDefinitions(other), renderContainerDefinitions(given));
            }),
        );
    });

    it("leaves its argument as it was", () => {
        fc.assert(
            fc.property(containerDefinitions, (definitions) => {
                const reversed = [...definitions].reverse();
                const before = structuredClone(reversed);
                renderContainerDefinitions(reversed);
                assert.deepEqual(reversed, before);
            }),
        );
    });
});

describe("listInjections", () => {
    it("lists secrets, then secretOptions, container by container, and no plain variable", () => {
        const injections = listInjections([
            { name: "b", image: "i", environment: [{ name: "A", value: "x" }] },
            {
                name: "a",
                image: "i",
                secrets: [{ name: "S", valueFrom: "/s" }],
                logConfiguration: {
                    logDriver: "splunk",
                    options: { "splunk-url": "https://splunk.example" },
                    secretOptions: [{ name: "splunk-token", valueFrom: "/t" }],
                },
            },
        ]);
        assert.deepEqual(injections, [
            { container: "a", target: "secrets", name: "S", valueFrom: "/s" },
            { container: "a", target: "secretOptions", name: "splunk-token", valueFrom: "/t" },
        ]);
    });
});

describe("listEnvironmentFiles and listRepositoryCredentials", () => {
    const list = (definitions: object[]) => {
        const parsed = parseContainerDefinitions(JSON.stringify(definitions)).definitions;
        return [listEnvironmentFiles(parsed), listRepositoryCredentials(parsed)];
    };

    it("list them container by container, in their order", () => {
        const b = { value: "arn:aws:s3:::b/b.env", type: "s3" };
        const a = { value: "arn:aws:s3:::b/a.env", type: "s3" };
        assert.deepEqual(
            list([
                { name: "y", environmentFiles: [b, a] },
                { name: "x", repositoryCredentials: { credentialsParameter: "arn:c" } },
                { name: "w", environmentFiles: [], repositoryCredentials: {} },
            ]),
            [
                [
                    { container: "y", value: "arn:aws:s3:::b/b.env" },
                    { container: "y", value: "arn:aws:s3:::b/a.env" },
                ],
                [{ container: "x", credentialsParameter: "arn:c" }],
            ],
        );
    });

    it("leave out what cannot be read", () => {
        const wrong = [null, 1, "x", {}, { value: 1, credentialsParameter: 1 }, []];
        for (const one of wrong) {
            const definition = { name: "x", environmentFiles: [one], repositoryCredentials: one };
            assert.deepEqual(list([definition, { name: "y", environmentFiles: one }]), [[], []]);
        }
    });
});
