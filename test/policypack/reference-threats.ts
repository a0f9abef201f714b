import type { Wire } from "../support/wire";
import { edit, type Threat } from "./threat";

const ROLE = "ecs-task-definition-require-execution-role";
const REFERENCES = "ecs-task-definition-require-valid-references";
const KEY = "secretsmanager-secret-require-usable-key";

interface Named {
    name: string;
    valueFrom: string;
}

/** Changes the one container of the task definition. */
function editContainer(change: (container: Wire) => Wire): Threat["change"] {
    return edit("web-task", (props) => {
        const [container] = JSON.parse(props.containerDefinitions as string) as [Wire];
        return { ...props, containerDefinitions: JSON.stringify([change(container)]) };
    });
}

const editSecret = (change: (valueFrom: string) => string) =>
    editContainer((container) => ({
        ...container,
        secrets: (container.secrets as Named[]).map((one) => ({
            ...one,
            valueFrom: change(one.valueFrom),
        })),
    }));

const editOption = (change: (valueFrom: string) => string) =>
    editContainer((container) => {
        const log = container.logConfiguration as { secretOptions: Named[] };
        const secretOptions = log.secretOptions.map((one) => ({
            ...one,
            valueFrom: change(one.valueFrom),
        }));
        return { ...container, logConfiguration: { ...log, secretOptions } };
    });

const references = (name: string, change: Threat["change"]): Threat => ({
    name,
    policy: REFERENCES,
    change,
});

/** What may go wrong with references, the role that reads them, and the keys; one change each. */
export const REFERENCE_THREATS: readonly Threat[] = [
    {
        name: "takes the execution role away",
        policy: ROLE,
        change: edit("web-task", ({ executionRoleArn: _taken, ...props }) => props),
    },
    references(
        "writes a JSON key with one colon",
        editOption((arn) => `${arn}:token`),
    ),
    references(
        "writes a stage and a version id",
        editOption((arn) => `${arn}::AWSCURRENT:11111111`),
    ),
    references(
        "takes the id of a SecretVersion for its ARN",
        editOption((arn) => `${arn}|terraform-20260101000000`),
    ),
    references(
        "writes a JSON key of a parameter",
        editSecret((arn) => `${arn}:password::`),
    ),
    references(
        "writes a version of a parameter",
        editSecret((arn) => `${arn}:3`),
    ),
    references(
        "writes a parameter's ARN with two slashes",
        editSecret((arn) => arn.replace(":parameter/", ":parameter//")),
    ),
    references(
        "writes nothing",
        editSecret(() => ""),
    ),
    references(
        "gives a name a second time",
        editContainer((container) => {
            const secrets = container.secrets as Named[];
            return { ...container, secrets: [...secrets, ...secrets] };
        }),
    ),
    references(
        "gives a name in environment as well",
        editContainer((container) => {
            const [{ name }] = container.secrets as Named[];
            return { ...container, environment: [{ name, value: "" }] };
        }),
    ),
];

/** What may go wrong with the key of a parameter; one change each. */
export const KEY_THREATS: readonly Threat[] = [
    {
        name: "disables the key",
        policy: KEY,
        change: edit("article", (props) => ({ ...props, isEnabled: false })),
    },
    {
        name: "makes the key for signatures",
        policy: KEY,
        change: edit("article", (props) => ({ ...props, keyUsage: "SIGN_VERIFY" })),
    },
    {
        name: "makes the key asymmetric",
        policy: KEY,
        change: edit("article", (props) => ({ ...props, customerMasterKeySpec: "RSA_4096" })),
    },
    {
        name: "names the key that AWS manages for secrets",
        policy: KEY,
        change: edit("web-secret-database", (props) => ({
            ...props,
            keyId: "alias/aws/secretsmanager",
        })),
    },
];
