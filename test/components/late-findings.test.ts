import assert from "node:assert/strict";
import { Secret } from "@pulumi/aws/secretsmanager";
import { Parameter } from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import type { SecretInjectedServiceArgs } from "../../components";
import { fakeCall, type FakeAccount } from "../support/fake-account";
import { record, type RecordedResource } from "../support/recording";
import type { Wire } from "../support/wire";
import { fullProgram } from "./full";
import { assertSettled } from "./settled";

type Change = (args: SecretInjectedServiceArgs) => SecretInjectedServiceArgs;

/** Injects more into the container. */
const injecting =
    (secrets: SecretInjectedServiceArgs["containers"][string]["secrets"]): Change =>
    (args) => ({
        ...args,
        containers: {
            ...args.containers,
            web: {
                ...args.containers.web,
                secrets: { ...args.containers.web.secrets, ...secrets },
            },
        },
    });

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Many references in Outputs, of which only the run tells how long they are. */
const longNames = (count: number, length: number) =>
    Object.fromEntries(
        range(count).map((index) => [
            `V${index}`,
            pulumi.output(`/made-up/${"n".repeat(length)}${index + 100}`),
        ]),
    );

interface Row {
    readonly name: string;
    readonly change: Change;
    readonly path: string;
    readonly reason: RegExp;
    /** What must not be there. */
    readonly stops: RegExp;
    readonly account?: string;
}

/** What makes tasks start, or gives a role rights. */
const TASKS = /-(task|service)$|policy|attachment|rule|target|redeployment|failures/;

const ROWS: Row[] = [
    {
        name: "a task definition that is too large",
        change: (args) => ({
            ...args,
            containers: {
                ...args.containers,
                web: {
                    ...args.containers.web,
                    environment: { TEXT: pulumi.output("x".repeat(66_000)) },
                },
            },
        }),
        path: "containers",
        reason: /^make a task definition of 6[67]\d{3} bytes, and Amazon ECS takes 65536: environment of container web has 66\d{3}, /,
        stops: TASKS,
    },
    {
        name: "rights that no inline policy holds, though shorter ARNs were assumed",
        change: injecting(longNames(12, 950)),
        path: "executionRole.policies",
        reason: /^the policy has \d{5} characters, and the inline policies of a role have at most 10240\. Set executionRole\.policies to "managed"/,
        stops: TASKS,
    },
    {
        name: "more event rules than were planned",
        change: (args) => ({
            ...injecting(longNames(20, 950))(args),
            executionRole: {
                existing: "arn:aws:iam::123456789012:role/runner",
                attachPolicies: false,
            },
        }),
        path: "redeployOnRotation",
        reason: /^watching the secrets takes \d+ event rules, and \d+ were planned before all ARNs were known\./,
        stops: /rule|target|redeployment|failures/,
    },
    {
        name: "a parameter of another account that is a resource",
        change: (args) =>
            injecting({
                THEIRS: new Parameter("theirs", { name: "/theirs", type: "SecureString" }),
            })(args),
        account: "210987654321",
        path: "containers.web.secrets.THEIRS",
        reason: /^is a parameter of account 123456789012: Amazon ECS reads no parameters/,
        stops: TASKS,
    },
    {
        name: "a secret of another account that is a resource without a key",
        change: (args) => injecting({ THEIRS: new Secret("theirs", {}) })(args),
        account: "210987654321",
        path: "containers.web.secrets.THEIRS",
        reason: /^is a secret of account 123456789012, and its key is not named/,
        stops: TASKS,
    },
];

/** The account that the component is in, where it is not that of the resources. */
const inAccount =
    (account: string | undefined) =>
    (token: string, where: FakeAccount, inputs?: Wire): Wire =>
        account !== undefined && token.endsWith("getCallerIdentity")
            ? { accountId: account }
            : fakeCall(token, where, inputs);

const isStopped = (resources: readonly RecordedResource[], stops: RegExp) =>
    resources.filter(({ name, custom }) => custom && stops.test(name)).map(({ name }) => name);

describe("what only shows when the plans are made stops what depends on it at once:", () => {
    for (const { name, change, path, reason, stops, account } of ROWS) {
        it(name, async () => {
            const { errors, resources } = await record(() => void fullProgram(change), {
                call: inAccount(account),
            });
            await assertSettled();
            assert.equal(errors.length, 1, errors.map(String).join("\n"));
            const [error] = errors;
            assert.ok(pulumi.InputPropertiesError.isInstance(error), String(error));
            const found = (error.errors ?? []).filter(({ propertyPath }) => propertyPath === path);
            assert.equal(found.length, 1, JSON.stringify(error.errors));
            assert.match(found[0].reason, reason);
            const own = resources.filter((one) => one.name.startsWith("web"));
            assert.deepEqual(isStopped(own, stops), []);
        });
    }
});
