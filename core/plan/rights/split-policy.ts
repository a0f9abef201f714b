import { planCuts, type RunSize } from "./plan-cuts";
import { jsonSize, policySize } from "./policy-size";
import { renderDocument, type RenderedDocument, type RenderedStatement } from "./statement";

/**
 * Cuts a policy into a number of documents, none empty, the largest as small as can be and all as
 * even as can be; together they say what it says. A statement is cut by what it lists: resources,
 * or the encryption contexts of its key. If the policy lists less than there are documents, some
 * of them say the same: IAM takes no empty policy, and the number is settled before the ARNs are.
 */
export function splitPolicy(document: RenderedDocument, count: number): RenderedDocument[] {
    const pieces = document.Statement.flatMap(takeApart);
    const cuts = planCuts(pieces.length, Math.min(count, pieces.length), sizeOfRuns(pieces));
    const parts = cuts.map(({ from, to }) => renderDocument(putTogether(pieces.slice(from, to))));
    return Array.from({ length: count }, (_, index) => parts[index % parts.length] ?? document);
}

/** One entry of the list by which a statement is cut. */
interface Piece {
    readonly statement: RenderedStatement;
    readonly entry: string;
}

function takeApart(statement: RenderedStatement): Piece[] {
    const context = findContext(statement);
    return (context?.values ?? statement.Resource).map((entry) => ({ statement, entry }));
}

function putTogether(pieces: readonly Piece[]): RenderedStatement[] {
    const statements = [...new Set(pieces.map(({ statement }) => statement))];
    return statements.map((statement) =>
        withList(
            statement,
            pieces.filter((piece) => piece.statement === statement).map(({ entry }) => entry),
        ),
    );
}

interface Context {
    readonly operator: string;
    readonly key: string;
    readonly values: readonly string[];
}

function findContext({ Condition }: RenderedStatement): Context | undefined {
    const tests = Object.entries(Condition ?? {}).flatMap(([operator, byKey]) =>
        Object.entries(byKey).map(([key, values]) => ({ operator, key, values })),
    );
    return tests.find(({ key }) => key.startsWith("kms:EncryptionContext:"));
}

function withList(statement: RenderedStatement, list: readonly string[]): RenderedStatement {
    const context = findContext(statement);
    if (!context) {
        return { ...statement, Resource: list };
    }
    const { operator, key } = context;
    const tests = { ...statement.Condition?.[operator], [key]: list };
    return { ...statement, Condition: { ...statement.Condition, [operator]: tests } };
}

/** Sizes of documents by sums up to each piece, for they are asked for very often. */
function sizeOfRuns(pieces: readonly Piece[]): RunSize {
    const frame = policySize(renderDocument([]));
    const heads = pieces.map(({ statement }) => jsonSize(withList(statement, [])));
    const isFirst = pieces.map(({ statement }, at) => statement !== pieces[at - 1]?.statement);
    const sums = [0];
    for (const [at, { entry }] of pieces.entries()) {
        // Each entry with a comma: the last one's stands for the comma after the statement.
        sums.push(sums[at] + jsonSize(entry) + 1 + (isFirst[at] ? heads[at] : 0));
    }
    // A statement that begins before the run needs its head again; the last comma is not written.
    return (from, to) => frame + sums[to] - sums[from] + (isFirst[from] ? 0 : heads[from]) - 1;
}
