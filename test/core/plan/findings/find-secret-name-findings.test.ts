import { DEFERRED, inlineSecretKey, listInlineSecrets, RESOURCE } from "../../../../core";
import assert from "node:assert/strict";
import { container, owning, RIGHT, service } from "../fixtures";
import { itFinds, type Row } from "./rows";

const value = DEFERRED;
const NO_NAME = "is no secret name (letters, digits and / _ + = . @ -)";
const NAMES = "gives the secret a name that may hold letters, digits, _ . and - alone";
const RENAME = "Rename it, or give the secret a name.";
const ONE = "Rename one of the two, or refer to one by { secret: key }.";
const web = "containers.web";

describe("findServiceFindings, of the names of secrets, finds", () => {
    const rows: Row[] = [
        ["nothing in a prefix", owning({ value, namePrefix: "web/db-" })],
        ["nothing in five characters after a hyphen", owning({ value, name: "web-abcde" })],
        [
            "nothing in a parameter that ends as a secret would",
            owning({ value, store: "ssm", name: "/web-abcdef" }),
        ],
        [
            "nothing in a prefix that ends so, for more follows",
            owning({ value, namePrefix: "web-abcdef" }),
        ],
        [
            "a name that ends as the ARNs of secrets do",
            owning({ value, name: "web-secret" }),
            [
                "secrets.s.name",
                "ends in a hyphen and six characters, as the ARNs of secrets do: its partial ARN could be taken for the complete one of another secret",
                "Name it otherwise.",
            ],
        ],
        [
            "a name and a prefix",
            owning({ value, name: DEFERRED, namePrefix: DEFERRED }),
            ["secrets.s.namePrefix", "cannot be given together with name", "Give one of the two."],
        ],
        [
            "a prefix that is no name",
            owning({ value, namePrefix: "a b" }),
            ["secrets.s.namePrefix", NO_NAME, "Name it otherwise."],
        ],
        [
            "an empty prefix",
            owning({ value, namePrefix: "" }),
            ["secrets.s.namePrefix", NO_NAME, "Name it otherwise."],
        ],
        [
            "a key without a single character",
            service({ secrets: { ...RIGHT.secrets, "": { value } } }),
            ["secrets", "has a secret without a key", "Give it a key, which containers refer to."],
        ],
        [
            "a key that no name can be made of",
            service({ secrets: { ...RIGHT.secrets, "a b": { value } } }),
            ["secrets.a b", NAMES, RENAME],
        ],
        [
            "nothing in such a key whose secret has a name",
            service({
                secrets: {
                    ...RIGHT.secrets,
                    ...{ "a b": { value, name: "ab" }, "c d": { value, namePrefix: DEFERRED } },
                    ...{ "e f": { arn: DEFERRED } },
                },
            }),
        ],
        [
            "a variable that no name can be made of, where its secret is new",
            container({ secrets: { "A B": { value }, "C D": "/c" } }),
            [`${web}.secrets.A B`, NAMES, RENAME],
        ],
        [
            "nothing in a new secret in every place",
            container({
                secrets: { A: { value }, B: { generate: {} } },
                repositoryCredentials: { external: {} },
            }),
        ],
        [
            "a new secret whose key another one has",
            service({
                secrets: { ...RIGHT.secrets, "web-A": { value } },
                containers: { web: { ...RIGHT.containers.web, secrets: { A: { value } } } },
            }),
            [`${web}.secrets.A`, "would have the key web-A, which secrets.web-A has already", ONE],
        ],
        [
            "new secrets with the same key, the second of the two",
            service({
                containers: {
                    "web-a": { image: "i", memory: 1, secrets: { B: { value } } },
                    web: { image: "i", memory: 1, secrets: { "a-B": { value } } },
                },
            }),
            [
                `${web}.secrets.a-B`,
                "would have the key web-a-B, which containers.web-a.secrets.B has already",
                ONE,
            ],
        ],
        [
            "a new secret with the name of another one",
            container({ secrets: { A: { value, name: "/web/db", store: "ssm" } } }),
            [
                "secrets.database.name",
                "is the name of containers.web.secrets.A already, in the same store",
                "Name one of the two otherwise.",
            ],
        ],
        [
            "what is wrong with a new secret",
            container({ secrets: { A: { value: "", tier: "Standard", colour: 1 } } }),
            [
                `${web}.secrets.A.colour`,
                "is no known property",
                "Remove it, or use one of: arn, description, external, generate, jsonValue, kmsKeyId, name, namePrefix, recoveryWindowInDays, replicas, rotation, store, tags, tier, value.",
            ],
            [
                `${web}.secrets.A.tier`,
                "cannot be used with a secret: only parameters have a tier",
                "Remove it, or keep the secret in store ssm.",
            ],
            [
                `${web}.secrets.A.value`,
                "is empty",
                "Give the value, for example config.requireSecret(…).",
            ],
        ],
    ];
    itFinds(rows);
});

describe("listInlineSecrets", () => {
    it("lists the new secrets with the keys that they are known by", () => {
        const secret = { value };
        const options = { secretOptions: { "splunk-token": secret, other: RESOURCE } } as const;
        const inline = listInlineSecrets({
            containers: {
                web: {
                    secrets: { A: secret, B: "/b", C: { secret: "c" }, D: DEFERRED },
                    jsonSecrets: [{ secret: "c", keys: {} }],
                    repositoryCredentials: secret,
                    logConfiguration: options,
                },
            },
            serviceConnectConfiguration: { logConfiguration: options },
        } as Parameters<typeof listInlineSecrets>[0]);
        const log = "logConfiguration.secretOptions.splunk-token";
        assert.deepEqual(inline, [
            { key: "web-A", path: "containers.web.secrets.A", secret },
            { key: "web-splunk-token", path: `containers.web.${log}`, secret },
            {
                key: "web-repositoryCredentials",
                path: "containers.web.repositoryCredentials",
                secret,
            },
            {
                key: "serviceConnect-splunk-token",
                path: `serviceConnectConfiguration.${log}`,
                secret,
            },
        ]);
        assert.equal(inlineSecretKey("web", "A"), "web-A");
    });
});
