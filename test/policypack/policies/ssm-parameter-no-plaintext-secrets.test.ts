import { changeStack, type Stack } from "../../support/pack-stack";
import { describePolicy, type PolicyRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";

const VALUE = "made-up-value-4711";

const ENCRYPT =
    'type: "SecureString", and allow who reads it ssm:GetParameter, and kms:Decrypt on the key if ' +
    "it is one of your own.";

const stop = (place: string, reason: string, remedy = `Set ${ENCRYPT}`) =>
    `${place} is plaintext: ${reason}. ${remedy}`;

const PASSWORD = "its name reads as a password";

const base: Stack = { task: { type: "aws:ssm/parameter:Parameter", props: { type: "String" } } };

const withProps = (props: object) => changeStack(base, { task: { props: { ...props } } });

const withValue = (name: unknown, value: unknown, type = "String") =>
    withProps({ name, value, type });

/** Parameters as teams keep them, none of which is a secret. */
const HARMLESS: readonly [name: string, value: string, why: string][] = [
    ["/web/log-level", "info", "an ordinary setting"],
    ["/app/db/host", "db.example", "the host of a database"],
    ["/app/password-policy/min-length", "12", "a length, though its path speaks of passwords"],
    ["/app/auth/token-url", "https://login.example/oauth2/token", "the address of tokens"],
    ["/app/secret-name", "prod/web/db", "the name of a secret"],
    ["/app/api-key-parameter", "/app/api-key", "the path of another parameter"],
    ["/app/features/password-login", "true", "a flag"],
    ["/golden/ami/latest", "ami-0123456789abcdef0", "the id of an image"],
    ["/secrets/app/region", "us-east-1", "a region, under a folder of secrets"],
    ["/app/db/password", "", "nothing at all"],
    ["/app/config", '{"db":{"host":"db.example","passwordFile":"/run/db"}}', "a JSON document"],
    ["/app/env", "LOG_LEVEL=info\nPASSWORD_MIN_LENGTH=12\n", "lines of variables"],
];

const arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf";

describePolicy("ssm-parameter-no-plaintext-secrets", {
    values: [VALUE],
    valid: [
        ...HARMLESS.map(([name, value, why]): PolicyRow => ({
            name: `${why}: ${name}`,
            stack: withValue(name, value),
        })),
        {
            name: "a password that is encrypted",
            stack: withValue("/web/db-password", VALUE, "SecureString"),
        },
        {
            name: "a password that is encrypted, and not known yet",
            stack: withValue("/web/db-password", UNKNOWN, "SecureString"),
        },
        {
            name: "a write-only password that is encrypted",
            stack: withProps({ name: "/web/db-password", valueWo: VALUE, type: "SecureString" }),
        },
        { name: "the ARN of a secret", stack: withValue("/web/db-password", arn) },
        { name: "a list of hosts", stack: withValue("/app/hosts", "a.example,b", "StringList") },
        { name: "a parameter without a value", stack: withProps({ name: "/web/db-password" }) },
        {
            name: "values that are not there",
            stack: withProps({ name: "/web/db-password", value: null, insecureValue: undefined }),
        },
    ],
    invalid: [
        {
            name: "a password of type String",
            stack: withValue("/web/db-password", VALUE),
            messages: [stop("parameter /web/db-password", PASSWORD)],
        },
        {
            name: "a password in a list",
            stack: withValue("/web/db-password", `${VALUE},other`, "StringList"),
            messages: [stop("parameter /web/db-password", PASSWORD)],
        },
        {
            name: "a harmless path whose value carries a password",
            stack: withValue("/web/database", `postgres://app:${VALUE}@db.example/app`),
            messages: [
                stop("parameter /web/database", "its value is a URL that carries a password"),
            ],
        },
        {
            name: "a write-only value, which Parameter Store shows all the same",
            stack: withProps({ name: "/web/db-password", valueWo: VALUE }),
            messages: [stop("parameter /web/db-password", PASSWORD)],
        },
        {
            name: "insecureValue, whatever the type says",
            stack: withProps({
                name: "/web/db-password",
                insecureValue: VALUE,
                type: "SecureString",
            }),
            messages: [
                stop("parameter /web/db-password", PASSWORD, `Move it to value, set ${ENCRYPT}`),
            ],
        },
        {
            name: "a field of a JSON document",
            stack: withValue("/web/config", JSON.stringify({ db: { password: VALUE } })),
            messages: [stop("parameter /web/config: db password", PASSWORD)],
        },
        {
            name: "a field of a JSON document, and not the document that is called after it",
            stack: withValue("/web/db-credentials", JSON.stringify({ user: "a", password: VALUE })),
            messages: [stop("parameter /web/db-credentials password", PASSWORD)],
        },
        {
            name: "a line of many",
            stack: withValue("/web/env", `LOG_LEVEL=info\nDB_PASSWORD=${VALUE}\n`),
            messages: [stop("parameter /web/env DB_PASSWORD", PASSWORD)],
        },
        {
            name: "a parameter whose resource alone has a name",
            stack: changeStack({}, { "db-password": { ...base.task, props: { value: VALUE } } }),
            resource: "db-password",
            messages: [stop("parameter db-password", PASSWORD)],
        },
        {
            name: "a number, which AWS would take for a text",
            stack: withValue("/web/db-password", 471147),
            messages: [stop("parameter /web/db-password", PASSWORD)],
        },
    ],
    unknown: [
        {
            name: "a password that is not known yet",
            stack: withValue("/web/db-password", UNKNOWN),
            messages: [
                `parameter /web/db-password is undetermined: ${PASSWORD}, and its value is not known ` +
                    `yet. Set ${ENCRYPT}`,
            ],
        },
        {
            name: "a name of which a part is not known yet",
            stack: withValue(`/web/${UNKNOWN}/password`, UNKNOWN),
            messages: [
                `parameter /web/<not known yet>/password is undetermined: ${PASSWORD}, and its value is not known ` +
                    `yet. Set ${ENCRYPT}`,
            ],
        },
        {
            name: "a type that is not known yet",
            stack: withValue("/web/db-password", VALUE, UNKNOWN),
            messages: [
                "undetermined: the type of parameter /web/db-password: is not known yet. It is " +
                    "judged at update.",
            ],
        },
        {
            name: "values of wrong types, which AWS refuses",
            stack: withProps({ name: 7, value: [VALUE], insecureValue: {} }),
            messages: [
                "undetermined: parameter task: cannot be read: its value is not a text. " +
                    "Give what the service takes.",
            ],
        },
    ],
});
