/** An event, as far as the patterns look at it. */
export interface TestEvent {
    readonly source: string;
    readonly "detail-type": string;
    readonly resources: readonly string[];
    readonly detail: Readonly<Record<string, string>>;
}

/** The event of a version of a secret that gets a label. */
export const labelUpdated = (arn: string, label = "AWSCURRENT"): TestEvent => ({
    source: "aws.secretsmanager",
    "detail-type": "Secret Label Updated",
    resources: [arn],
    detail: { name: arn.split(":")[6].slice(0, -7), labelUpdated: label, versionId: "v2" },
});

/** The event of a parameter that gets another value. */
export const parameterChange = (name: string, operation = "Update"): TestEvent => ({
    source: "aws.ssm",
    "detail-type": "Parameter Store Change",
    resources: [`arn:aws:ssm:eu-west-1:123456789012:parameter/${name.replace(/^\//, "")}`],
    detail: { name, type: "SecureString", operation },
});

/**
 * Whether a pattern matches, written anew from the guide, for what patterns here are made of.
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 */
export function isMatch(pattern: string, event: TestEvent): boolean {
    return matches(JSON.parse(pattern), event);
}

function matches(pattern: unknown, actual: unknown): boolean {
    if (Array.isArray(pattern)) {
        const values: unknown[] = Array.isArray(actual) ? actual : [actual];
        return values.some((value) => pattern.some((wanted) => fits(wanted, value)));
    }
    return Object.entries(pattern as object).every(([key, wanted]) =>
        matches(wanted, (actual as Record<string, unknown>)[key]),
    );
}

function fits(wanted: string | { prefix: string }, value: unknown): boolean {
    return typeof wanted === "string" ? wanted === value : String(value).startsWith(wanted.prefix);
}
