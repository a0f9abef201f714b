import * as pulumi from "@pulumi/pulumi";
import {
    findOptionFinding,
    findPlaintextFinding,
    findReferenceInPlaintext,
    joinPath,
    secretFieldFinding,
    secretPlaintextFinding,
    type Finding,
} from "../../core";
import type { ContainerArgs, LogConfigurationArgs } from "../args";
import { holdsOutput } from "../is-output";
import type { ScopeArgs } from "../scope";
import { findOfText, type JudgedOutput } from "./judged-output";
import { listOutputs } from "./list-outputs";

/** Where a plaintext value stands, by what is to be done instead. */
type PlaintextPlace = Parameters<typeof findPlaintextFinding>[3];

/** Lists the Outputs that are written in plaintext into the task definition or the service. */
export function listPlaintext(args: ScopeArgs): JudgedOutput[] {
    const proxy = args.serviceConnectConfiguration?.logConfiguration;
    return [
        ...Object.entries(args.containers).flatMap(([name, container]) =>
            listOfContainer(container, joinPath("containers", name)),
        ),
        ...listOfLogs(proxy, "serviceConnectConfiguration.logConfiguration"),
    ];
}

function listOfContainer(container: ContainerArgs, path: string): JudgedOutput[] {
    const {
        environment,
        dockerLabels,
        firelensConfiguration,
        logConfiguration,
        // What refers to secrets is judged as such.
        secrets: _secrets,
        jsonSecrets: _jsonSecrets,
        repositoryCredentials: _repositoryCredentials,
        environmentFiles,
        ...rest
    } = container;
    const router = joinPath(path, "firelensConfiguration");
    const files = (environmentFiles ?? []).map(({ value }) => value);
    return [
        ...listRecord(environment, joinPath(path, "environment"), "secrets", findVariable),
        ...listRecord(
            dockerLabels,
            joinPath(path, "dockerLabels"),
            "dockerLabels",
            findPlaintext("dockerLabels"),
        ),
        ...listRecord(
            firelensConfiguration?.options,
            joinPath(router, "options"),
            "firelensConfiguration",
            findPlaintext("firelensConfiguration"),
        ),
        ...listOfLogs(logConfiguration, joinPath(path, "logConfiguration")),
        // A command, a health check and the like are as plain as environment is.
        ...listFields({ ...rest, environmentFiles: files }, path),
        ...listFields({ type: firelensConfiguration?.type }, router),
    ];
}

function listOfLogs(logs: LogConfigurationArgs | undefined, path: string): JudgedOutput[] {
    const driver = typeof logs?.logDriver === "string" ? logs.logDriver : undefined;
    return [
        ...listRecord(logs?.options, joinPath(path, "options"), "secretOptions", (name, text, at) =>
            findOptionFinding(driver, name, text, at),
        ),
        ...listFields({ logDriver: logs?.logDriver }, path),
    ];
}

type FindText = (name: string, text: string, path: string) => Finding[];

function findPlaintext(instead: PlaintextPlace): FindText {
    return (name, text, path) => findPlaintextFinding(name, text, path, instead);
}

/** A variable may hold a secret, or the ARN of one that the application takes for the secret. */
const findVariable: FindText = (name, text, path) => [
    ...findPlaintextFinding(name, text, path, "secrets"),
    ...findReferenceInPlaintext(name, text, path),
];

/** Lists the fields that nothing can be injected into, whole: an Output may stand inside. */
function listFields(fields: object, path: string): JudgedOutput[] {
    return Object.entries(fields)
        .filter(([, value]) => holdsOutput(value))
        .map(([field, value]) => ({
            value: pulumi.output<unknown>(value),
            ifSecret: secretFieldFinding(joinPath(path, field), field),
        }));
}

function listRecord(
    record: object | undefined,
    path: string,
    instead: PlaintextPlace,
    find: FindText,
): JudgedOutput[] {
    return listOutputs(record, path).map(({ name, path: at, value }) => ({
        value,
        ifSecret: secretPlaintextFinding(at, instead),
        find: findOfText(at, (text) => find(name, text, at)),
    }));
}
