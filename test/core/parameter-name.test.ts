import assert from "node:assert/strict";
import { parameterPath, parseParameterName, readSecretName } from "../../core";

describe("parameterPath", () => {
    for (const [name, path] of [
        ["x", "x"],
        ["/x", "x"],
        ["/a/b", "a/b"],
    ]) {
        it(`of ${name} is ${path}`, () => assert.equal(parameterPath(name), path));
    }
});

describe("parseParameterName", () => {
    it("takes 1011 characters and no more", () => {
        const name = "x".repeat(1011);
        assert.deepEqual(parseParameterName(name), { reference: { store: "ssm", name } });
        assert.equal(
            parseParameterName(`${name}x`).problem?.reason,
            "a parameter name has at most 1011 characters",
        );
    });

    it("refuses to make a parameter of what only refers to a secret", () => {
        assert.equal(
            parseParameterName("/aws/reference/secretsmanager/db").problem?.reason,
            "a parameter name may not begin with aws or ssm",
        );
    });
});

describe("readSecretName", () => {
    const names: [string, string | undefined][] = [
        ["/aws/reference/secretsmanager/db", "db"],
        ["/aws/reference/secretsmanager/web/db", "web/db"],
        ["/aws/reference/db", undefined],
        ["/web/db", undefined],
    ];
    for (const [name, secret] of names) {
        it(`of ${name} is ${secret ?? "none"}`, () => assert.equal(readSecretName(name), secret));
    }
});
