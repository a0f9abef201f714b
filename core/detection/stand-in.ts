import { readShellDefault } from "./shell-default";

const STAND_INS = [
    // Nothing, stars for what was taken out, a pattern.
    /^[*.•\s]*$/,
    // $NAME, ${NAME}, $(name), {{ name }}, {name}, %NAME%, %s: to be filled in by somebody else.
    /^\$[A-Z_][A-Z0-9_]*$/,
    /^\$?[{(][^\s]*$/,
    /^%\(/,
    /^%(?:[a-z]|[A-Za-z_]\w*%|\{.*)$/,
    // $name, env(NAME), [masked], \\S+: a variable of a program, what a rule puts in or matches.
    /^\$[A-Za-z_]\w*$/,
    /^(?:str)?env\(/,
    /^(?:\[|\\|ENC\[|%%|!(?:secret|vault|env|Ref|Sub)\b)/,
    // :name, of a statement of SQL.
    /^:[A-Za-z_]\w*$/,
    // A file that holds it.
    /^\//,
    // password=true is a switch.
    /^(?:true|false|yes|no|on|off|null|none|undefined|required|optional|[01])$/i,
];

/** True if the text stands where a password would and is none: empty, masked, a variable. */
export function isStandIn(text: string): boolean {
    const filledIn = readShellDefault(text) ?? text;
    return STAND_INS.some((form) => form.test(filledIn));
}
