import assert from "node:assert/strict";
import { findPlaintextSecrets, UNKNOWN_PART, type NameRules, type Plaintext } from "../../../core";

const VALUE = "canary-0000";
const NAMED = "its name reads as a token";

const variable = (name: string, value: string | undefined): Plaintext => ({
    place: "environment",
    path: "environment",
    name,
    value,
    remedy: "Move it.",
});

describe("findPlaintextSecrets", () => {
    const rows: [name: string, plaintext: Plaintext, rules: NameRules, said: string[]][] = [
        [
            "is certain of a token",
            variable("API_TOKEN", VALUE),
            {},
            [`certain environment API_TOKEN is plaintext: ${NAMED}`],
        ],
        ["finds nothing in an ordinary name", variable("API_HOST", VALUE), {}, []],
        [
            "leaves a value open that is not known",
            variable("API_TOKEN", undefined),
            {},
            [
                `undetermined environment API_TOKEN is undetermined: ${NAMED}, and its value is not known yet`,
            ],
        ],
        [
            "leaves a value open of which a part is not known",
            variable("API_TOKEN", `${UNKNOWN_PART}/token`),
            {},
            [
                `undetermined environment API_TOKEN is undetermined: ${NAMED}, and its value is not known yet`,
            ],
        ],
        [
            "leaves a name open that may go on: API_TOKEN_TTL is no token",
            variable(`API_TOKEN_${UNKNOWN_PART}`, VALUE),
            {},
            [
                `undetermined environment API_TOKEN_<not known yet> is undetermined: ${NAMED}, and a part of that is not known yet`,
            ],
        ],
        [
            "is certain of a value, whatever its name will be",
            variable(`A_${UNKNOWN_PART}`, `postgres://app:${VALUE}@db/app`),
            {},
            [
                "certain environment A_<not known yet> is plaintext: its value is a URL that carries a password",
            ],
        ],
        ["lets an allowed name be", variable("API_TOKEN", VALUE), { allow: ["API_*"] }, []],
        [
            "takes deny before allow",
            variable("API_HOST", VALUE),
            { allow: ["*"], deny: ["API_HOS?"] },
            ["certain environment API_HOST is plaintext: its name is one that deny tells of"],
        ],
    ];
    for (const [name, plaintext, rules, said] of rows) {
        it(name, () => {
            const found = findPlaintextSecrets([plaintext], rules);
            assert.deepEqual(
                found.map(({ certainty, path, reason }) => `${certainty} ${path} ${reason}`),
                said,
            );
        });
    }
});
