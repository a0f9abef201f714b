import assert from "node:assert/strict";
import { matchesPattern, parseEventPattern } from "../../../../sandbox/aws/events/pattern";

const EVENT = {
    source: "aws.example",
    "detail-type": "Something Changed",
    resources: ["arn:aws:s3:::one", "arn:aws:s3:::two"],
    detail: {
        state: "running",
        count: 3,
        ok: true,
        nothing: null,
        empty: [],
        path: "dir/sub/file.png",
        inner: { deep: "value" },
        list: [
            { name: "a", size: 1 },
            { name: "b", size: 2 },
        ],
        literal: "a*b\\c",
    },
};

const matching: Record<string, object> = {
    "a text that is one of several": { source: ["aws.other", "aws.example"] },
    "a number": { detail: { count: [3] } },
    "a boolean": { detail: { ok: [true] } },
    "a null": { detail: { nothing: [null] } },
    "one element of an array": { resources: ["arn:aws:s3:::two"] },
    "a field of a nested object": { detail: { inner: { deep: ["value"] } } },
    "two fields of the same object in an array": { detail: { list: { name: ["b"], size: [2] } } },
    "a prefix": { resources: [{ prefix: "arn:aws:s3:::t" }] },
    "a suffix": { detail: { path: [{ suffix: ".png" }] } },
    "a text in any case": { detail: { state: [{ "equals-ignore-case": "RUNNING" }] } },
    "anything but another text": { detail: { state: [{ "anything-but": "stopped" }] } },
    "anything but several texts": { detail: { state: [{ "anything-but": ["a", "b"] }] } },
    "anything but another number": { detail: { count: [{ "anything-but": [1, 2] }] } },
    "anything but another prefix": { detail: { state: [{ "anything-but": { prefix: "st" } }] } },
    "anything but another suffix": { detail: { state: [{ "anything-but": { suffix: "ed" } }] } },
    "anything but one element of an array": { resources: [{ "anything-but": "arn:aws:s3:::one" }] },
    "a field that exists": { detail: { count: [{ exists: true }] } },
    "a null that exists": { detail: { nothing: [{ exists: true }] } },
    "a field that does not exist": { detail: { other: [{ exists: false }] } },
    "a field that does not exist in an object that does not": {
        detail: { other: { field: [{ exists: false }] } },
    },
    "an object where no value exists": { detail: { inner: [{ exists: false }] } },
    "an empty array where no value exists": { detail: { empty: [{ exists: false }] } },
    "a wildcard in the middle": { detail: { path: [{ wildcard: "dir/*.png" }] } },
    "a wildcard that stands for nothing": { detail: { state: [{ wildcard: "run*ning" }] } },
    "several wildcards": { detail: { path: [{ wildcard: "*/sub/*" }] } },
    "a wildcard that is escaped": { detail: { literal: [{ wildcard: "a\\*b\\\\c" }] } },
    "one test of several": { detail: { state: ["stopped", { prefix: "run" }] } },
};

const other: Record<string, object> = {
    "another text": { source: ["aws.other"] },
    "a text of other case": { source: ["AWS.example"] },
    "a part of a text": { source: ["aws"] },
    "a number for a text": { detail: { count: ["3"] } },
    "a text for a boolean": { detail: { ok: ["true"] } },
    "one field of two": { source: ["aws.example"], "detail-type": ["Something Else"] },
    "fields of different objects in an array": { detail: { list: { name: ["a"], size: [2] } } },
    "a prefix that is none": { source: [{ prefix: "example" }] },
    "a prefix of a number": { detail: { count: [{ prefix: "3" }] } },
    "a suffix that is none": { source: [{ suffix: "aws" }] },
    "anything but itself": { detail: { state: [{ "anything-but": "running" }] } },
    "anything but a list with it": { detail: { count: [{ "anything-but": [1, 3] }] } },
    "anything but its prefix": { detail: { state: [{ "anything-but": { prefix: "run" } }] } },
    "anything but its wildcard": {
        detail: { path: [{ "anything-but": { wildcard: "*/sub/*" } }] },
    },
    "anything but, of a field that is not there": { detail: { other: [{ "anything-but": "a" }] } },
    "the existence of a field that is not there": { detail: { other: [{ exists: true }] } },
    "the existence of an object": { detail: { inner: [{ exists: true }] } },
    "the absence of a field that is there": { detail: { count: [{ exists: false }] } },
    "a wildcard whose parts overlap": { detail: { state: [{ wildcard: "runnin*ning" }] } },
    "a wildcard whose parts come in another order": {
        detail: { path: [{ wildcard: "*sub*dir*" }] },
    },
    "an asterisk that is escaped": { detail: { path: [{ wildcard: "dir/\\*.png" }] } },
    "a name that every object inherits": { detail: { constructor: [{ exists: true }] } },
};

