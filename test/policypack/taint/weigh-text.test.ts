import assert from "node:assert/strict";
import fc from "fast-check";
import { UNKNOWN_PART } from "../../../core";
import { holdsWhole, weighText, type Weight } from "../../../policypack/taint/weigh-text";

const TEXTS: Readonly<Record<Weight, readonly string[]>> = {
    telling: [
        "made-up-4711",
        "Xk2pQ9vL",
        "123456789012",
        "471147",
        "postgres://app:made-up@db/app",
        "3f2a91c07be4",
        "00000000-0000-4000-8000-6b6579ffffff",
        "made up 4711",
    ],
    word: ["info", "admin", "PROD", "Europe", "web-frontend", "the admin pages", "prod,cloud"],
    ordinary: [
        "https://docs.example/web?page=2",
        "redis://cache.example:6379/0",
        "db.example.internal",
        "db.example.internal:5432",
        "localhost",
        "localhost:8080",
        "10.0.0.0/16",
        "us-east-1",
        "eu-central-1a",
        "us-gov-west-1",
        "2.13.4",
        "v1.2.3-rc1",
        "2012-10-17",
        "2026-01-02T03:04:05Z",
        "1500ms",
        "512MB",
    ],
    nothing: [
        "",
        "dev",
        "true",
        "8080",
        "65535",
        "-1.5",
        "disabled",
        "arn:aws:sqs:us-east-1:123456789012:web",
        "/web/database-password",
        "/run/secrets/web",
        "${PASSWORD}",
        "{{resolve:secretsmanager:web}}",
        "********",
        UNKNOWN_PART,
        `made-up-${UNKNOWN_PART}`,
    ],
};

describe("a text that Pulumi holds secret is", () => {
    for (const [weight, texts] of Object.entries(TEXTS)) {
        for (const text of texts) {
            it(`${weight} if it is ${JSON.stringify(text)}`, () =>
                assert.equal(weighText(text), weight));
        }
    }

    it("weighed whatever it is, and in time that grows with its length", () => {
        fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => weighText(text) in TEXTS));
        for (const unit of ["a", "a.", "a-", "1", "1.", "a ", "http://"]) {
            const start = performance.now();
            weighText(unit.repeat(200_000));
            assert.ok(performance.now() - start < 1_000, JSON.stringify(unit));
        }
    });
});

const HELD: readonly (readonly [text: string, part: string, isHeld: boolean])[] = [
    ["made-up", "made-up", true],
    ["hello made-up!", "made-up", true],
    ["amade-up made-up", "made-up", true],
    ["made-up1", "made-up", false],
    ["1made-up", "made-up", false],
    ["made", "made-up", false],
    ["x.[a]+.y", "[a]+", true],
];

describe("a text holds another one whole", () => {
    for (const [text, part, isHeld] of HELD) {
        it(`${isHeld ? "as" : "not as"} ${text} holds ${part}`, () =>
            assert.equal(holdsWhole(text, part), isHeld));
    }
});
