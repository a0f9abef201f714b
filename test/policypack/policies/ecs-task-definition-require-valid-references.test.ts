import { describePolicy } from "../../support/policy-table";
import { invalid } from "../references/invalid";
import {
    inject,
    NAME,
    parameter,
    SECRET,
    VALUE,
    withContainer,
    withSecret,
} from "../references/stack";
import { valid } from "../references/valid";

const PARTIAL = `container web: secrets A (${SECRET.slice(0, -7)}): it is a partial ARN, without the hyphen and the six characters that AWS appends to a name: AWS may find another secret by it, and a policy that names the complete ARN does not match it. Give the complete ARN, for example secret.arn.`;
const OF_SECRET =
    "container web: secrets A: it is the name of secret secret, and Amazon ECS looks for a parameter of that name. Give the complete ARN: the arn of secret.";

describePolicy(NAME, {
    values: [VALUE],
    valid,
    invalid: [
        ...invalid,
        {
            name: "what is likely, where a team wants that",
            stack: inject(SECRET.slice(0, -7)),
            config: { [NAME]: { likely: "mandatory" } },
            messages: [PARTIAL],
        },
    ],
    unknown: [
        { name: "a partial ARN", stack: inject(SECRET.slice(0, -7)), messages: [PARTIAL] },
        {
            name: "the name of a secret of the stack",
            stack: withSecret("db"),
            messages: [OF_SECRET],
        },
        {
            name: "such a name beside a parameter of another name",
            stack: { ...withSecret("db"), ...parameter("/web/db") },
            messages: [OF_SECRET],
        },
        {
            name: "such a name in a log option",
            stack: {
                ...withSecret("db"),
                ...withContainer({
                    logConfiguration: {
                        logDriver: "splunk",
                        secretOptions: [{ name: "splunk-token", valueFrom: "db" }],
                    },
                }),
            },
            messages: [
                OF_SECRET.replace("secrets A", "logConfiguration.secretOptions splunk-token"),
            ],
        },
    ],
});