const malformed: Record<string, [string, string]> = {
    "text that is no JSON": ["{", "Invalid JSON"],
    "an array": ["[]", "Filter is not an object"],
    "an empty object": ["{}", "Empty objects are not allowed"],
    "an empty object within": ['{"detail":{}}', "Empty objects are not allowed"],
    "an empty array": ['{"source":[]}', "Empty arrays are not allowed"],
    "a text that stands alone": ['{"source":"a"}', '"source" must be an object or an array'],
    "an array within an array": [
        '{"source":[["a"]]}',
        "Match value must be String, number, true, false, or null",
    ],
    "a comparison that there is not": ['{"source":[{"like":"a"}]}', "Unrecognized match type like"],
    "a comparison named as what objects inherit": [
        '{"source":[{"toString":"a"}]}',
        "Unrecognized match type toString",
    ],
    "two comparisons in one": [
        '{"source":[{"prefix":"a","suffix":"b"}]}',
        "Only one key allowed in match expression",
    ],
    "a prefix that is no text": [
        '{"source":[{"prefix":1}]}',
        "prefix match pattern must be a string",
    ],
    "an existence that is no boolean": [
        '{"source":[{"exists":"true"}]}',
        "exists match pattern must be either true or false.",
    ],
    "texts and numbers in anything-but": [
        '{"source":[{"anything-but":["a",1]}]}',
        "Inside anything but list, either all values are number or string, mixed type is not supported",
    ],
    "an empty anything-but": [
        '{"source":[{"anything-but":[]}]}',
        "Value of anything-but must be an array or single string/number value.",
    ],
    "a boolean in anything-but": [
        '{"source":[{"anything-but":true}]}',
        "Value of anything-but must be an array or single string/number value.",
    ],
    "anything-but of an existence": [
        '{"source":[{"anything-but":{"exists":true}}]}',
        "Unsupported anything-but pattern : exists",
    ],
    "two wildcards in a row": [
        '{"source":[{"wildcard":"a**"}]}',
        "Consecutive wildcard characters at pos 1",
    ],
    "an escape of another character": [
        '{"source":[{"wildcard":"a\\\\b"}]}',
        "Invalid escape character at pos 1",
    ],
    "a comparison that is not simulated": [
        '{"source":[{"numeric":["<",1]}]}',
        "numeric is not simulated; there is anything-but, equals-ignore-case, exists, prefix, suffix, wildcard",
    ],
    "$or, which is not simulated": ['{"$or":[{"a":[1]},{"b":[1]}]}', "$or is not simulated"],
};

describe("an event pattern", () => {
    const isMatch = (pattern: object) => {
        const parsed = parseEventPattern(JSON.stringify(pattern));
        assert.equal(parsed.problem, undefined);
        return matchesPattern(parsed.pattern ?? new Map(), EVENT);
    };
    for (const [title, pattern] of Object.entries(matching)) {
        it(`matches ${title}`, () => assert.equal(isMatch(pattern), true));
    }
    for (const [title, pattern] of Object.entries(other)) {
        it(`does not match ${title}`, () => assert.equal(isMatch(pattern), false));
    }
    for (const [title, [json, problem]] of Object.entries(malformed)) {
        it(`may not be ${title}`, () => assert.deepEqual(parseEventPattern(json), { problem }));
    }
});
