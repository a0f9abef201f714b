/** Turns of the event loop after the first error, for whatever else goes on to be done. */
const TURNS = 20;

/**
 * Runs a program and returns every distinct error it ended with, thrown or rejected. An `apply`
 * rejects where nobody can await it, and the runner of the tests would take that for its own.
 * Once there is an error the run is not awaited any longer: children of a resource that was
 * refused wait for ever, and the real runner ends the process there.
 */
export async function catchRejections(run: () => Promise<void>): Promise<Error[]> {
    const errors = new Set<Error>();
    const others = process.listeners("unhandledRejection");
    let failed: () => void;
    const failure = new Promise<void>((resolve) => (failed = resolve));
    const note = (reason: unknown) => {
        errors.add(reason instanceof Error ? reason : new Error(String(reason)));
        failed();
    };
    process.removeAllListeners("unhandledRejection");
    process.on("unhandledRejection", note);
    try {
        await Promise.race([run().catch(note), failure]);
        for (let turn = 0; turn < TURNS; turn += 1) {
            await new Promise((resolve) => setImmediate(resolve));
        }
    } finally {
        process.removeListener("unhandledRejection", note);
        others.forEach((listener) => process.on("unhandledRejection", listener));
    }
    return [...errors];
}
