import assert from "node:assert/strict";
import { UNKNOWN_PART, readWords } from "../../../core/plaintext";
import { PASSWORD_OPTIONS } from "../../../core/plaintext/program-options";

type Row = readonly [sentence: string, words: readonly string[], named: Record<string, string>];

/** What has a name; the words without one are asked for apart. */
function readNamed(words: readonly string[]): Record<string, string> {
    return Object.fromEntries(
        readWords(words).flatMap(({ name, value }) => (name === "" ? [] : [[name, value]])),
    );
}

describe("readWords reads", () => {
    const rows: readonly Row[] = [
        ["an option and the word after it", ["--requirepass", "x"], { requirepass: "x" }],
        ["an option with one dash", ["-password", "x"], { password: "x" }],
        ["an option and its sign", ["--token=x=="], { token: "x==" }],
        ["an option that may carry another", ["--opts=ab=y"], { opts: "ab=y", ab: "y" }],
        ["a name that begins as a property does", ["-Password=x"], { Password: "x" }],
        ["an option whose value is empty", ["--token="], { token: "" }],
        ["a property of Java", ["-Ddb.password=x"], { "db.password": "x" }],
        ["a property of Gradle", ["-PsigningKey=x"], { signingKey: "x" }],
        ["a property of MSBuild", ["/p:Password=x"], { Password: "x" }],
        ["one that begins with a dash", ["-p:Password=x"], { Password: "x" }],
        ["an option of Windows", ["/Password:x"], { Password: "x" }],
        ["a setting of .NET", ["--Db:Password=x"], { "Db:Password": "x" }],
        ["a variable before a command", ["TOKEN=x", "npm", "start"], { TOKEN: "x" }],
        ["a variable given to a container", ["docker", "run", "-e", "TOKEN=x"], { TOKEN: "x" }],
        ["one with a long option", ["--env", "TOKEN=x"], { TOKEN: "x" }],
        ["one in an option's value", ["--env=TOKEN=x"], { TOKEN: "x" }],
        ["a value of a chart", ["--set", "db.password=x"], { "db.password": "x" }],
        ["fields of a form", ["-d", "user=app&password=x"], { user: "app", password: "x" }],
        ["keys of a document", ["--data", '{"token":"x"}'], { token: "x" }],
        [
            "a header",
            ["curl", "--header", "Authorization: Bearer x"],
            { Authorization: "Bearer x" },
        ],
        ["a header without a blank", ["-H", "X-Api-Key:x"], { "X-Api-Key": "x" }],
        ["the password of a user", ["curl", "-u", "app:x:y"], { password: "x:y" }],
        ["one of a proxy", ["curl", "--proxy-user=app:x"], { password: "x" }],
        ["a user alone", ["curl", "--user", "app"], { user: "app" }],
        ["a password of MySQL", ["mysql", "-uroot", "-px"], { password: "x" }],
        ["one of a program in a path", ["/usr/bin/mysqldump", "-px"], { password: "x" }],
        ["one of Redis", ["redis-cli", "-a", "x", "ping"], { password: "x" }],
        ["one of unrar", ["unrar", "x", "-px", "a.rar"], { password: "x" }],
        ["one of openssl", ["openssl", "enc", "-k", "x"], { password: "x" }],
        ["one of sshpass", ["sshpass", "-p", "x", "ssh", "h"], { password: "x" }],
        ["one of a registry", ["docker", "login", "-u", "a", "-p", "x"], { u: "a", password: "x" }],
        ["fields of libpq", ["psql", "host=db password=x"], { host: "db", password: "x" }],
        ["a role of PostgreSQL", ["psql", "ALTER ROLE a PASSWORD 'x'"], {}],
        ["a role that gets a password", ["ALTER ROLE a WITH PASSWORD 'x'"], { password: "x" }],
        ["a user of MySQL", ["CREATE USER a IDENTIFIED BY 'x'"], { password: "x" }],
        [
            "a statement of SQL",
            ["mysql", "-e", "GRANT ALL TO a IDENTIFIED BY 'x'"],
            { password: "x" },
        ],
        ["a setting by its place", ["redis-cli", "CONFIG", "SET", "a-b", "x"], { "a-b": "x" }],
        [
            "a user by its place",
            ["rabbitmqctl", "add_user", "a", "x"],
            { user: "a", password: "x" },
        ],
        [
            "a parameter and its value",
            ["--name", "/a/b", "--value", "x"],
            { name: "/a/b", "/a/b": "x" },
        ],
        ["a script of sh", ["sh", "-c", "export TOKEN=x; app"], { TOKEN: "x" }],
        ["a script of bash", ["bash", "-lc", "app --token x"], { token: "x" }],
        ["a script of cmd", ["cmd", "/c", "set", "TOKEN=x"], { TOKEN: "x" }],
        ["a script of PowerShell", ["pwsh", "-Command", '$env:TOKEN = "x"'], { TOKEN: "x" }],
        ["a script without its shell", ["-c", "app --token x"], { token: "x" }],
        ["a command in one word", ["app --token x"], { token: "x" }],
        [
            "options in a variable",
            ["OPTS=--a b --token x"],
            { OPTS: "--a b --token x", a: "b", token: "x" },
        ],
        [
            "a health check of a shell",
            ["CMD-SHELL", "redis-cli -a x ping || exit 1"],
            { password: "x" },
        ],
        ["a health check of words", ["CMD", "redis-cli", "-a", "x"], { password: "x" }],
        ["a variable of a unit", ["Environment=TOKEN=x"], { TOKEN: "x" }],
        ["what sed puts in", ["sed", "-i", "s|password=.*|password=x|", "f"], { password: "x" }],
        ["a part not known yet", ["--url", `a${UNKNOWN_PART}b`], { url: `a${UNKNOWN_PART}b` }],
    ];
    for (const [sentence, words, named] of rows) {
        it(sentence, () => assert.deepEqual(readNamed(words), named));
    }
});

