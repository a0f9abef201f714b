import type { Place } from "./place";
import { readShellDefault } from "./shell-default";

const STAND_INS = [
    // Nothing, stars for what was taken out, a pattern.
    /^[*.•\s]*$/,
    // $NAME, ${NAME}, $(name), {{ name }}, {name}, %NAME%, %s: to be filled in by somebody else.
    /^\$[A-Z_][A-Z0-9_]*$/,
    /^\$?[{(][^\s]*$/,
    /^%\(/,
    /^%(?:[a-z]|[A-Za-z_]\w*%|\{.*)$/,
    // [masked], \\S+, ENC[…], %%env_NAME%%, !secret name: what a rule or an agent puts in or matches.
    /^(?:\[[\w *-]*\]$|\\|ENC\[|%%|!(?:secret|vault|env|Ref|Sub)\b)/,
    // :name, of a statement of SQL.
    /^:[A-Za-z_]\w*$/,
    // A file that holds it.
    /^\//,
    // password=true is a switch.
    /^(?:true|false|yes|no|on|off|null|none|undefined|required|optional|[01])$/i,
];

/** $name, env(NAME): variables of scripts; where nothing runs, a password may look like that. */
const PROGRAM_VARIABLE = /^(?:\$[A-Za-z_]\w*$|(?:str)?env\()/;

/** True if the text stands where a password would and is none: empty, masked, a variable. */
export function isStandIn(text: string, place: Place): boolean {
    const filledIn = readShellDefault(text) ?? text;
    return (
        STAND_INS.some((form) => form.test(filledIn)) ||
        (place === "argument" && PROGRAM_VARIABLE.test(filledIn))
    );
}
