import {
    formatName,
    joinReadings,
    type PlaintextReading,
    UNKNOWN_PART,
    variableOf,
} from "../../core";
import type { Properties } from "../plaintext/define-policy";
import { type Field, fieldOf, listPairs, listScript, unread } from "./variables";

const ENVIRONMENT = "aws:elasticbeanstalk:application:environment";
/** Its values name where the value of a variable is stored. */
const SECRETS = "aws:elasticbeanstalk:application:environmentsecrets";
const JVM = "aws:elasticbeanstalk:container:tomcat:jvmoptions";

/** Lists what the option settings of Elastic Beanstalk show. */
export function listSettingsPlaintext({ settings }: Properties): PlaintextReading {
    return Array.isArray(settings)
        ? joinReadings(settings.map(listSetting))
        : unread(settings, { path: "settings" }, "it is not a list of settings");
}

function listSetting(setting: unknown): PlaintextReading {
    // A text that stands where a setting should may itself be the secret.
    const namespace = typeof setting === "string" ? UNKNOWN_PART : fieldOf(setting, "namespace");
    const path =
        typeof namespace === "string" && namespace !== UNKNOWN_PART
            ? `settings: ${formatName(namespace)}`
            : "settings";
    const field: Field = { path, place: "setting", remedy: nameUnderSecrets };
    return namespace === SECRETS
        ? listPairs([setting], { ...field, place: "reference" })
        : namespace === UNKNOWN_PART
          ? listPairs([readOpen(setting)], field)
          : namespace === ENVIRONMENT
            ? listPairs([setting], { ...field, place: "environment" })
            : namespace === JVM && fieldOf(setting, "name") === "JVM Options"
              ? listScript(fieldOf(setting, "value"), field)
              : listPairs([setting], field);
}

/** While it is not known whether a value says where it is stored, it says nothing. */
function readOpen(setting: unknown): unknown {
    return typeof setting === "string"
        ? setting
        : { name: fieldOf(setting, "name"), value: UNKNOWN_PART };
}

/**
 * Elastic Beanstalk reads what a setting of this namespace names when an instance starts.
 * Source: https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/AWSHowTo.secrets.env-vars.html
 */
function nameUnderSecrets(name: string): string {
    const variable = variableOf(name);
    return (
        `Give {"namespace":"${SECRETS}","name":"${variable}","value":"<ARN of a secret or ` +
        'parameter>"} in place of it, and allow the instance profile to read it.'
    );
}
