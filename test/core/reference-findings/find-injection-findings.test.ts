import assert from "node:assert/strict";
import fc from "fast-check";
import {
    findInjectionFindings,
    renderValueFrom,
    UNKNOWN_PART,
    type TaskPlace,
} from "../../../core";
import { secretReferences } from "../../support/arbitraries";

const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf";
const PARAMETER = "arn:aws:ssm:us-east-1:123456789012:parameter/web/db";
const HERE: TaskPlace = { partition: "aws", region: "us-east-1", account: "123456789012" };

const find = (container: object, place = HERE) =>
    findInjectionFindings(JSON.stringify([{ name: "web", image: "httpd", ...container }]), place);

const inject = (valueFrom: unknown, place = HERE) =>
    find({ secrets: [{ name: "DB", valueFrom }] }, place);

const named = (name: string, valueFrom: string) => ({ name, valueFrom });

describe("findInjectionFindings finds nothing in", () => {
    const valid: [string, string, TaskPlace?][] = [
        ["a secret", SECRET],
        ["a JSON key", `${SECRET}:key::`],
        ["a JSON key with a space", `${SECRET}:my key::`],
        ["a parameter's ARN", PARAMETER],
        ["a parameter's name", "/web/db"],
        ["a parameter whose name holds undefined in a longer word", "/web/undefined-x"],
        ["a secret of another account", SECRET.replace("123456789012", "210987654321")],
        [
            "a secret of another region, which its ARN says",
            SECRET.replace("us-east-1", "eu-west-1"),
        ],
        ["a parameter of another account where that of the role is not known", PARAMETER, {}],
        ["what is not known yet", UNKNOWN_PART],
        ["what is not known yet in part", `${UNKNOWN_PART}:key`],
        [
            "a password in the reference's place, of which others say so",
            "postgres://a:made-up-4711@db",
        ],
    ];
    for (const [name, valueFrom, place] of valid) {
        it(name, () => assert.deepEqual(inject(valueFrom, place), []));
    }

    it("what renderValueFrom writes, but for partial ARNs", () => {
        const rest = secretReferences.filter(
            ({ arn }) => arn === undefined || !/secret:.*(?<!-[A-Za-z0-9]{6})$/.test(arn),
        );
        fc.assert(
            fc.property(rest, (reference) => {
                // What reads as a placeholder is taken for one, in a JSON key as well.
                fc.pre(!/\s$|\$\{|\{\{|<[A-Za-z ]+>/.test(renderValueFrom(reference)));
                assert.deepEqual(inject(renderValueFrom(reference), {}), []);
            }),
        );
    });
});

describe("findInjectionFindings finds", () => {
    it("nothing that shows what stands in a reference's place, unless it is an ARN", () => {
        const mark = fc.stringMatching(/^[QXZ]{9}$/);
        const around = fc.constantFrom(
            ...[
                "# #",
                "#:3",
                "#//#",
                "arn:#",
                `${SECRET}:#`,
                `${SECRET}:#:#:#`,
                "${#}",
                "#:undefined",
            ],
            ...["[object #]", "{{#}}", ` #`, `alias/#`, `${SECRET}:#\${:a:b`],
        );
        const fields = fc.constantFrom<(value: string) => object>(
            (valueFrom) => ({ secrets: [{ name: "DB", valueFrom }] }),
            (valueFrom) => ({
                logConfiguration: {
                    logDriver: "splunk",
                    secretOptions: [{ name: "t", valueFrom }],
                },
            }),
            (credentialsParameter) => ({
                repositoryCredentials: { credentialsParameter: `${credentialsParameter}\n` },
            }),
            (value) => ({ environmentFiles: [{ value, type: "s3" }] }),
        );
        fc.assert(
            fc.property(mark, around, fields, (canary, form, field) => {
                const found = find(field(form.replaceAll("#", canary)));
                assert.ok(found.length > 0 && !JSON.stringify(found).includes(canary));
            }),
        );
    });

    it("of what is known the same, whatever else is hidden", () => {
        const texts = fc.constantFrom("", "x:3", SECRET, `${SECRET}:key`, "${a}", "/web/db");
        fc.assert(
            fc.property(fc.array(fc.tuple(texts, fc.boolean()), { maxLength: 5 }), (entries) => {
                const secrets = entries.map(([text], index) => named(`V${index}`, text));
                const shown = secrets.map((one, index) =>
                    entries[index][1] ? { ...one, valueFrom: UNKNOWN_PART } : one,
                );
                const kept = entries.flatMap(([, isHidden], i) => (isHidden ? [] : [`V${i}`]));
                assert.deepEqual(
                    find({ secrets: shown }),
                    find({ secrets }).filter(({ name }) => kept.includes(name)),
                );
            }),
        );
    });

    it("everything at once, in the order of containers, fields and names", () => {
        const bad = (...names: string[]) => names.map((name) => named(name, "x:3"));
        const web = {
            name: "web",
            secrets: bad("B", "A"),
            repositoryCredentials: { credentialsParameter: "a b" },
            logConfiguration: { logDriver: "splunk", secretOptions: bad("t") },
        };
        const json = JSON.stringify([web, { name: "app", secrets: bad("Z") }]);
        assert.deepEqual(
            findInjectionFindings(json, HERE).map((one) => [one.container, one.path, one.name]),
            [
                ["app", "secrets", "Z"],
                ["web", "logConfiguration.secretOptions", "t"],
                ["web", "repositoryCredentials.credentialsParameter", ""],
                ["web", "secrets", "A"],
                ["web", "secrets", "B"],
            ],
        );
    });

    it("the number of a container where its place in the list is not certain", () => {
        assert.deepEqual(
            findInjectionFindings(JSON.stringify([1, { name: "web", secrets: [{}] }]), {}).map(
                ({ container }) => container,
            ),
            ["number 2"],
        );
    });

    it("nothing of what cannot be read in a text that is not known to the end", () => {
        const json = JSON.stringify([{ name: "web", secrets: [UNKNOWN_PART] }]);
        assert.deepEqual(findInjectionFindings(json, {}), []);
    });

    it("something, nothing or a mistake in any JSON, and never throws", () => {
        const names = fc.constantFrom("name", "secrets", "valueFrom", "environmentFiles", "value");
        const { any } = fc.letrec<{ any: unknown }>((tie) => ({
            any: fc.oneof(
                { maxDepth: 5 },
                fc.string(),
                fc.constantFrom(null, 0, SECRET, "undefined", "__proto__"),
                fc.array(tie("any"), { maxLength: 3 }),
                fc.dictionary(names, tie("any"), { noNullPrototype: true }),
            ),
        }));
        fc.assert(
            fc.property(
                fc.oneof(
                    fc.json(),
                    fc.string(),
                    any.map((one) => JSON.stringify([one])),
                ),
                (json) => {
                    const found = findInjectionFindings(json, {});
                    assert.deepEqual(findInjectionFindings(json, {}), found);
                },
            ),
        );
    });
});
