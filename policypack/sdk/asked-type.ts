import { findServer, wrapHandler, type Handler } from "./server";

/** A question of the engine about one resource. */
interface Call {
    readonly request?: { getType?: () => string };
}

/** The questions that are being answered. */
const open = new Set<Call>();
let asked: { readonly question: object; readonly type: string | undefined } | undefined;

/**
 * The type of the resource that the engine is asking about, if that is one resource. The SDK asks
 * nothing of a policy before it has made all that the policy may want to know; only a type that is
 * known before lets it pass over the policy. The engine asks about one resource after another; while
 * it asks about several, nothing is told.
 */
export function askedType(): string | undefined {
    return asked?.type;
}

/** What the engine asks now, as {@link askedType} tells it: the same for all policies that are asked. */
export function askedQuestion(): object | undefined {
    return asked?.question;
}

/** Takes note of what the engine asks about. Where the SDK has no such server, nothing is told. */
export function noteAskedTypes(server = findServer()): boolean {
    return wrapHandler(server, "analyze", note);
}

function note(handler: Handler): Handler {
    return (call, answer) => {
        open.add(call);
        refresh();
        return handler(call, (...answered) => {
            open.delete(call);
            refresh();
            answer(...answered);
        });
    };
}

function refresh(): void {
    const [question] = open;
    asked = open.size === 1 ? { question, type: question.request?.getType?.() } : undefined;
}
