/** How a program's language writes the names of properties. */
export type Spelling = "camelCase" | "PascalCase" | "snake_case";

/** The spelling of each of Pulumi's runtimes; what is not named here writes them as the schema does. */
const SPELLINGS: ReadonlyMap<string | undefined, Spelling> = new Map([
    ["dotnet", "PascalCase"],
    ["go", "PascalCase"],
    ["python", "snake_case"],
]);

/** The spelling of a program of a runtime. */
export function spellingOf(runtime: string | undefined): Spelling {
    return SPELLINGS.get(runtime) ?? "camelCase";
}

/** Writes the name of a property, which the schema has in camelCase. */
export function spellName(name: string, spelling: Spelling): string {
    switch (spelling) {
        case "camelCase":
            return name;
        case "PascalCase":
            return name.charAt(0).toUpperCase() + name.slice(1);
        case "snake_case":
            return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    }
}
