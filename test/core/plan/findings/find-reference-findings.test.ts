import assert from "node:assert/strict";
import { DEFERRED, findReferenceFindings, parseValueFrom, type Finding } from "../../../../core";

const at = (path: string, reason: string, remedy: string): Finding => ({ path, reason, remedy });
const own = { db: {}, kept: { store: "ssm" }, other: { store: DEFERRED } } as const;
const find = (reference: unknown, secrets: typeof own | Record<string, never> = own) =>
    findReferenceFindings({ A: reference as string }, secrets, "containers.web.secrets");
const A = "containers.web.secrets.A";
const whole = (part: string) =>
    at(
        `${A}.${part}`,
        "cannot be used with a parameter: Amazon ECS injects it whole",
        `Remove ${part}, or keep the secret in store secretsmanager.`,
    );
const colon = (part: string) =>
    at(
        `${A}.${part}`,
        "holds a colon, which ends the field in a reference",
        "Name one without a colon.",
    );
const empty = (part: string) => at(`${A}.${part}`, "is empty", `Leave ${part} out, or fill it.`);

describe("findReferenceFindings finds", () => {
    const rows: [string, unknown, Finding[]][] = [
        ["nothing in a secret of the service", { secret: "db" }, []],
        [
            "nothing in a JSON key and a stage",
            { secret: "db", jsonKey: "a b", versionStage: "AWSPREVIOUS" },
            [],
        ],
        ["nothing in a version id", { secret: "db", versionId: "1" }, []],
        ["nothing in parts that are undefined", { secret: "kept", jsonKey: undefined }, []],
        [
            "nothing in a part of a secret whose store is an Output",
            { secret: "other", jsonKey: "k" },
            [],
        ],
        ["nothing in an Output", DEFERRED, []],
        ["nothing in the name of a parameter", "legacy", []],
        [
            "the name of a parameter that is a key of secrets, which is what was meant",
            "db",
            [
                at(
                    A,
                    "names a parameter, and there is a key of secrets of that name",
                    `Write { secret: "db" } for the secret, or the parameter's ARN.`,
                ),
            ],
        ],
        [
            "a secret itself in the place of a reference, and does not show it",
            `ghp_${"a1B2".repeat(9)}`,
            [
                at(
                    A,
                    "is plaintext, and no reference: its value is a GitHub token",
                    "Keep it in the component's secrets, and refer to it by { secret: key }.",
                ),
            ],
        ],
        [
            "a key that the service's secrets lack, which it shows: a key is a name",
            { secret: "nope" },
            [
                at(
                    `${A}.secret`,
                    "names no key of the service's secrets",
                    "Use a key of secrets (db, kept, other), or add it there.",
                ),
            ],
        ],
        [
            "a key that only the prototype has",
            { secret: "constructor" },
            [
                at(
                    `${A}.secret`,
                    "names no key of the service's secrets",
                    "Use a key of secrets (db, kept, other), or add it there.",
                ),
            ],
        ],
        ["a JSON key of a parameter", { secret: "kept", jsonKey: "k" }, [whole("jsonKey")]],
        [
            "every part of a parameter",
            { secret: "kept", jsonKey: "k", versionStage: "s", versionId: "i" },
            [whole("jsonKey"), whole("versionStage"), whole("versionId")],
        ],
        [
            "a stage together with an id",
            { secret: "db", versionStage: "s", versionId: "i" },
            [
                at(
                    `${A}.versionId`,
                    "cannot be given together with versionStage",
                    "Give one of the two.",
                ),
            ],
        ],
        ["a JSON key with a colon", { secret: "db", jsonKey: "a:b" }, [colon("jsonKey")]],
        ["an empty JSON key", { secret: "db", jsonKey: "" }, [empty("jsonKey")]],
        [
            "a stage with a colon and an empty id",
            { secret: "db", versionStage: "a:b", versionId: "" },
            [
                colon("versionStage"),
                empty("versionId"),
                at(
                    `${A}.versionId`,
                    "cannot be given together with versionStage",
                    "Give one of the two.",
                ),
            ],
        ],
    ];
    for (const [name, reference, findings] of rows) {
        it(name, () => assert.deepEqual(find(reference), findings));
    }

    it("that there is no secret to name", () => {
        assert.equal(
            find({ secret: "db" }, {})[0].remedy,
            "Use a key of secrets (none so far), or add it there.",
        );
    });

    it("what parseValueFrom finds, at the place of the reference", () => {
        for (const text of ["", "a b", "x:3", "arn:x"]) {
            assert.deepEqual(find(text), [{ path: A, ...parseValueFrom(text).problem }]);
        }
    });
});
