// ${NAME:-default} and ${NAME-default}, of shells and Compose files; the brace may be cut off.
const DEFAULTED = /^\$\{[A-Za-z_]\w{0,255}:?-([^{}]*)\}?$/;

/** What a variable that is yet to be filled in stands for if nobody fills it in. */
export function readShellDefault(text: string): string | undefined {
    return text.startsWith("${") ? DEFAULTED.exec(text)?.[1] : undefined;
}
