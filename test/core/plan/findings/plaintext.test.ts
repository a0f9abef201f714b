import assert from "node:assert/strict";
import {
    findPlaintextFinding,
    secretFieldFinding,
    secretPlaintextFinding,
    type Finding,
} from "../../../../core";

const SHOWS = "plaintext shows to everybody who may describe the task definition.";

describe("findPlaintextFinding finds", () => {
    const rows: [string, string, string | undefined, string | undefined][] = [
        ["a sensitive name", "DB_PASSWORD", "canary-0000", "its name reads as a password"],
        [
            "a sensitive name without its value",
            "DB_PASSWORD",
            undefined,
            "its name reads as a password",
        ],
        [
            "a URL with a password, whatever its name",
            "CACHE",
            "redis://u:canary-0000@h",
            "its value is a URL that carries a password",
        ],
        ["nothing in a harmless name", "LOG_LEVEL", "info", undefined],
        ["nothing in a name that points to a store", "DB_PASSWORD", "/run/secrets/db", undefined],
    ];
    for (const [name, variable, value, reason] of rows) {
        it(name, () => {
            const remedy = `Move it to the container's secrets: ${SHOWS}`;
            const expected: Finding[] =
                reason === undefined
                    ? []
                    : [{ path: "p", reason: `is plaintext: ${reason}`, remedy }];
            assert.deepEqual(findPlaintextFinding(variable, value, "p", "secrets"), expected);
        });
    }
});

describe("secretPlaintextFinding", () => {
    it("names the place where an option belongs", () => {
        assert.deepEqual(secretPlaintextFinding("p", "secretOptions"), {
            path: "p",
            reason: "is plaintext: its value is a Pulumi secret",
            remedy: `Move it to secretOptions: ${SHOWS}`,
        });
    });
});

describe("secretFieldFinding", () => {
    const COMMAND = `Inject it as a variable under the container's secrets, and let the command read the variable: ${SHOWS}`;
    const OTHER = `Give a value that is no Pulumi secret (pulumi.unsecret, if it is none in truth): ${SHOWS}`;
    for (const [field, remedy] of [
        ["command", COMMAND],
        ["entryPoint", COMMAND],
        ["healthCheck", COMMAND],
        ["image", OTHER],
        ["user", OTHER],
        ["portMappings", OTHER],
        ["logDriver", OTHER],
    ]) {
        it(`gives a remedy that can be followed in ${field}`, () => {
            assert.deepEqual(secretFieldFinding(`containers.web.${field}`, field), {
                path: `containers.web.${field}`,
                reason: "is plaintext: its value is a Pulumi secret",
                remedy,
            });
        });
    }
});
