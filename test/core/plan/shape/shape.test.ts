import assert from "node:assert/strict";
import {
    DEFERRED,
    findServiceFindings,
    isPlainObject,
    joinPath,
    type Finding,
} from "../../../../core";
import { container, RIGHT, service } from "../fixtures";
import {
    at,
    OBJECT,
    RECORD,
    REFERENCE,
    STRING,
    MISSING,
    NO_REFERENCE,
    NO_SOURCE,
    SECRET_FIELDS,
} from "./shape-findings";

class Args {
    cluster = "c";
}

describe("findServiceFindings, of what has not the right shape, finds", () => {
    const rows: [string, unknown, Finding[]][] = [
        ...[undefined, null, 1, "canary-0000", [], DEFERRED, new Map(), new Args()].map(
            (args): [string, unknown, Finding[]] => [
                `no object, but ${typeof args} ${Object.prototype.toString.call(args)}`,
                args,
                [at("", ...OBJECT)],
            ],
        ),
        [
            "an object without what is required",
            { launchType: "EC2", networkMode: "none" },
            [at("cluster", ...MISSING), at("containers", ...MISSING)],
        ],
        ["no containers", service({ containers: undefined }), [at("containers", ...MISSING)]],
        [
            "no container",
            service({ containers: {} }),
            [at("containers", "is empty", "Give at least one entry.")],
        ],
        ...[DEFERRED, [], null, "canary-0000", new Map()].map(
            (containers): [string, unknown, Finding[]] => [
                `containers that are ${Object.prototype.toString.call(containers)}`,
                service({ containers }),
                [at("containers", ...RECORD)],
            ],
        ),
        [
            "a container that is an Output",
            service({ containers: { web: DEFERRED } }),
            [at("containers.web", ...OBJECT)],
        ],
        [
            "a container without an image",
            container({ image: undefined }),
            [at("containers.web.image", ...MISSING)],
        ],
        [
            "environment as a list",
            container({ environment: [{ name: "A", value: "canary-0000" }] }),
            [at("containers.web.environment", ...RECORD)],
        ],
        [
            "environment as a map, whose entries would be lost",
            container({ environment: new Map([["A", "b"]]) }),
            [at("containers.web.environment", ...RECORD)],
        ],
        [
            "environment as an Output",
            container({ environment: DEFERRED }),
            [at("containers.web.environment", ...RECORD)],
        ],
        [
            "a value that is a number",
            container({ environment: { PORT: 80 } }),
            [at("containers.web.environment.PORT", ...STRING)],
        ],
        [
            "a reference that is a number",
            container({ secrets: { A: 1 } }),
            [at("containers.web.secrets.A", ...REFERENCE)],
        ],
        [
            "a reference without a key",
            container({ secrets: { A: {} } }),
            [at("containers.web.secrets.A", ...NO_REFERENCE)],
        ],
        [
            "a reference that an ECS user would write, in its list",
            container({ secrets: [{ name: "A", valueFrom: "canary-0000" }] }),
            [at("containers.web.secrets", ...RECORD)],
        ],
        [
            "a reference with the name that ECS gives it",
            container({ secrets: { A: { name: "canary-0000", valueFrom: "/a" } } }),
            [
                at(
                    "containers.web.secrets.A.name",
                    "is no known property",
                    "Remove it, or use one of: jsonKey, kmsKeyId, secret, valueFrom, versionId, versionStage.",
                ),
            ],
        ],
        [
            "a log configuration that is an Output",
            container({ logConfiguration: DEFERRED }),
            [at("containers.web.logConfiguration", ...OBJECT)],
        ],
        [
            "a log configuration without a driver",
            container({ logConfiguration: {} }),
            [at("containers.web.logConfiguration.logDriver", ...MISSING)],
        ],
        [
            "secrets that are an Output, and not also their uses",
            service({ secrets: DEFERRED }),
            [at("secrets", ...RECORD)],
        ],
        [
            "a secret that is a text",
            service({ secrets: { ...RIGHT.secrets, s: "canary-0000" } }),
            [at("secrets.s", ...OBJECT)],
        ],
        [
            "a secret without a value",
            service({ secrets: { ...RIGHT.secrets, s: {} } }),
            [at("secrets.s", ...NO_SOURCE)],
        ],
        [
            "an unknown property of a secret",
            service({
                secrets: { ...RIGHT.secrets, s: { value: DEFERRED, secretString: "canary-0000" } },
            }),
            [at("secrets.s.secretString", "is no known property", SECRET_FIELDS)],
        ],
        ["nothing in an unknown property that is undefined", service({ colour: undefined }), []],
        [
            "an unknown store",
            service({
                secrets: { ...RIGHT.secrets, s: { value: DEFERRED, store: "canary-0000" } },
            }),
            [at("secrets.s.store", "is none of the known values", "Give secretsmanager or ssm.")],
        ],
        [
            "a launch type in lower case",
            service({ launchType: "fargate" }),
            [at("launchType", "is none of the known values", "Give EC2 or EXTERNAL or FARGATE.")],
        ],
        [
            "a network without subnets",
            service({ networkMode: "awsvpc", networkConfiguration: {} }),
            [at("networkConfiguration.subnets", ...MISSING)],
        ],
    ];
    for (const [name, args, findings] of rows) {
        it(name, () => assert.deepEqual(findServiceFindings(args), findings));
    }
});

describe("isPlainObject", () => {
    const values: [string, unknown, boolean][] = [
        ["an object", {}, true],
        ["an object without a prototype", Object.create(null), true],
        ["null", null, false],
        ["a list", [], false],
        ["a map", new Map(), false],
        ["a date", new Date(0), false],
        ["an object of a class", new Args(), false],
        ["a function", () => undefined, false],
    ];
    for (const [name, value, isPlain] of values) {
        it(`is ${isPlain} for ${name}`, () => assert.equal(isPlainObject(value), isPlain));
    }
});

describe("joinPath", () => {
    it("writes no dot before the first key", () => {
        assert.equal(joinPath("", "a"), "a");
        assert.equal(joinPath("a.b", "c"), "a.b.c");
    });
});
