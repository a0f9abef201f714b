import type { PolicyProviderResource, PolicyResource } from "@pulumi/policy";
import assert from "node:assert/strict";
import { TASK_DEFINITION_TYPE } from "../../../core";
import { executionRoleRequireKmsDecrypt } from "../../../policypack/policies/ecs-execution-role-require-kms-decrypt";
import { isSameAccount } from "../../../policypack/stack/account";
import { changeStack, toResources, type Stack } from "../../support/pack-stack";
import { UNKNOWN } from "../../support/wire";
import { deployed, firstPreview } from "../kms-decrypt/stack";

const provider = (name: string, props: object): PolicyProviderResource => ({
    type: "pulumi:providers:aws",
    name,
    urn: `urn:pulumi:dev::project::pulumi:providers:aws::${name}`,
    props,
});

const main = provider("default", { region: "us-east-1" });
const there = provider("there", { region: "eu-west-1" });
const other = provider("other", {
    assumeRoles: '[{"roleArn":"arn:aws:iam::210987654321:role/a"}]',
});

describe("two providers are certainly of one account", () => {
    const rows: [
        name: string,
        one: PolicyProviderResource | undefined,
        other: PolicyProviderResource | undefined,
        expected: boolean,
    ][] = [
        ["if they are one", other, other, true],
        ["if no resource has any", undefined, undefined, true],
        ["if they differ in what says nothing of the account", main, there, true],
        ["not if one assumes a role", main, other, false],
        ["not if one assumes a role and the other is not told", other, undefined, false],
        [
            "if they assume the same role",
            other,
            provider("again", { ...other.props, region: "eu-west-1" }),
            true,
        ],
        [
            "not if they assume different roles",
            other,
            provider("third", { assumeRoles: "[]" }),
            false,
        ],
        [
            "not if what one has is not known yet",
            provider("one", { profile: UNKNOWN }),
            provider("two", { profile: UNKNOWN }),
            false,
        ],
        ["not if what one has is no text", provider("one", { assumeRoles: [{}] }), main, false],
    ];
    for (const [name, one, second, expected] of rows) {
        it(name, () => {
            assert.equal(isSameAccount({ provider: one }, { provider: second }), expected);
        });
    }
});

const planned = changeStack(deployed, {
    ...firstPreview,
    web: { type: TASK_DEFINITION_TYPE, props: {} },
    rights: { component: TASK_DEFINITION_TYPE, props: { policy: UNKNOWN } },
    task: { ...firstPreview.task, component: TASK_DEFINITION_TYPE },
});

const newRole = changeStack(deployed, {
    role: firstPreview.role,
    task: { props: { executionRoleArn: UNKNOWN } },
});

describe("of a key that another provider makes the policy", () => {
    const rows: [name: string, stack: Stack, key: PolicyProviderResource, messages: string[]][] = [
        [
            "says nothing at the component's first preview, if it is of the same account",
            planned,
            there,
            [],
        ],
        [
            "says nothing of a new role with the right, if it is of the same account",
            newRole,
            there,
            [],
        ],
        [
            "leaves a new role with the right to the update, if it may be of another account",
            newRole,
            other,
            [],
        ],
    ];
    for (const [name, stack, key, messages] of rows) {
        it(name, () => {
            assert.deepEqual(messagesOf(stack, key), messages);
        });
    }
});

/** What the policy says of a stack whose key has a provider of its own. */
function messagesOf(stack: Stack, ofKey: PolicyProviderResource): string[] {
    const messages: string[] = [];
    const args = {
        resources: link(stack, ofKey),
        getConfig: () => ({}),
        notApplicable: (reason?: string) => assert.fail(reason),
    };
    const report = (violation: string | { message: string }) =>
        messages.push(typeof violation === "string" ? violation : violation.message);
    void executionRoleRequireKmsDecrypt.validateStack(args as never, report as never);
    return messages;
}

/** The resources of a stack as the policy SDK gives them to a policy. */
function link(stack: Stack, ofKey: PolicyProviderResource): PolicyResource[] {
    const sent = toResources(stack);
    const made = new Map(
        sent.map((one) => [
            one.urn,
            { ...one, provider: one.type === "aws:kms/key:Key" ? ofKey : main },
        ]),
    );
    return sent.map(({ urn, parent, propertyDependencies = {} }) => {
        const links = Object.entries(propertyDependencies).map(([property, urns]) => [
            property,
            urns.map((each) => made.get(each)),
        ]);
        return Object.assign(made.get(urn) ?? {}, {
            parent: parent && made.get(parent),
            propertyDependencies: Object.fromEntries(links) as object,
        });
    }) as unknown as PolicyResource[];
}
