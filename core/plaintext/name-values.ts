import type { Assignment } from "./assignment";

const NAMES = /^(?:(?:parameter-?)?name|key|path)$/i;

/** `--name NAME --value x` gives x to NAME, as `aws ssm put-parameter` has it. */
export function nameValues(found: readonly Assignment[]): Assignment[] {
    const name = found.find((one) => NAMES.test(one.name))?.value.replace(/^env:/i, "");
    return name === undefined
        ? [...found]
        : found.map((one) => (/^value$/i.test(one.name) ? { ...one, name } : one));
}