describe("readWords gives no name to", () => {
    const rows: readonly (readonly [string, readonly string[], readonly string[]])[] = [
        ["words", ["npm", "start"], ["npm", "start"]],
        ["a switch before another option", ["--password", "--verbose"], []],
        ["a switch at the end", ["--password"], []],
        ["what follows a switch", ["--password-stdin", "registry.example"], ["registry.example"]],
        ["what follows a denial", ["--no-password", "x"], ["x"]],
        ["the database of a client that asks", ["psql", "--password", "app"], ["psql", "app"]],
        ["the port of a container", ["docker", "-p"], ["docker"]],
        ["the version of a package", ["token==1.2.3"], ["token==1.2.3"]],
        ["a URL with a query", ["http://h/?a=b"], ["http://h/?a=b"]],
        ["a path", ["/data/password=x"], ["/data/password=x"]],
        ["a sentence", ["Bearer of tokens"], ["Bearer of tokens"]],
        ["nothing", [], []],
    ];
    for (const [sentence, words, values] of rows) {
        it(sentence, () => {
            const expected = values.map((value) => ({ name: "", value }));
            assert.deepEqual(readWords(words), expected);
        });
    }
});

describe("readWords, for every option that takes a password,", () => {
    for (const option of PASSWORD_OPTIONS) {
        const { programs, options, written, command, after, source } = option;
        it(`finds it after ${programs[0]} -${options[0]}`, () => {
            assert.match(source, /^https:\/\//);
            const value = after === undefined ? "x" : `user${after}x`;
            const dashed = options[0].length > 1 ? `--${options[0]}` : `-${options[0]}`;
            const words = written === "joined" ? [`${dashed}${value}`] : [dashed, value];
            const head = command === undefined ? [] : [command];
            for (const program of programs) {
                const found = readWords([program, ...head, ...words]).at(-1);
                assert.deepEqual(found, { name: "password", value: "x" }, program);
            }
        });
    }
    it("leaves the option to other programs", () =>
        assert.deepEqual(readWords(["docker", "run", "-p", "80:80"]).at(-1), {
            name: "p",
            value: "80:80",
        }));
});
