import type { Wire } from "../support/wire";
import {
    DECRYPT,
    keyed,
    READ,
    REFERENCES,
    unknown,
    type AccessThreat,
    type Said,
} from "./access-threat";
import { ACCOUNT, edit, SECRET, type Change } from "./access-threats-edits";

interface Container extends Wire {
    readonly secrets: readonly { readonly name: string; readonly valueFrom: string }[];
}

/** Changes the one container of the task definition. */
const editContainer = (change: (container: Container) => Wire): Change =>
    edit("web-task", (props) => {
        const [container] = JSON.parse(props.containerDefinitions as string) as [Container];
        return { ...props, containerDefinitions: JSON.stringify([change(container)]) };
    });

/** Changes what the container's one secret is read from. */
const from = (valueFrom: string): Change =>
    editContainer((container) => ({
        ...container,
        secrets: container.secrets.map((one) => ({ ...one, valueFrom })),
    }));

const PARAMETER = `arn:aws:ssm:us-east-1:${ACCOUNT}:parameter/web/database-password`;

const broken = (name: string, valueFrom: string): AccessThreat =>
    keyed(name, from(valueFrom), [REFERENCES], "words");

/** The right to read it can be given; whether it has a key of its own remains unknown. */
const elsewhere = (name: string, valueFrom: string, reading: Said): AccessThreat => ({
    ...keyed(name, from(valueFrom), [unknown(DECRYPT), reading], "statement"),
    remains: [unknown(DECRYPT)],
});

/** What cannot be read may hold a value. */
const UNREADABLE: Said = ["ecs-task-definition-no-plaintext-secrets", "advisory", "web-task"];

/** What may go wrong with the references themselves, and with what they lead to. */
export const REFERENCE_ACCESS_THREATS: readonly AccessThreat[] = [
    broken("writes the JSON key with one colon", `${SECRET}:password`),
    broken("writes the JSON key with two colons", `${SECRET}:password:`),
    broken("takes a parameter of another account", PARAMETER.replace(ACCOUNT, "210987654321")),
    broken("writes a fourth field", `${SECRET}:password:AWSCURRENT::`),
    broken("writes a stage and a version id", `${SECRET}:password:AWSCURRENT:11111111`),
    broken("takes the id of the SecretVersion", `${SECRET}|terraform-20260101000000`),
    broken("makes the secret itself a text", "[object Object]"),
    broken("writes a template in plain quotes", "${secret.arn}"),
    broken("writes nothing", ""),
    broken("writes a blank", " "),
    broken("names the secret by a name with a blank", "my secret"),
    broken("takes the ARN of a role", `arn:aws:iam::${ACCOUNT}:role/web`),
    broken("takes the ARN of something else of the store", SECRET.replace(":secret:", ":policy:")),
    keyed(
        "writes no valueFrom",
        editContainer((container) => ({
            ...container,
            secrets: container.secrets.map(({ name }) => ({ name })),
        })),
        [UNREADABLE, REFERENCES],
        "words",
    ),
    keyed(
        "injects the secret under one name twice",
        editContainer((one) => ({ ...one, secrets: [...one.secrets, ...one.secrets] })),
        [REFERENCES],
        "words",
    ),
    elsewhere(
        "takes another secret, which is not of the stack",
        SECRET.replace("web-secret-database", "other"),
        unknown(READ),
    ),
    elsewhere("takes a parameter that the role may not read", PARAMETER, READ),
    elsewhere("takes a parameter by its name", "/web/other", READ),
];
