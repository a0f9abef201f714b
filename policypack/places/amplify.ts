import { joinReadings, type PlaintextReading, variableOf } from "../../core";
import type { Properties } from "../plaintext/define-policy";
import { fieldOf, listRecord, listScript } from "./variables";

/** Lists what an Amplify app shows, in its own settings and in those of branches to come. */
export function listAppPlaintext(props: Properties): PlaintextReading {
    const { autoBranchCreationConfig: branches } = props;
    return joinReadings([
        listVariables(props.environmentVariables, "environmentVariables"),
        listCommands(props.buildSpec, "buildSpec"),
        listVariables(
            fieldOf(branches, "environmentVariables"),
            "autoBranchCreationConfig.environmentVariables",
        ),
        listCommands(fieldOf(branches, "buildSpec"), "autoBranchCreationConfig.buildSpec"),
    ]);
}

/** Lists what a branch of an Amplify app shows. */
export function listBranchPlaintext({ environmentVariables }: Properties): PlaintextReading {
    return listVariables(environmentVariables, "environmentVariables");
}

function listVariables(variables: unknown, path: string): PlaintextReading {
    return listRecord(variables, { path, remedy: storeForBuild });
}

function listCommands(spec: unknown, path: string): PlaintextReading {
    return listScript(spec, { path, remedy: storeForBuild });
}

/**
 * A build finds the parameters of its branch in one variable; what runs reads secrets itself.
 * Source: https://docs.aws.amazon.com/amplify/latest/userguide/environment-secrets.html
 */
function storeForBuild(name: string): string {
    return (
        `Store it as a SecureString named /amplify/<app id>/<branch>/${variableOf(name)}, which a build ` +
        "finds in the JSON of its variable secrets, or in AWS Secrets Manager, and let the compute " +
        "role read it at run time."
    );
}
