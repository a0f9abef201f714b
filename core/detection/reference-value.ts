import { parseArn } from "../arn";
import { isExpansion } from "./expansion";
import { isExpression } from "./expression";
import type { Place } from "./place";

/** A value that points to something else. */
export interface ReferenceReading {
    readonly reason: string;
    /** True where it points to a secret whatever the variable is called. */
    readonly store: boolean;
    /** True where it may as well be a user name, a slash and a password. */
    readonly mayBeLogin: boolean;
}

// CloudFormation, shells, Compose, Jinja, GitHub Actions, Windows.
const VARIABLES = [
    /^\{\{[^{}]*\}\}$/,
    /^\$\{\{[^{}]*\}\}$/,
    /^\$\{[^{}]*\}$/,
    /^\$\([^()]*\)$/,
    /^\$[A-Z_][A-Z0-9_]*$/,
    /^%[A-Za-z_]\w*%$/,
    /^<%=?[^%]*%>$/,
    // Datadog's templates, Grafana's providers, SOPS and Datadog's secret backend.
    /^%%[^%]+%%$/,
    /^\$__\w+\{[^{}]*\}$/,
    /^ENC\[/,
    // Marks that deployments fill in: __TOKEN__, @@TOKEN@@, #{token}.
    /^__(?!UNSET|CHANGE|REPLACE)[A-Z][A-Z0-9_]*__$/,
    /^@@\w+@@$/,
    /^#\{[^{}]*\}$/,
    // Tags of YAML: CloudFormation, Ansible, Home Assistant.
    /^!(?:[A-Z][A-Za-z]+|secret|vault|env|include)\b/,
    // The names that AWS gives to secrets it manages.
    /^(?:rds|redshift|ecs-sc|events|appflow)![\w-]+$/,
    // JSONPath, intrinsic functions and JSONata of AWS Step Functions.
    /^\$\$?\.[^\s]+$/,
    /^States\.[A-Z]\w*\(/,
    /^\{%[^]*%\}$/,
    // docker build --secret id=npm,target=/root/.npmrc
    /^(?:type=\w+,)?id=[\w.-]+(?:,(?:src|source|target|dst|env)=[^,]+)*$/,
    // EMR Serverless resolves it in Secrets Manager.
    /^EMR\.secret@arn:/,
    // Terraform, where an expression was not evaluated.
    /^(?:var|local|module|data)\.[a-z_][\w.[\]]*$/,
];
// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html
const AWS_ID =
    /^(?:acl|ami|eipalloc|eni|fs|i|igw|lt|nat|rtb|sg|snap|subnet|tgw|vol|vpc|vpce)-(?:[0-9a-f]{8}|[0-9a-f]{17})$/;
const STORES =
    /^(?:vault|op|bws?|awssm|awsssm|aws-sm|ssm|secretsmanager|gcpsm|akv|keyvault|azurekv|sops|doppler|infisical|ref\+[a-z]{1,20}):\S+$/i;
const KEY_VAULT = /^@Microsoft\.KeyVault\(/i;
const FILE_URL = /^file:\S+$/i;
const PATH_START = /^(?:\.{0,2}\/|~\/|[A-Za-z]:\\)/;
const PATH = /^[\w.@%~:,+ \\/-]+$/;
/** ${DIR}/token.txt */
const BELOW_VARIABLE = /^\$\{?[A-Za-z_]\w{0,63}\}?\/[\w./@~+-]+$/;
/** Options of a mount: credentials=/root/.smbcred,uid=1000. */
const MOUNTED = /^\/[\w./-]+(?:,\w+(?:=[\w./-]*)?)+$/;
const FILE_ENDING =
    /^[\w./-]+\.(?:pem|key|crt|cer|p12|pfx|jks|json|ya?ml|txt|env|conf|secret|keytab)$/i;
const SLASHED_NAME = /^[a-z][a-z0-9_.-]*\/(?:[a-z0-9_./-]*[a-z0-9/])?$/;

/** Reads a value as a pointer: an ARN, a variable, a path, an entry of a secret store. */
export function readReference(
    value: string,
    name: string,
    place: Place,
): ReferenceReading | undefined {
    const text = value.trim();
    if (text.startsWith("arn:")) {
        const service = parseArn(text)?.service;
        return found("an ARN", service === "secretsmanager" || service === "ssm");
    }
    if (VARIABLES.some((form) => form.test(text))) {
        return found("a reference to be resolved", text.startsWith("{{resolve:s"));
    }
    // Elsewhere `$word` may be a password: nobody puts anything in.
    if (place === "argument" && (isExpansion(text) || isExpression(name, text))) {
        return found("put in when it runs", false);
    }
    if (AWS_ID.test(text)) {
        return found("the id of a resource", false);
    }
    if (STORES.test(text) || KEY_VAULT.test(text)) {
        return found("the address of an entry in a secret store", true);
    }
    return isPath(text) ? found("a path", false, SLASHED_NAME.test(text)) : undefined;
}

function isPath(text: string): boolean {
    if (FILE_URL.test(text) || FILE_ENDING.test(text)) {
        return true;
    }
    const written =
        (PATH_START.test(text) && PATH.test(text)) ||
        MOUNTED.test(text) ||
        BELOW_VARIABLE.test(text) ||
        SLASHED_NAME.test(text);
    const parts = text.split(/[\\/]/).filter((part) => part !== "");
    const mixed = parts.length === 1 && /[A-Z]/.test(text) && /[0-9]/.test(text);
    return written && !mixed && !parts.some(isOpaquePart);
}

/** Base64 and passwords have slashes too; what stands between them tells it from a path. */
function isOpaquePart(part: string): boolean {
    return part.length >= 16 && /[0-9]/.test(part) && /^[A-Za-z0-9+]+$/.test(part);
}

function found(reads: string, store: boolean, mayBeLogin = false): ReferenceReading {
    return { reason: `its value is ${reads}`, store, mayBeLogin };
}
