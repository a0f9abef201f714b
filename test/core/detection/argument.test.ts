import assert from "node:assert/strict";
import { detectSecret, type DetectionVerdict } from "../../../core/detection";

const verdictOf = (name: string, value: string): DetectionVerdict["verdict"] =>
    detectSecret("argument", name, value).verdict;

describe("a word of a command", () => {
    const references = [
        ...["$password", "$pw", "$1", "$@", "${PASSWORD}", "${A:-${B}}", "$A$B", "$USER:$PASSWORD"],
        ...["`cat /run/x`", "$(cat $(find x))", "$(aws secretsmanager get-secret-value --x y)"],
        ...["$env:PW", "%1", "%PASSWORD%", "!PASSWORD!"],
        ...["$.x", "$$.Execution.Input.password", "States.Format('{}', $.x)", "{% $x %}"],
    ];
    for (const value of references) {
        it(`is a reference if it is ${value}`, () =>
            assert.equal(verdictOf("password", value), "reference"));
    }

    const plain: readonly (readonly [string, string])[] = [
        ["password", "%s"],
        ["password", "%s\\n"],
        ["password", "*"],
        ["newkey", "rsa:2048"],
        ["initial-cluster-token", "etcd-cluster-1"],
        ["Authorization", "Bearer ${TOKEN}"],
        ["auth", "basic"],
    ];
    for (const [name, value] of plain) {
        it(`is plain if ${name} is ${value}`, () => assert.equal(verdictOf(name, value), "plain"));
    }
    it("is a reference if it names the secret of a build", () =>
        assert.equal(verdictOf("secret", "id=npm,target=/root/.npmrc"), "reference"));

    const secrets: readonly (readonly [string, string])[] = [
        ["requirepass", "hunter2"],
        ["masterauth", "hunter2"],
        // A weak password, and no argument that is handed on.
        ["password", "password"],
        ["password", "foo(bar"],
        ["password", "hunter2"],
        ["password", "$ecret!word"],
        ["password", "pre$SUFFIX"],
        ["db-password", "${PASSWORD:-hunter2}"],
        ["", "postgres://app:hunter2@db/app"],
    ];
    for (const [name, value] of secrets) {
        it(`is a secret if ${name || "nothing"} is ${value}`, () =>
            assert.equal(verdictOf(name, value), "secret"));
    }

    it("may begin with a dollar sign where nothing is put in", () =>
        assert.equal(detectSecret("environment", "DB_PASSWORD", "$ecret").verdict, "secret"));
});
