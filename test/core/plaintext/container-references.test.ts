import assert from "node:assert/strict";
import { findContainerReferenceFindings, UNKNOWN_PART } from "../../../core";

const ARN = "arn:aws:secretsmanager:us-east-1:123456789012:secret:web-AbCdEf";

describe("findContainerReferenceFindings", () => {
    const rows: [string, string, boolean][] = [
        ["is silent of an ARN", ARN, false],
        ["is silent of a name", "/db/password", false],
        ["is silent of an ARN that AWS refuses: it is no value", "arn:aws:s3:::bucket", false],
        ["is silent of what is not known yet", `${UNKNOWN_PART}:json::`, false],
        ["is silent of nothing", "", false],
        ["is silent of what is certainly a secret: that is told as one", "redis://:x1@c", false],
        ["finds a text that is no name", "hunter2 with spaces", true],
        ["finds a text with signs that no name has", "hunter2!", true],
    ];
    for (const [name, valueFrom, isFound] of rows) {
        it(name, () => {
            const definition = { name: "web", image: "httpd", secrets: [{ name: "A", valueFrom }] };
            const findings = findContainerReferenceFindings(definition);
            assert.deepEqual(
                findings.map(({ path, reason }) => [path, reason]),
                isFound
                    ? [
                          [
                              "container web: secrets A",
                              "is no reference, and may be the secret itself",
                          ],
                      ]
                    : [],
            );
            assert.ok(valueFrom === "" || !JSON.stringify(findings).includes(valueFrom));
        });
    }
});
