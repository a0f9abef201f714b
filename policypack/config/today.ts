/** Where the pack takes the day from; a test sets another one. */
export const clock = {
    /** The day in UTC: `YYYY-MM-DD`. */
    today: (): string => new Date().toISOString().slice(0, "YYYY-MM-DD".length),
};
