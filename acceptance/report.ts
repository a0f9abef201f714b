import type { SentRequest } from "./program";

/** A request that was sent, with what botocore and cfn-lint find in it. */
export interface JudgedRequest extends SentRequest {
    readonly findings: readonly string[];
}

/** An example whose requests were judged. */
export interface JudgedExample {
    readonly example: string;
    readonly resources: number;
    readonly requests: readonly JudgedRequest[];
    readonly failures: readonly string[];
}

/** What a run is told to have come to. */
export interface Summary {
    readonly lines: readonly string[];
    readonly isGreen: boolean;
}

/** A table of the examples, what was refused and why, and the sum as the last line. */
export function renderReport(
    examples: readonly JudgedExample[],
    uncontrolled: readonly string[],
): Summary {
    const requests = examples.flatMap((example) => example.requests);
    const refused = requests.filter(isRefused).length;
    const failed = examples.reduce((sum, { failures }) => sum + failures.length, 0);
    const parts = [
        `${count(examples.length, "example")}, ${count(requests.length - refused, "request")} accepted`,
        `${refused} refused`,
        ...(failed > 0 ? [`${failed} failed`] : []),
        ...(uncontrolled.length > 0 ? [`${uncontrolled.length} wrongly accepted`] : []),
    ];
    return {
        lines: [
            ...renderTable(examples),
            ...examples.flatMap(renderProblems),
            ...uncontrolled.map((what) => `\nAccepted, and must not be: ${what}`),
            "",
            parts.join(", "),
        ],
        // A run that sends nothing has shown nothing.
        isGreen: requests.length > 0 && refused + failed + uncontrolled.length === 0,
    };
}

function isRefused({ refusal, findings }: JudgedRequest): boolean {
    return refusal !== undefined || findings.length > 0;
}

function renderTable(examples: readonly JudgedExample[]): string[] {
    const rows = examples.map(({ example, resources, requests, failures }) => [
        example,
        String(resources),
        String(requests.length),
        String(requests.filter(({ refusal }) => refusal !== undefined).length),
        String(requests.reduce((sum, { findings }) => sum + findings.length, 0)),
        String(failures.length),
    ]);
    const head = ["example", "resources", "requests", "refused by moto", "findings"];
    const table = [[...head, "failures"], ...rows];
    const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
    return table.map(([name, ...numbers]) =>
        [
            name.padEnd(widths[0]),
            ...numbers.map((text, index) => text.padStart(widths[index + 1])),
        ].join("  "),
    );
}

function renderProblems({ example, requests, failures }: JudgedExample): string[] {
    return [
        ...requests
            .filter(isRefused)
            .flatMap(({ resource, request, refusal, findings }) => [
                `\n${example}: ${resource}, ${request.service} ${request.operation}`,
                ...(refusal === undefined ? [] : [`  moto: ${refusal}`]),
                ...findings.map((finding) => `  ${finding}`),
            ]),
        ...failures.map((failure) => `\n${example}: ${failure}`),
    ];
}

function count(number: number, what: string): string {
    return `${number} ${what}${number === 1 ? "" : "s"}`;
}
