import type { Assignment } from "./assignment";

/** Reads the lines `VARIABLE=VALUE` of an environment file. */
export function readEnvFile(text: string): Assignment[] {
    return text.split(/\r?\n/).flatMap((line) => {
        const equals = line.indexOf("=");
        return line.startsWith("#") || equals < 1
            ? []
            : [{ name: line.slice(0, equals).trim(), value: line.slice(equals + 1) }];
    });
}
