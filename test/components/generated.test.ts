import assert from "node:assert/strict";
import { recordClean } from "../support/recorded";
import { apiService } from "./api";

describe("of the secrets that the component owns,", () => {
    it("a generated password is asked for as the args say, and once", async () => {
        const { calls } = await recordClean(() =>
            apiService(
                { secrets: { OWN: { secret: "own", jsonKey: "password" } } },
                {
                    secrets: {
                        own: {
                            generate: {
                                passwordLength: 20,
                                excludeCharacters: "/@",
                                excludePunctuation: true,
                                requireEachIncludedType: false,
                                jsonKey: "password",
                            },
                        },
                        other: { store: "ssm", generate: {} },
                    },
                },
            ),
        );
        const asked = calls.filter(({ token }) => token.endsWith("getRandomPassword"));
        assert.deepEqual(
            asked.map(({ inputs }) => inputs),
            [
                { passwordLength: 32, requireEachIncludedType: true },
                {
                    passwordLength: 20,
                    excludeCharacters: "/@",
                    excludePunctuation: true,
                    requireEachIncludedType: false,
                },
            ],
        );
    });
});
