import { changeStack } from "../../support/pack-stack";
import type { PolicyRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";
import {
    inject,
    NAME,
    PARAMETER,
    parameter,
    SECRET,
    VALUE,
    withDefinitions,
    withProxy,
    withSecret,
} from "./stack";

/** What the policy on references says nothing of. */
export const valid: PolicyRow[] = [
    { name: "references of every form", stack: inject(SECRET, `${SECRET}:key::`, PARAMETER) },
    { name: "a parameter's name", stack: inject("/web/db") },
    { name: "no definitions", stack: withDefinitions(undefined) },
    { name: "definitions that are not known yet", stack: withDefinitions(UNKNOWN) },
    { name: "a reference that is not known yet", stack: inject(UNKNOWN, `${UNKNOWN}:key`) },
    { name: "definitions that are no JSON, which is told elsewhere", stack: withDefinitions("[{") },
    {
        name: "a password in the reference's place, of which another policy says so",
        stack: inject(`postgres://app:${VALUE}@db`),
    },
    {
        name: "a secret of another account",
        stack: inject(SECRET.replace("123456789012", "210987654321")),
    },
    {
        name: "a parameter of another account, where that of the task is not known",
        stack: changeStack(inject(PARAMETER), { task: { props: { executionRoleArn: UNKNOWN } } }),
    },
    {
        name: "a name that is a secret's and a parameter's",
        stack: { ...withSecret("db"), ...parameter("/db") },
    },
    {
        name: "a name that is a secret's, where a parameter's is not known yet",
        stack: { ...withSecret("db"), ...parameter(UNKNOWN) },
    },
    { name: "a name that is no secret's of the stack", stack: withSecret("other") },
    { name: "a secret whose name is not known yet", stack: withSecret(UNKNOWN) },
    { name: "a proxy's option", stack: withProxy(`${SECRET}:token::`) },
    { name: "a proxy's option that is not known yet", stack: withProxy(UNKNOWN) },
    {
        name: "a service without a proxy",
        stack: { task: { type: "aws:ecs/service:Service", props: { name: "web" } } },
    },
    {
        name: "what is likely, where a team wants to hear none of it",
        stack: inject(SECRET.slice(0, -7)),
        config: { [NAME]: { likely: "disabled" } },
    },
    {
        name: "a partial ARN in a child of our component, whose role may read it",
        stack: changeStack(inject(SECRET.slice(0, -7)), {
            task: { component: "ecs-secrets:index:SecretInjectedService" },
        }),
    },
    {
        name: "a place that is exempted",
        stack: inject(`${SECRET}:key`),
        today: "2026-01-01",
        config: {
            [NAME]: {
                exemptions: [
                    {
                        urn: "*",
                        container: "web",
                        variable: "A",
                        reason: "x",
                        expires: "2026-01-31",
                    },
                ],
            },
        },
    },
];
