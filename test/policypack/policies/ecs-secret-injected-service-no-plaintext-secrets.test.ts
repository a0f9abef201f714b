import { SERVICE_TYPE, TASK_DEFINITION_TYPE } from "../../../core";
import { changeStack, type Stack } from "../../support/pack-stack";
import { describePolicy } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";

const base: Stack = { task: { type: SERVICE_TYPE, props: { secrets: {}, validated: true } } };

const withContainers = (containers: unknown) =>
    changeStack(base, { task: { props: { containers } } });

const withNames = (undetermined: unknown, environment: unknown = undetermined) =>
    withContainers({ web: { environment, undetermined, secrets: [], logOptions: [] } });

const open = (container: string, name: string, reads: string, key = name) =>
    `container ${container}: environment ${name} is undetermined: its name reads as ${reads}, and ` +
    `its value is not known yet. Move it from environment to the container's secrets, ` +
    `${key}: { value: … }: the component stores it, and injects it.`;

const UNREADABLE =
    "undetermined: the variables of the component's containers: are told in no form that this " +
    "pack knows. Take the pack of the component's own version; the task definition is judged at " +
    "update.";

describePolicy("ecs-secret-injected-service-no-plaintext-secrets", {
    values: [],
    valid: [
        { name: "containers without variables", stack: withNames([]) },
        {
            name: "a sensitive name whose value is known: the component has judged it",
            stack: withNames([], ["DB_PASSWORD"]),
        },
        { name: "an ordinary name whose value is not known yet", stack: withNames(["BUCKET"]) },
        {
            name: "a name that speaks of a secret and asks for its ARN",
            stack: withNames(["DB_SECRET_ARN"]),
        },
        { name: "no containers", stack: withContainers({}) },
        {
            name: "a task definition that a service owns: the service has told of it",
            stack: changeStack(withNames(["DB_PASSWORD"]), {
                task: { type: TASK_DEFINITION_TYPE, component: SERVICE_TYPE },
            }),
        },
        {
            name: "a component of somebody else",
            stack: changeStack(withNames(["DB_PASSWORD"]), {
                task: { type: "other:index:Service" },
            }),
        },
    ],
    invalid: [],
    unknown: [
        {
            name: "a sensitive name whose value is not known yet",
            stack: withNames(["DB_PASSWORD", "LOG_LEVEL"]),
            messages: [open("web", "DB_PASSWORD", "a password")],
        },
        {
            name: "it in a task definition alone",
            stack: changeStack(withNames(["apiToken"]), { task: { type: TASK_DEFINITION_TYPE } }),
            messages: [open("web", "apiToken", "a token")],
        },
        {
            name: "it under a name that is no identifier, in several containers, sorted",
            stack: withContainers({
                web: { environment: ["db-password"], undetermined: ["db-password"] },
                agent: { environment: ["API_KEY"], undetermined: ["API_KEY"] },
            }),
            messages: [
                open("agent", "API_KEY", "an API key"),
                open("web", "db-password", "a password", '"db-password"'),
            ],
        },
        { name: "no outline at all", stack: base, messages: [UNREADABLE] },
        {
            name: "an outline that is not known yet",
            stack: withContainers(UNKNOWN),
            messages: [UNREADABLE],
        },
        {
            name: "an outline of an earlier version, once for all containers",
            stack: withContainers({ web: { environment: ["A"] }, agent: { environment: [] } }),
            messages: [UNREADABLE],
        },
        {
            name: "names that are no list of texts",
            stack: withNames([1, null]),
            messages: [UNREADABLE],
        },
        {
            name: "containers that are a list",
            stack: withContainers(["web"]),
            messages: [UNREADABLE],
        },
        {
            name: "a container that can be read beside one that cannot",
            stack: withContainers({ web: { undetermined: ["DB_PASSWORD"] }, agent: "x" }),
            messages: [open("web", "DB_PASSWORD", "a password"), UNREADABLE],
        },
    ],
});
