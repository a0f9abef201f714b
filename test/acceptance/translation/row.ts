import assert from "node:assert/strict";
import {
    translations,
    type Answer,
    type Outputs,
    type Request,
} from "../../../acceptance/translation";

/** One resource, what AWS answers to its requests, the requests, and what has come of it. */
export interface Row {
    readonly does: string;
    readonly type: string;
    readonly inputs: object;
    readonly answers?: readonly Answer[];
    readonly requests: readonly Request[];
    readonly outputs: Outputs;
}

const LOCATION = { partition: "aws", region: "us-east-1", account: "123456789012" };

/** Makes a test of every row. The exact inputs count: absent and undefined are one. */
export function testRows(rows: readonly Row[]): void {
    for (const { does, type, inputs, answers, requests, outputs } of rows) {
        it(does, () => {
            const result = follow(type, inputs, answers ?? []);
            assert.deepEqual(plain(result.requests), plain(requests));
            assert.deepEqual(plain(result.outputs), plain(outputs));
        });
    }
}

/** Follows the steps of a resource called "web" to their end; who gives no answer gives an empty one. */
export function follow(
    type: string,
    inputs: object,
    answers: readonly Answer[] = [],
): { requests: Request[]; outputs: Outputs } {
    const steps = translations[type](inputs, { name: "web", location: LOCATION });
    const requests: Request[] = [];
    let step = steps.next();
    while (!step.done) {
        requests.push(step.value);
        step = steps.next(answers[requests.length - 1] ?? {});
    }
    return { requests, outputs: step.value };
}

function plain(value: unknown): unknown {
    return JSON.parse(JSON.stringify(value));
}
