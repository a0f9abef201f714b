import type { RenderedDocument, RenderedStatement } from "../../../../core";

/** One entry of what a statement lists, and the statement without the others. */
type Piece = RenderedStatement;

/** Takes documents apart into statements that list one entry each. */
export function piecesOf(documents: readonly RenderedDocument[]): Piece[] {
    return documents.flatMap(({ Statement }) =>
        Statement.flatMap((statement) => {
            const contexts = contextsOf(statement);
            return contexts.length > 0
                ? contexts.map((arn) => withContexts(statement, [arn]))
                : statement.Resource.map((arn) => ({ ...statement, Resource: [arn] }));
        }),
    );
}

/** Every way of cutting a policy into a number of documents of consecutive pieces. */
export function cutsOf(policy: RenderedDocument, count: number): RenderedDocument[][] {
    const pieces = piecesOf([policy]);
    const cut = (from: number, left: number): Piece[][][] =>
        left === 1
            ? [[pieces.slice(from)]]
            : Array.from(
                  { length: pieces.length - from - left + 1 },
                  (_, at) => from + at + 1,
              ).flatMap((to) => cut(to, left - 1).map((rest) => [pieces.slice(from, to), ...rest]));
    return cut(0, count).map((parts) =>
        parts.map((part) => ({ Version: "2012-10-17", Statement: joined(part) })),
    );
}

function joined(pieces: readonly Piece[]): RenderedStatement[] {
    const bySid = new Map<string, RenderedStatement>();
    for (const piece of pieces) {
        const before = bySid.get(piece.Sid);
        bySid.set(piece.Sid, before === undefined ? piece : join(before, piece));
    }
    return [...bySid.values()];
}

function join(a: RenderedStatement, b: RenderedStatement): RenderedStatement {
    return a.Condition
        ? withContexts(a, [...contextsOf(a), ...contextsOf(b)])
        : { ...a, Resource: [...a.Resource, ...b.Resource] };
}

function contextsOf({ Condition }: RenderedStatement): readonly string[] {
    return Object.values(Condition ?? {})
        .flatMap((tests) => Object.entries(tests))
        .flatMap(([key, values]) => (key.startsWith("kms:EncryptionContext:") ? values : []));
}

function withContexts(
    statement: RenderedStatement,
    contexts: readonly string[],
): RenderedStatement {
    const replaced = Object.entries(statement.Condition ?? {}).map(([operator, tests]) => {
        const entries = Object.entries(tests).map(([key, values]) => [
            key,
            key.startsWith("kms:EncryptionContext:") ? contexts : values,
        ]);
        return [operator, Object.fromEntries(entries)] as const;
    });
    return { ...statement, Condition: Object.fromEntries(replaced) };
}
