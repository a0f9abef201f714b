import assert from "node:assert/strict";
import { UNKNOWN_PART, readScript } from "../../../core/plaintext";

type Row = readonly [sentence: string, text: string | readonly string[], named: object];

function readNamed(text: string): Record<string, string> {
    return Object.fromEntries(
        readScript(text).flatMap(({ name, value }) => (name === "" ? [] : [[name, value]])),
    );
}

function describeRows(title: string, rows: readonly Row[]): void {
    describe(title, () => {
        for (const [sentence, text, named] of rows) {
            const script = typeof text === "string" ? text : text.join("\n");
            it(sentence, () => assert.deepEqual(readNamed(script), named));
        }
    });
}

const PEM = ["-----BEGIN ", "FAKE KEY-----\nfake\n", "-----END FAKE KEY-----"].join("");

describeRows("readScript reads in a shell", [
    ["a variable", "TOKEN=x", { TOKEN: "x" }],
    ["one that is exported", "export TOKEN=x", { TOKEN: "x" }],
    ["those of a command", "A=1 B=2 app", { A: "1", B: "2" }],
    ["a value in quotes", "A='x y' B=\"z\"", { A: "x y", B: "z" }],
    ["quotes within a word", "A=x'y'\"z\"", { A: "xyz" }],
    ["signs behind a backslash", 'A="x\\"y" B=x\\ y', { A: 'x"y', B: "x y" }],
    ["a line that goes on", "app --token \\\n  x", { token: "x" }],
    [
        "commands in one line",
        "A=1; B=2 && C=3 || D=4 | E=5",
        { A: "1", B: "2", C: "3", D: "4", E: "5" },
    ],
    ["no comment", "# TOKEN=x\nA=1 # B=2", { A: "1" }],
    ["a mark within a word", "A=x#y", { A: "x#y" }],
    ["a variable as it is written", 'A=$B C="${D}/e"', { A: "$B", C: "${D}/e" }],
    ["a default that a variable has", "app ${TOKEN:-x}", { TOKEN: "x" }],
    [
        "what a command gives as one value",
        'A="$(f --b "c d" | g)"',
        { A: '$(f --b "c d" | g)', b: "c d" },
    ],
    ["what is in backticks as one value", "A=`f --b c`", { A: "`f --b c`", b: "c" }],
    [
        "options in what a command gives",
        "A=$(curl -u app:x h)",
        { A: "$(curl -u app:x h)", password: "x" },
    ],
    ["an array", "A=(--token x)", { A: "", token: "x" }],
    ["an apostrophe as a sign", "echo don't\nTOKEN=x", { TOKEN: "x" }],
    ["a quote that never closes", 'A="x\nTOKEN=y', { A: "x", TOKEN: "y" }],
    ["lines within quotes", "cat 'a\nTOKEN=x\n'", { TOKEN: "x" }],
    ["a here-document", ["cat > f <<EOF", "TOKEN=it's", "EOF", "A=1"], { TOKEN: "it's", A: "1" }],
    ["one with quotes and tabs", ["cat <<-'E' | f", "\tA=1", "\tE", "B=2"], { A: "1", B: "2" }],
    ["one that does not end", ["cat <<EOF", "A=1"], { A: "1" }],
    ["what is piped as a password", "echo x | docker login --password-stdin r", { password: "x" }],
    ["what is piped as a user's", "echo 'root:x' | chpasswd", { password: "x" }],
    ["nothing that is piped elsewhere", "echo x | base64", {}],
    ["a slot in a URL", "A=redis://:<password>@h", { A: "redis://:<password>@h" }],
    ["an address of Go's driver", "A=u:x@tcp(h:1)/d", { A: "u:x@tcp(h:1)/d" }],
    ["no pattern of a case", "case $1 in --token=*) A=1;; esac", { A: "1" }],
    ["a private key in quotes", `A="${PEM}"`, { A: PEM }],
    ["a part not known yet", `A=x${UNKNOWN_PART}y`, { A: `x${UNKNOWN_PART}y` }],
    ["a script in a script", `sh -c "su app -c 'TOKEN=x'"`, { TOKEN: "x" }],
    [
        "a parameter that is put",
        "aws ssm put-parameter --name /a --value x",
        { name: "/a", "/a": "x" },
    ],
    ["lines that are printed", "printf 'a: x\\nb: y\\n'", { a: "x", b: "y" }],
    ["fields of netrc", "machine h login u password x", { password: "x" }],
    ["a document", '{"token":"x"}', { token: "x" }],
]);

