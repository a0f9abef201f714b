/** Writes a text for a name once: the words of a script have few names, and may be a million. */
export function onceByName(write: (name: string) => string): (name: string) => string {
    const written = new Map<string, string>();
    return (name) => {
        const known = written.get(name);
        if (known !== undefined) {
            return known;
        }
        const text = write(name);
        written.set(name, text);
        return text;
    };
}
