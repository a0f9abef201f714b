/** An option of a command. */
export interface Flag {
    readonly name: string;
    /** What stands behind its `=`, if there is one. */
    readonly value?: string;
    /** True where its name says that the next word is not its value. */
    readonly isSwitch: boolean;
}

const FLAG = /^--?([A-Za-z][\w.:/-]{0,127})(?:$|=)/;
// Gradle, Java, JMeter, MSBuild: what follows is the name of a property, -Ddb.password=x. A name
// that begins with a P is told from a property by its next letters: -Password=x, -Port=x.
const PROPERTY = /^(?:-(?:[DJ]|P(?!ass|wd|in|at|ort|riv)))(?=[A-Za-z][\w.-]*=)/;
const PREFIX = /^(?:p|property):/;
const WINDOWS = /^\/((?:(?:p|property):)?[A-Za-z][\w.-]{1,127})[=:]/;
const SWITCH = /^(?:no|use|with|skip|require|enable|disable|allow|show|prompt|ask)-|-stdin$/;

/** Reads `--name`, `-name=value`, `/name:value`; `undefined` where a word is no option. */
export function parseFlag(word: string): Flag | undefined {
    const head = word.slice(0, 160).replace(PROPERTY, "-");
    const removed = Math.min(word.length, 160) - head.length;
    const found = FLAG.exec(head) ?? WINDOWS.exec(head);
    if (!found) {
        return undefined;
    }
    const name = found[1].replace(PREFIX, "");
    return /[=:]$/.test(found[0])
        ? { name, value: word.slice(found[0].length + removed), isSwitch: false }
        : { name, isSwitch: SWITCH.test(name) };
}

/** Whether a word can be no value of the option before it. */
export function startsOption(word: string): boolean {
    // /data:/var is an option of Windows, and a value as well.
    return word.startsWith("-") && parseFlag(word) !== undefined;
}
