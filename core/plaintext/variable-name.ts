import { isCredential } from "./format-name";

const LONGEST = 100;

/** The name of a variable for what an option is called: `--db-password` gives DB_PASSWORD. */
export function variableOf(name: string): string {
    // What follows the sign may be the value, which somebody wrote into the name.
    const [before] = name.slice(0, LONGEST).split("=", 1);
    const words = isCredential(name) ? [] : (before.match(/[A-Za-z0-9]+/g) ?? []);
    const variable = words.join("_").replace(/^(?=\d)/, "_");
    return variable === "" ? "SECRET" : /[A-Z]/.test(variable) ? variable : variable.toUpperCase();
}
