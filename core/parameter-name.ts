import type { ParsedReference } from "./reference";
import { problem } from "./reference-problem";

/** What the names begin with under which Parameter Store reads secrets of Secrets Manager. */
const SECRET_PATH = "/aws/reference/secretsmanager/";

/** The most characters of a parameter's name. */
const MAX_NAME_LENGTH = 1011;

/** Parses a name that can be read: that of a parameter, or of a secret through Parameter Store. */
export function parseReadableName(name: string): ParsedReference {
    return readSecretName(name) === undefined ? parseParameterName(name) : parsePath(name);
}

/**
 * The secret that Parameter Store reads under a name; the reader needs the rights to it as well.
 * Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/integration-ps-secretsmanager.html
 */
export function readSecretName(name: string): string | undefined {
    return name.startsWith(SECRET_PATH) ? name.slice(SECRET_PATH.length) : undefined;
}

/**
 * Parses a name that a parameter can be made with.
 * Source: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html
 */
export function parseParameterName(name: string): ParsedReference {
    const parsed = parsePath(name);
    return !parsed.problem && /^\/?(aws|ssm)/i.test(name)
        ? problem("a parameter name may not begin with aws or ssm", "Name it otherwise.")
        : parsed;
}

function parsePath(name: string): ParsedReference {
    if (name.includes(":")) {
        return problem(
            "Amazon ECS takes no version or label after a parameter name",
            "Name the parameter alone; Amazon ECS reads its latest version.",
        );
    }
    if (!/^[A-Za-z0-9_.\-/]+$/.test(name) || (name.includes("/") && !/^(\/[^/]+)+$/.test(name))) {
        return problem(
            "this is no parameter name (letters, digits, . - _ and, from the first character on, / between levels)",
            "Write it like /web/database-password; a secret of Secrets Manager is named by its complete ARN.",
        );
    }
    if (name.length > MAX_NAME_LENGTH) {
        return problem(
            `a parameter name has at most ${MAX_NAME_LENGTH} characters`,
            "Give it a shorter name.",
        );
    }
    return { reference: { store: "ssm", name } };
}

/** The part of a parameter's ARN after `parameter/`: the name without its leading slash. */
export function parameterPath(name: string): string {
    return name.replace(/^\//, "");
}
