/** An option of a command. */
export interface Flag {
    readonly name: string;
    /** What stands behind its `=`, if there is one. */
    readonly value?: string;
    /** True where its name says that the next word is not its value. */
    readonly isSwitch: boolean;
}

const FLAG = /^--?([A-Za-z][\w.:/-]{0,127})(?:$|=)/;
// Gradle, Java, MSBuild: what follows is the name of a property, -Ddb.password=x.
const PROPERTY = /^(?:[DPJ](?=[A-Za-z][\w.-]*=)|(?:p|property):)/;
const WINDOWS = /^\/((?:(?:p|property):)?[A-Za-z][\w.-]{1,127})[=:]/;
const SWITCH = /^(?:no|use|with|skip|require|enable|disable|allow|show|prompt|ask)-|-stdin$/;

/** Reads `--name`, `-name=value`, `/name:value`; `undefined` where a word is no option. */
export function parseFlag(word: string): Flag | undefined {
    const head = word.slice(0, 160);
    const found = FLAG.exec(head) ?? WINDOWS.exec(head);
    if (!found) {
        return undefined;
    }
    const name = found[1];
    return /[=:]$/.test(found[0])
        ? {
              name: `${name}=`.replace(PROPERTY, "").slice(0, -1),
              value: word.slice(found[0].length),
              isSwitch: false,
          }
        : { name, isSwitch: SWITCH.test(name) };
}
