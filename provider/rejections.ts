/**
 * The errors that constructions were rejected with. Each rejects the children of its component as
 * well, where nobody can await it; the SDK would tell it once more, with a stack trace, and end every
 * other construction with it.
 */
export class Rejections {
    private readonly told = new WeakSet<object>();

    /** Notes an error that a construction ends with, and what it came from. */
    note(error: unknown): void {
        if (error instanceof Error) {
            this.told.add(error);
            this.note(error.cause);
        }
    }

    /** Leaves to the listeners that there are now what no construction ended with. */
    takeOver(): void {
        const others = process.listeners("unhandledRejection");
        process.removeAllListeners("unhandledRejection");
        process.on("unhandledRejection", (reason, promise) => {
            // One turn later: the construction may be the last one to be rejected.
            setImmediate(() => {
                if (!this.has(reason)) {
                    others.forEach((listener) => listener.call(process, reason, promise));
                }
            });
        });
    }

    private has(reason: unknown): boolean {
        return typeof reason === "object" && reason !== null && this.told.has(reason);
    }
}
