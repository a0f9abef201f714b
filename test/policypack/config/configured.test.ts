import assert from "node:assert/strict";
import type { PackConfig } from "../../support/pack-config";
import { toResources, type Stack } from "../../support/pack-stack";
import { runPack } from "../../support/policies";
import { EXEMPTION, exempting, SECRETS, taskWith, UNKNOWN, VALUE } from "../exemptions/base";

const TODAY = "2026-06-15";
/** Of the form of a provider's token, and none. */
const TOKEN = ["ghp", "0123456789abcdefghijABCDEFGHIJ012345"].join("_");
const PEM = ["-----BEGIN", "PRIVATE KEY-----\nexample\n-----END", "PRIVATE KEY-----"].join(" ");

interface Row {
    readonly variables?: Readonly<Record<string, string>>;
    readonly stack?: Stack;
    readonly config: PackConfig;
    /** The level, and where it is; the words are told by the policy's own specification. */
    readonly said: readonly (readonly [level: string, place: string])[];
}

const withVariables = (variables: Readonly<Record<string, string>>) =>
    taskWith(
        JSON.stringify([
            {
                name: "web",
                image: "httpd",
                environment: Object.entries(variables).map(([name, value]) => ({ name, value })),
            },
        ]),
    );

const CERTAIN = { DB_PASSWORD: VALUE };
const LIKELY = { GOOGLE_KEY: VALUE };
const at = (name: string) => `container web: environment ${name}`;
const STOPPED = [["mandatory", at("DB_PASSWORD")]] as const;
const set = (settings: object): PackConfig => ({ [SECRETS]: { ...settings } });

const ROWS: Readonly<Record<string, Row>> = {
    "stops what is certain, where nothing is set": { config: {}, said: STOPPED },
    "reports what is likely, where nothing is set": {
        variables: LIKELY,
        config: {},
        said: [["advisory", at("GOOGLE_KEY")]],
    },
    "stops what is likely, where that is set": {
        variables: LIKELY,
        config: set({ likely: "mandatory" }),
        said: [["mandatory", at("GOOGLE_KEY")]],
    },
    "says nothing of what is likely, where that is set, and stops what is certain": {
        variables: { ...CERTAIN, ...LIKELY },
        config: set({ likely: "disabled" }),
        said: STOPPED,
    },
    "reports what is likely, where its level cannot be read": {
        variables: LIKELY,
        config: set({ likely: "loud" }),
        said: [["advisory", at("GOOGLE_KEY")]],
    },
    "reports what is certain, where the policy is advisory": {
        config: { [SECRETS]: "advisory" },
        said: [["advisory", at("DB_PASSWORD")]],
    },
    "reports what is likely and stops nothing, where the policy is advisory": {
        variables: LIKELY,
        config: set({ enforcementLevel: "advisory", likely: "mandatory" }),
        said: [["advisory", at("GOOGLE_KEY")]],
    },
    "reports what is undetermined, however likely is set": {
        stack: UNKNOWN,
        config: set({ likely: "mandatory" }),
        said: [["advisory", "undetermined: containerDefinitions: is not known yet."]],
    },
    "says nothing, where the policy is disabled": { config: { [SECRETS]: "disabled" }, said: [] },
    "says nothing of a name that is allowed": { config: set({ allow: ["DB_*"] }), said: [] },
    "stops a name that another pattern allows": {
        config: set({ allow: ["DB_", "?_PASSWORD", "db_password"] }),
        said: STOPPED,
    },
    "reports a token under a name that is allowed: its sum is wrong, so it is likely one": {
        variables: { DB_PASSWORD: TOKEN },
        config: set({ allow: ["*"] }),
        said: [["advisory", at("DB_PASSWORD")]],
    },
    "stops a private key under a name that is allowed": {
        variables: { DB_PASSWORD: PEM },
        config: set({ allow: ["*"] }),
        said: STOPPED,
    },
    "stops a harmless name that is denied": {
        variables: { TENANT_CODE: VALUE },
        config: set({ deny: ["TENANT_*"] }),
        said: [["mandatory", at("TENANT_CODE")]],
    },
    "stops a name that is both allowed and denied": {
        config: set({ allow: ["*"], deny: ["DB_*"] }),
        said: STOPPED,
    },
    "says nothing of what is exempted by resource, container and variable": {
        config: exempting(),
        said: [],
    },
    "says nothing of what is exempted by resource alone": {
        config: exempting({ container: undefined, variable: undefined }),
        said: [],
    },
    "says nothing of what is exempted by patterns": {
        config: exempting({ urn: "urn:*:dev::project::*Definition::t??k", variable: "*_P*" }),
        said: [],
    },
    "stops what stands beside something that is exempted": {
        variables: { ...CERTAIN, API_PASSWORD: VALUE },
        config: exempting({ variable: "API_*" }),
        said: STOPPED,
    },
    "says nothing of likely and undetermined things that are exempted": {
        variables: { ...LIKELY, DB_PASSWORD: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" },
        config: exempting({ variable: "*" }),
        said: [],
    },
    "says nothing of definitions that are not known, where the whole resource is exempted": {
        stack: UNKNOWN,
        config: exempting({ container: undefined, variable: undefined }),
        said: [],
    },
    "reports definitions that are not known, where one variable is exempted": {
        stack: UNKNOWN,
        config: exempting(),
        said: [["advisory", "undetermined: containerDefinitions: is not known yet."]],
    },
    "says nothing on the last day of an exemption": {
        config: exempting({ expires: TODAY }),
        said: [],
    },
    "stops on the day after it": { config: exempting({ expires: "2026-06-14" }), said: STOPPED },
    "stops where the exemption cannot be read": {
        config: exempting({ expires: "2026-13-40" }),
        said: STOPPED,
    },
    "stops where the exemption has no reason": { config: exempting({ reason: "" }), said: STOPPED },
    "stops where the exemption is for another resource": {
        config: exempting({ urn: "*::tas" }),
        said: STOPPED,
    },
    "stops where the exemption is another policy's": {
        config: { "aws-plaintext-no-pulumi-secrets": { exemptions: [EXEMPTION] } },
        said: STOPPED,
    },
    "stops where one exemption has expired, and says nothing where another holds": {
        variables: { ...CERTAIN, API_PASSWORD: VALUE },
        config: set({
            exemptions: [
                { ...EXEMPTION, expires: "2026-01-01" },
                { ...EXEMPTION, variable: "API_*" },
            ],
        }),
        said: STOPPED,
    },
};

describe(`${SECRETS} with a configuration`, () => {
    for (const [name, { variables = CERTAIN, stack, config, said }] of Object.entries(ROWS)) {
        it(name, async () => {
            const resources = toResources(stack ?? withVariables(variables));
            const reports = await runPack(resources, { config, today: TODAY });
            const places = reports
                .filter(({ policy }) => policy === SECRETS)
                .map(({ level, message }) => [level, message.split(/ is plaintext| It /)[0]]);
            assert.deepEqual(places, said);
        });
    }
});
