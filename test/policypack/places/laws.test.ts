import * as fc from "fast-check";
import assert from "node:assert/strict";
import { findPlaintextSecrets, type PlaintextReading, UNKNOWN_PART } from "../../../core";
import { listAppPlaintext, listBranchPlaintext } from "../../../policypack/places/amplify";
import { listSettingsPlaintext } from "../../../policypack/places/beanstalk-settings";
import {
    listEventTargetPlaintext,
    listSchedulePlaintext,
} from "../../../policypack/places/event-target";
import {
    listConnectionPlaintext,
    listJobPlaintext,
    listTriggerPlaintext,
} from "../../../policypack/places/glue";
import { listParameterPlaintext } from "../../../policypack/places/parameter";
import { listStateMachinePlaintext } from "../../../policypack/places/state-machine";
import type { Properties } from "../../../policypack/plaintext/define-policy";

const VALUE = "made-up-value-4711";

type Lister = (props: Properties, urn: string) => PlaintextReading;

/** Each lister, and the properties that it reads. */
const LISTERS: Readonly<Record<string, [list: Lister, ...properties: string[]]>> = {
    "an Amplify app": [
        listAppPlaintext,
        "environmentVariables",
        "buildSpec",
        "autoBranchCreationConfig",
    ],
    "an Amplify branch": [listBranchPlaintext, "environmentVariables"],
    "settings of Elastic Beanstalk": [listSettingsPlaintext, "settings"],
    "an event target": [
        listEventTargetPlaintext,
        "input",
        "inputTransformer",
        "httpTarget",
        "ecsTarget",
        "sagemakerPipelineTarget",
    ],
    "a Glue connection": [listConnectionPlaintext, "connectionProperties", "athenaProperties"],
    "a Glue job": [listJobPlaintext, "defaultArguments", "nonOverridableArguments"],
    "a Glue trigger": [listTriggerPlaintext, "actions"],
    "a parameter": [listParameterPlaintext, "name", "type", "value", "valueWo", "insecureValue"],
    "a schedule": [listSchedulePlaintext, "target"],
    "a state machine": [listStateMachinePlaintext, "definition"],
};

const URN = "urn:pulumi:dev::project::aws:ssm/parameter:Parameter::task";

/** What stands as a value: the secret, alone or in a longer text, what is not known, and others. */
const leaf = fc.oneof(
    fc.constantFrom(
        VALUE,
        `postgres://app:${VALUE}@db.example/app`,
        `--password ${VALUE}\nTOKEN=${VALUE}`,
        `{"password":"${VALUE}","x":${UNKNOWN_PART}`,
        `{"password":"${VALUE}","Environment":[{"Name":"TOKEN","Value":"${VALUE}"}]}`,
        UNKNOWN_PART,
        `${UNKNOWN_PART}${VALUE}`,
        "{%",
        "$.",
    ),
    fc.constantFrom(null, undefined, 0, true, "String", "\uD800", "__proto__"),
    fc.string(),
);

const key = fc.oneof(
    fc.constantFrom(
        "value",
        "arguments",
        "environmentVariables",
        "headerParameters",
        "input",
        "inputTemplate",
        "password",
        "PASSWORD",
        "--conf",
        "__proto__",
        "constructor",
    ),
    fc.string(),
);

const { any } = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        leaf,
        fc.array(tie("any"), { maxLength: 4 }),
        fc.dictionary(key, tie("any"), { maxKeys: 4 }),
        fc.dictionary(key, tie("any"), { maxKeys: 4 }).map((object) => JSON.stringify(object)),
    ),
}));

describe("the lister of", () => {
    it("a Glue job reads an argument of 200,000 texts", () => {
        const texts = Array.from({ length: 200_000 }, () => ({ password: VALUE }));
        const props = { defaultArguments: { "--config": JSON.stringify(texts) } };
        assert.equal(listJobPlaintext(props).plaintext.length, texts.length);
    });

    for (const [what, [list, ...properties]] of Object.entries(LISTERS)) {
        const resources = fc.record(Object.fromEntries(properties.map((name) => [name, any])), {
            requiredKeys: [],
        });

        it(`${what} throws for no properties, and no message of it holds a value`, () => {
            fc.assert(
                fc.property(resources, (props) => {
                    const named = what === "a parameter" ? { ...props, name: "/web/db" } : props;
                    const { plaintext, findings } = list(named, URN);
                    for (const { path, reason, remedy } of [
                        ...findPlaintextSecrets(plaintext),
                        ...findings,
                    ]) {
                        assert.ok(!`${path} ${reason} ${remedy}`.includes(VALUE));
                    }
                }),
                { numRuns: 500 },
            );
        });

        it(`${what} does not pass over properties that are not known yet`, () => {
            for (const name of properties) {
                const known =
                    what === "a parameter" ? { name: "/db/password", type: "String" } : {};
                const { plaintext, findings } = list({ ...known, [name]: UNKNOWN_PART }, URN);
                const found = [...findPlaintextSecrets(plaintext), ...findings];
                assert.equal(found.length > 0, name !== "name", name);
            }
        });
    }
});
