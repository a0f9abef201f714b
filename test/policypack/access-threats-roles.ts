import {
    article,
    DECRYPT,
    keyed,
    MISPLACED,
    NO_ROLE,
    READ,
    TRUST,
    unknown,
    WILDCARD,
    type AccessThreat,
    type Said,
} from "./access-threat";
import {
    ACCOUNT,
    add,
    chain,
    edit,
    editDocument,
    editRight,
    OTHER_ACCOUNT,
    RIGHTS,
    SECRET,
    set,
    setRight,
    TASK_ROLE,
    withRolePolicy,
    without,
    type Change,
    type Statement,
} from "./access-threats-edits";

const EXECUTION = "web-execution-role-0a1b2c3";
const PROGRAM = "web-task-role-0a1b2c3";

const editTrust = (change: (statement: Statement) => object[]): Change =>
    editDocument("web-execution-role", "assumeRolePolicy", (all) => all.flatMap(change));
const trusting = (elements: object): Change =>
    editTrust((statement) => [{ ...statement, ...elements }]);
const untrusted = (name: string, change: Change, offers: AccessThreat["offers"] = "statement") =>
    keyed(name, change, [TRUST], offers);

const read = { Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: SECRET };
const attach = (policy: string): Change =>
    add("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "attached", {
        role: EXECUTION,
        policyArn: `arn:aws:iam::aws:policy/${policy}`,
    });
const ON_ROLE: Said = [WILDCARD[0], WILDCARD[1], "web-execution-role"];
const wide = (name: string, change: Change): AccessThreat =>
    keyed(name, change, [WILDCARD], "statement");

/** What may go wrong with whom the rights are for. */
export const ROLE_THREATS: readonly AccessThreat[] = [
    untrusted(
        "lets another service take the role",
        trusting({ Principal: { Service: "ecs.amazonaws.com" } }),
    ),
    untrusted(
        "lets tasks of another account take the role",
        trusting({ Condition: { StringEquals: { "aws:SourceAccount": OTHER_ACCOUNT } } }),
    ),
    untrusted(
        "lets tasks of another region take the role",
        trusting({
            Condition: { ArnLike: { "aws:SourceArn": `arn:aws:ecs:eu-west-1:${ACCOUNT}:*` } },
        }),
    ),
    untrusted(
        "lets the role be taken with a session's tags alone",
        trusting({ Action: "sts:TagSession" }),
    ),
    untrusted("lets its account take the role", trusting({ Principal: { AWS: ACCOUNT } })),
    untrusted("turns the trust into a Deny", trusting({ Effect: "Deny" }), "words"),
    untrusted(
        "denies tasks the role",
        editTrust((one) => [
            one,
            { Effect: "Deny", Principal: { Service: "ecs-tasks.amazonaws.com" }, Action: "sts:*" },
        ]),
        "words",
    ),
    article(
        "gives the rights to the other role",
        set(RIGHTS, { role: PROGRAM }),
        [DECRYPT, READ, READ, MISPLACED, MISPLACED, MISPLACED],
        "statement",
    ),
    {
        ...keyed(
            "writes the right to the secret for the other role",
            chain(
                editRight("ReadSecrets", () => []),
                withRolePolicy("of-program", PROGRAM, read),
            ),
            [READ, MISPLACED],
            "statement",
        ),
        remains: [MISPLACED],
    },
    keyed(
        "gives the other role the right to the secret, too",
        withRolePolicy("of-program", PROGRAM, read),
        [MISPLACED],
        "words",
    ),
    keyed(
        "gives the rights to a role of another stack",
        set(RIGHTS, { role: "other" }),
        [DECRYPT, READ],
        "statement",
    ),
    keyed(
        "takes the task execution role off the task definition",
        edit("web-task", ({ executionRoleArn: _taken, ...props }) => props),
        [NO_ROLE],
        "words",
    ),
    article(
        "writes null for the task execution role",
        set("web-task", { executionRoleArn: null }),
        [NO_ROLE],
        "words",
    ),
    keyed(
        "lets the task definition do without a role",
        set("web-task", { executionRoleArn: "" }),
        [NO_ROLE],
        "words",
    ),
    article(
        "takes the other role for the task execution role",
        set("web-task", { executionRoleArn: TASK_ROLE }),
        [DECRYPT, READ, READ],
        "statement",
    ),
    keyed(
        "takes a role of another stack for the task execution role",
        set("web-task", { executionRoleArn: `arn:aws:iam::${ACCOUNT}:role/other` }),
        [unknown(DECRYPT, "web-task"), unknown(READ, "web-task")],
        "statement",
    ),
    wide("lets the role read all secrets", setRight("ReadSecrets", { Resource: "*" })),
    wide(
        "lets the role read all secrets of the account",
        setRight("ReadSecrets", {
            Resource: `arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:*`,
        }),
    ),
    wide(
        "lets the role decrypt with all keys",
        editRight("DecryptSecrets", ({ Condition: _taken, ...one }) => [{ ...one, Resource: "*" }]),
    ),
    article(
        "lets the role read all parameters",
        setRight("ReadParameters", { Resource: `arn:aws:ssm:*:${ACCOUNT}:parameter/*` }),
        [WILDCARD],
        "statement",
    ),
    keyed(
        "attaches the policy with which AWS lets all secrets be read",
        attach("SecretsManagerReadWrite"),
        [ON_ROLE],
        "statement",
    ),
    keyed(
        "attaches that policy in place of the role's own",
        chain(without(RIGHTS), attach("SecretsManagerReadWrite")),
        [DECRYPT, ON_ROLE],
        "statement",
    ),
];
