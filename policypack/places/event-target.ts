import { joinReadings, type Place, type PlaintextReading } from "../../core";
import type { Properties } from "../plaintext/define-policy";
import type { JsonContext } from "./json-text";
import { overrideRemedy } from "./override-remedy";
import { listTargetText } from "./target-text";
import { type Field, fieldOf, listPairs, listRecord } from "./variables";

const WHO_SEES = "whoever may read the target reads what is passed";

/** Lists what the target of an EventBridge rule shows. */
export function listEventTargetPlaintext(props: Properties): PlaintextReading {
    const { httpTarget, sagemakerPipelineTarget } = props;
    return joinReadings([
        listTargetText(props.input, passedBy("input")),
        listTargetText(
            fieldOf(props.inputTransformer, "inputTemplate"),
            passedBy("inputTransformer.inputTemplate"),
        ),
        listRecord(fieldOf(httpTarget, "headerParameters"), requestBy("headerParameters")),
        listRecord(
            fieldOf(httpTarget, "queryStringParameters"),
            requestBy("queryStringParameters"),
        ),
        listPairs(
            fieldOf(sagemakerPipelineTarget, "pipelineParameterLists"),
            settingOf("sagemakerPipelineTarget.pipelineParameterLists"),
        ),
        listRecord(fieldOf(props.ecsTarget, "tags"), settingOf("ecsTarget.tags", "label")),
    ]);
}

/** Lists what a schedule of EventBridge Scheduler shows. */
export function listSchedulePlaintext({ target }: Properties): PlaintextReading {
    return joinReadings([
        listTargetText(fieldOf(target, "input"), passedBy("target.input")),
        listPairs(
            fieldOf(target, "sagemakerPipelineParameters", "pipelineParameters"),
            settingOf("target.sagemakerPipelineParameters.pipelineParameters"),
        ),
        listRecord(
            fieldOf(target, "ecsParameters", "tags"),
            settingOf("target.ecsParameters.tags", "label"),
        ),
    ]);
}

function passedBy(path: string): JsonContext {
    return { path, remedy: (name, place) => overrideRemedy(name, place, WHO_SEES) };
}

function settingOf(path: string, place: Place = "setting"): Field {
    return { path, place, remedy: (name) => overrideRemedy(name, "setting", WHO_SEES) };
}

/**
 * The connection of an API destination adds what signs a request in; EventBridge keeps it in
 * Secrets Manager.
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-target-connection-auth.html
 */
function requestBy(field: string): Field {
    const remedy =
        "Move it to the connection of the API destination (authParameters of aws.cloudwatch.EventConnection), which EventBridge keeps in AWS Secrets Manager.";
    return { path: `httpTarget.${field}`, place: "setting", remedy: () => remedy };
}
