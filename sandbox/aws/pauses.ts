import type { handleUnaryCall } from "@grpc/grpc-js";
import type { Account } from "./account";

/** An operation of a provider at which the simulated AWS is to stand still. */
export interface Pause {
    readonly operation: "create" | "update" | "delete";
    /** The type token of the resource. */
    readonly token: string;
    /** Whether AWS has done it already, and only the answer is held back. */
    readonly moment: "before" | "after";
}

/** The processes that stand still. */
export interface Paused {
    /** The provider: the simulated AWS. */
    readonly provider: number;
    /** The engine that started it: the Pulumi CLI. */
    readonly engine: number;
}

/** What a pause is kept as. */
interface Entry {
    readonly moment: Pause["moment"];
    readonly paused?: Paused;
}

const INTERVAL = 20;

const pauses = (account: Account) => account.collection<Entry>("pauses");

const keyOf = ({ operation, token }: Pick<Pause, "operation" | "token">) => `${operation} ${token}`;

/**
 * Lets the next such operation stand still until the pause is ended, for tests that interrupt an
 * update. It is kept in the account's folder, so that it counts for every process that uses it.
 */
export function pauseNext(account: Account, pause: Pause): void {
    pauses(account).put(keyOf(pause), { moment: pause.moment });
}

/** Who stands still at that pause; nobody yet if it was not reached. */
export function findPaused(account: Account, pause: Pause): Paused | undefined {
    return pauses(account).get(keyOf(pause))?.paused;
}

/** Lets go on what stands still there. */
export function endPause(account: Account, pause: Pause): void {
    pauses(account).delete(keyOf(pause));
}

/** A request that changes a resource. */
interface ChangeRequest {
    getUrn(): string;
    /** Absent where a preview asks nothing. */
    getPreview?(): boolean;
}

/** Makes a method of the provider stand still where that is wanted; other calls are answered. */
export function pausable<Request extends ChangeRequest, Response>(
    operation: Pause["operation"],
    accountOf: () => Account,
    method: handleUnaryCall<Request, Response>,
): handleUnaryCall<Request, Response> {
    return (call, callback) => {
        const account = accountOf();
        const token = call.request.getUrn().split("::")[2].split("$").at(-1) ?? "";
        const key = keyOf({ operation, token });
        const moment = call.request.getPreview?.() ? undefined : takePause(account, key);
        const wait = (at: Pause["moment"], then: () => void) =>
            moment === at ? awaitEnd(account, key, then) : then();
        wait("before", () => method(call, (...answer) => wait("after", () => callback(...answer))));
    };
}

/** Where this operation is to stand still, if it is the first one to come. */
function takePause(account: Account, key: string): Pause["moment"] | undefined {
    const entry = pauses(account).get(key);
    return entry?.paused ? undefined : entry?.moment;
}

function awaitEnd(account: Account, key: string, then: () => void): void {
    const entry = pauses(account).get(key);
    if (!entry) {
        then();
        return;
    }
    if (!entry.paused) {
        const paused = { provider: process.pid, engine: process.ppid };
        pauses(account).put(key, { ...entry, paused });
    }
    setTimeout(() => awaitEnd(account, key, then), INTERVAL);
}
