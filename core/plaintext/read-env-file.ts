import type { Assignment } from "./assignment";
import { parseConfigLine } from "./config-line";

const EXPORT = /^export\s+/;
/** Names have letters of any script, and signs that part words. */
const NO_NAME = /[\s"'`#$&()*,;<>?@[\\\]{|}]/;

/**
 * Reads an environment file as Amazon ECS does: lines `VARIABLE=VALUE`, comments that start with
 * `#`, and every other sign, quotes and blanks too, is part of the value.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html
 */
export function readEnvFile(text: string): Assignment[] {
    const start = text.startsWith("\uFEFF") ? 1 : 0;
    return text
        .slice(start)
        .split(/\r\n|\n|\r/)
        .flatMap(readLine);
}

function readLine(line: string): Assignment[] {
    if (line.startsWith("#") || line.trim() === "") {
        return [];
    }
    // ECS passes over a line of YAML; what stands in it is in the bucket all the same.
    const yaml = parseConfigLine(line);
    if (yaml) {
        return [yaml];
    }
    const equals = line.indexOf("=");
    const name = line.slice(0, Math.max(0, equals)).trim();
    // Words before the sign may be the value of another form of line.
    return name === "" || NO_NAME.test(name.replace(EXPORT, ""))
        ? [{ name: "", value: line }]
        : [{ name, value: line.slice(equals + 1) }];
}
