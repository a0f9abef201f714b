import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MANAGED_POLICIES } from "../../core/iam";
import { main } from "../../scripts/managed-policies";

/** What AWS answers to `get-policy-version` while the entry is as new. */
function answerOf(name: string, change: object = {}, statements?: unknown): object {
    const entry = MANAGED_POLICIES.find(({ path }) => path.split("/").at(-1) === name);
    assert.ok(entry, name);
    return {
        PolicyVersion: {
            Document: { Version: "2012-10-17", Statement: statements ?? entry.statements },
            VersionId: entry.version,
            IsDefaultVersion: true,
            CreateDate: `${entry.date}T12:00:00+00:00`,
            ...change,
        },
    };
}

function run(args: readonly string[]): { exitCode: number; text: string } {
    const lines: string[] = [];
    const exitCode = main(args, (line) => lines.push(line));
    return { exitCode, text: lines.join("\n") };
}

describe("npm run managed-policies", () => {
    let folder: string;
    const save = (name: string, answer: unknown): string => {
        const file = join(folder, `${name}.json`);
        writeFileSync(file, typeof answer === "string" ? answer : JSON.stringify(answer));
        return file;
    };

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "ecs-secrets-managed-policies-"));
    });

    afterEach(() => {
        rmSync(folder, { recursive: true });
    });

    it("prints version, day, page and commands of an entry that is named", () => {
        const arn = "arn:aws:iam::aws:policy/SecretsManagerReadWrite";
        assert.deepEqual(run(["SecretsManagerReadWrite"]), {
            exitCode: 0,
            text: [
                "SecretsManagerReadWrite v6 2026-08-25",
                "    https://docs.aws.amazon.com/aws-managed-policy/latest/reference/SecretsManagerReadWrite.html",
                `    aws iam get-policy --policy-arn ${arn}`,
                `    aws iam get-policy-version --policy-arn ${arn} --version-id "$(aws iam get-policy --policy-arn ${arn} --query Policy.DefaultVersionId --output text)" --output json > SecretsManagerReadWrite.json`,
                "    npm run managed-policies -- --compare SecretsManagerReadWrite.json",
            ].join("\n"),
        });
    });

    it("says for which services an excerpt is complete", () => {
        assert.match(
            run(["ReadOnlyAccess"]).text,
            /^ReadOnlyAccess v190 2026-09-24, only kms, s3, secretsmanager, ssm\n/,
        );
    });

    it("prints every entry once where none is named", () => {
        const { exitCode, text } = run([]);
        assert.equal(exitCode, 0);
        for (const { path } of MANAGED_POLICIES) {
            const name = path.split("/").at(-1);
            assert.equal(text.split(`--compare ${name}.json`).length, 2, path);
        }
    });

    it("finds no difference where AWS's document is the recorded one", () => {
        for (const { path } of MANAGED_POLICIES) {
            const name = path.split("/").at(-1) ?? path;
            const { exitCode, text } = run(["--compare", save(name, answerOf(name))]);
            assert.deepEqual([exitCode, text.split(" is as ")[0]], [0, name]);
        }
    });

    const allow = { Effect: "Allow", Resource: "*" };
    const rows: [what: string, name: string, answer: () => object, differences: string[]][] = [
        [
            "a newer version",
            "AmazonSSMReadOnlyAccess",
            () =>
                answerOf("AmazonSSMReadOnlyAccess", {
                    VersionId: "v2",
                    CreateDate: "2027-01-02T03:04:05+00:00",
                }),
            [
                "the version of AWS is v2, the entry has v1",
                "the day of AWS is 2027-01-02, the entry has 2015-05-29",
            ],
        ],
        [
            "an action added and one removed",
            "AmazonSSMReadOnlyAccess",
            () =>
                answerOf("AmazonSSMReadOnlyAccess", {}, [
                    { ...allow, Action: ["ssm:Describe*", "ssm:Get*", "ssm:Read*"] },
                ]),
            ["only AWS: Allow ssm:Read* on *", "only the entry: Allow ssm:List* on *"],
        ],
        [
            "a condition added",
            "AdministratorAccess",
            () =>
                answerOf("AdministratorAccess", {}, [
                    { ...allow, Action: "*", Condition: { Bool: { "aws:SecureTransport": true } } },
                ]),
            [
                "only AWS: Allow * on * if { Bool: { aws:SecureTransport: true } }",
                "only the entry: Allow * on *",
            ],
        ],
        [
            "a Deny added, of which no part is passed over",
            "AdministratorAccess",
            () =>
                answerOf("AdministratorAccess", {}, [
                    { ...allow, Action: "*" },
                    { Effect: "Deny", NotAction: ["b:*", "a:*"], NotResource: "x", Principal: "*" },
                ]),
            ['only AWS: Deny all but a:*, b:* on all but x with { Principal: "*" }'],
        ],
        [
            "what an excerpt is complete for, and a wildcard that reaches it",
            "ViewOnlyAccess",
            () => {
                const [{ Action }] = MANAGED_POLICIES.filter(
                    ({ path }) => path === "job-function/ViewOnlyAccess",
                ).flatMap(({ statements }) => statements);
                const added = ["ec2:Describe*", "ssm:GetParameters", "*:List*"];
                const statement = { ...allow, Action: [...(Action as string[]), ...added] };
                return answerOf("ViewOnlyAccess", {}, [statement]);
            },
            ["only AWS: Allow *:List* on *", "only AWS: Allow ssm:GetParameters on *"],
        ],
        [
            "a file that holds something else",
            "AdministratorAccess",
            () => ({ Policy: {} }),
            ["this is no answer to `aws iam get-policy-version`: it has no PolicyVersion.Document"],
        ],
    ];
    for (const [what, name, answer, differences] of rows) {
        it(`finds ${what}, and answers 1`, () => {
            const head = `${name} differs from what is recorded:`;
            assert.deepEqual(run(["--compare", save(name, answer())]), {
                exitCode: 1,
                text: [head, ...differences].join("\n    "),
            });
        });
    }

    it("does not mind how AWS groups and orders the same rights", () => {
        const file = save(
            "saved",
            answerOf("AmazonSSMReadOnlyAccess", {}, [
                { Sid: "Two", ...allow, Action: ["ssm:List*", "ssm:Get*"], Resource: ["*"] },
                { Sid: "One", ...allow, Action: "ssm:Describe*" },
            ]),
        );
        assert.equal(run(["--compare", file, "AmazonSSMReadOnlyAccess"]).exitCode, 0);
    });

    it("answers 2 to what it does not understand, and says what it takes", () => {
        const broken = save("AdministratorAccess", "{");
        const wrong: [args: string[], says: RegExp][] = [
            [["--unknown"], /^Unknown option '--unknown'[^]*Usage:/],
            [["Absent"], /^There is no entry Absent\. There are: .*AdministratorAccess/],
            [["--compare", save("Absent", {})], /^There is no entry Absent\./],
            [["--compare", broken], /AdministratorAccess\.json holds no JSON/],
            [["--compare", join(folder, "SecurityAudit.json")], /no such file/],
            [["--compare", broken, "SecurityAudit", "ViewOnlyAccess"], /^--compare takes one name/],
        ];
        for (const [args, says] of wrong) {
            const { exitCode, text } = run(args);
            assert.equal(exitCode, 2, text);
            assert.match(text, says);
        }
        assert.match(run(["--help"]).text, /^Usage: npm run managed-policies/);
    });
});
