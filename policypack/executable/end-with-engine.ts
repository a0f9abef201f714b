/** How often it is looked whether the engine still runs, in milliseconds. */
const INTERVAL = 1000;

/** Ends the process when the engine has ended: one that is killed leaves its plugins running. */
export function endWithEngine(): void {
    const engine = process.ppid;
    setInterval(() => {
        if (process.ppid !== engine) {
            process.exit(1);
        }
    }, INTERVAL).unref();
}
