import type { Assignment } from "./assignment";

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
    const equals = line.indexOf("=");
    // ECS passes over these lines; what stands in them is in the bucket all the same.
    if (equals < 1) {
        return line.trim() === "" || line.startsWith("#") ? [] : [{ name: "", value: line }];
    }
    return line.startsWith("#")
        ? []
        : [{ name: line.slice(0, equals).trim(), value: line.slice(equals + 1) }];
}
