import type { Document } from "./plan";
import { OWN, STRANGER } from "./program";

/** The execution role of every task, and another role. */
export const ROLE = "web";
export const ROLE_ARN = `arn:aws:iam::${OWN}:role/${ROLE}`;
const OTHER_ARN = `arn:aws:iam::${OWN}:role/other`;

/** What marks stand for, as `<arn>`. */
export type Marks = Readonly<Record<string, string>>;

/** The marks that are known of an account. */
export function accountMarks(account: string): Marks {
    return {
        account,
        "not-account": account === OWN ? STRANGER : OWN,
        own: OWN,
        "not-own": STRANGER,
        role: ROLE_ARN,
        "other-role": OTHER_ARN,
    };
}

/** Fills in the marks that are known. */
export function fill<T>(template: T, marks: Marks): T {
    const json = JSON.stringify(template).replaceAll(
        /<([a-z-]+)>/g,
        (mark, name: string) => marks[name] ?? mark,
    );
    return JSON.parse(json) as T;
}

/** Writes a document whose marks are all known; `undefined` while one is not. */
export function render(document: Document, marks: Marks): string | undefined {
    const json = JSON.stringify(fill(document, marks));
    return /<[a-z-]+>/.test(json) ? undefined : json;
}

/** Writes a document, of which every mark must be known. */
export function renderAll(document: Document, marks: Marks): string {
    const json = render(document, marks);
    if (json === undefined) {
        throw new Error(`a mark stands for nothing: ${JSON.stringify(document)}`);
    }
    return json;
}
