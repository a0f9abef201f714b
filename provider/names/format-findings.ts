import type { InputPropertiesError } from "@pulumi/pulumi/errors";
import type { PackageSchema } from "../package-schema";
import { spellPath } from "./spell-path";
import { createSpellText } from "./spell-text";
import type { Spelling } from "./spelling";

/** What findings are told with. */
export interface Telling {
    readonly args: unknown;
    /** The type token of the component. */
    readonly type: string;
    readonly schema: PackageSchema;
    readonly spelling: Spelling;
}

/** Formats the findings of a component for a program in any language, one a line. */
export function formatFindings(
    { errors }: Pick<InputPropertiesError, "errors">,
    { args, type, schema, spelling }: Telling,
): string {
    const { types, resources } = schema;
    const structure = { properties: resources[type].inputProperties };
    const spellText = createSpellText(schema, spelling);
    const lines = errors.map(({ propertyPath, reason }) => {
        const path = spellPath(propertyPath, { args, structure, types }, spelling);
        return `  ${path || "args"} ${spellText(reason)}`;
    });
    return [errors.length === 1 ? "1 finding" : `${errors.length} findings`, ...lines].join("\n");
}
