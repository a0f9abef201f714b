import { joinReadings, type PlaintextReading, variableOf } from "../../core";
import type { Properties } from "../plaintext/define-policy";
import { fieldOf, listRecord, listWords } from "./variables";

/** Lists what a Lambda function shows to whoever may read its configuration. */
export function listFunctionPlaintext({ environment, imageConfig }: Properties): PlaintextReading {
    const command = { path: "imageConfig.commands", remedy: readSecret };
    const entryPoint = { path: "imageConfig.entryPoints", remedy: readSecret };
    return joinReadings([
        listRecord(fieldOf(environment, "variables"), { path: "environment", remedy: readSecret }),
        listWords(fieldOf(imageConfig, "entryPoints"), entryPoint),
        listWords(fieldOf(imageConfig, "commands"), command),
    ]);
}

/**
 * Lambda injects no secrets: the function reads them.
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_lambda.html
 */
function readSecret(name: string): string {
    const variable = `${variableOf(name)}_ARN`;
    return (
        `Store it in AWS Secrets Manager, set ${variable} in environment.variables to the ARN of ` +
        "the secret, allow the function's role secretsmanager:GetSecretValue on it, and read it " +
        "with the AWS Parameters and Secrets Lambda Extension."
    );
}