describeRows("readScript reads in YAML", [
    ["a key", "password: x", { password: "x" }],
    ["a key in quotes", '"password": "x y",', { password: "x y" }],
    ["a value before a comment", "a: x # y", { a: "x" }],
    ["an apostrophe as a sign", "a: don't\nb: x", { a: "don't", b: "x" }],
    ["no key without a value", "environment:\n  A: 1", { A: "1" }],
    ["a list of variables", "environment:\n  - A=1\n  - B=2", { A: "1", B: "2" }],
    ["a pair in two lines", "- name: TOKEN\n  value: x", { name: "TOKEN", TOKEN: "x" }],
    ["a command", "command: app --token x", { token: "x" }],
    ["a command as a list", 'command: [app, "--token", "x"]', { token: "x" }],
    ["a command as lines", "args:\n  - --token\n  - x\n", { token: "x" }],
    [
        "a command of cloud-init",
        "runcmd:\n - app --token x\n - [app, --key, y]",
        { token: "x", key: "y" },
    ],
    [
        "a map in one line",
        "auth: { user: app, password: 'x, y' }",
        { user: "app", password: "x, y" },
    ],
    ["a block of text", "content: |\n  export TOKEN=x\n", { TOKEN: "x" }],
]);

describeRows("readScript reads in PowerShell", [
    ["a variable of the process", "$env:TOKEN = \"x\"; $env:B='y'", { TOKEN: "x", B: "y" }],
    ["a variable in braces", '${env:TOKEN} = "x"', { TOKEN: "x" }],
    ["a variable of the script", '$password = "x"', { password: "x" }],
    ["an item", 'Set-Item -Path Env:TOKEN -Value "x"', { Path: "Env:TOKEN", TOKEN: "x" }],
    ["an item by its place", 'Set-Item Env:TOKEN "x"', { TOKEN: "x" }],
    ["a call", '[Environment]::SetEnvironmentVariable("TOKEN", "x", "User")', { TOKEN: "x" }],
    ["a line that goes on", "app `\n  -Token x", { Token: "x" }],
    ["no comparison", "$a == 1", {}],
]);

describeRows("readScript reads elsewhere", [
    ["a unit of systemd", '[Service]\nEnvironment="A=1" "B=2"', { A: "1", B: "2" }],
    ["a batch file", 'set A=1\r\nset "B=2"\r\nREM set C=3', { A: "1", B: "2" }],
    ["setx", "setx TOKEN x /M", { TOKEN: "x" }],
    ["a file of settings", "[db]\npassword = x y\n", { password: "x y" }],
    ["Python", 'os.environ["TOKEN"] = "x"', { TOKEN: "x" }],
    ["a Dockerfile", "ENV TOKEN=x", { TOKEN: "x" }],
    ["nothing in nothing", "", {}],
]);

describe("readScript gives", () => {
    it("a private key as one value without a name", () =>
        assert.deepEqual(readScript(`A=1\n${PEM}\nB=2`), [
            { name: "A", value: "1" },
            { name: "", value: PEM },
            { name: "B", value: "2" },
        ]));
    it("words that no name belongs to", () =>
        assert.deepEqual(readScript("nginx http://h"), [
            { name: "", value: "nginx" },
            { name: "", value: "http://h" },
        ]));
});
