import type { Provider } from "@pulumi/pulumi/provider";
import type * as Construct from "./construct";
import { findRuntime } from "./names/find-runtime";
import { spellingOf } from "./names/spelling";
import { readSchemaFile, type SchemaFile } from "./package-schema";
import { Rejections } from "./rejections";

/** The provider of the components, and what its constructions are rejected with. */
export interface ComponentProvider extends Provider {
    readonly rejections: Rejections;
}

/**
 * Makes the provider. It answers what it is and which schema it has without loading anything more;
 * the library is loaded by the first component.
 */
export function createProvider({ text, schema }: SchemaFile = readSchemaFile()): ComponentProvider {
    const rejections = new Rejections();
    return {
        version: schema.version,
        schema: text,
        rejections,
        async construct(name, type, inputs, opts) {
            const spelling = spellingOf(findRuntime(process.cwd()));
            try {
                return await loadConstruct()({ name, type, inputs, opts }, schema, spelling);
            } catch (error) {
                rejections.note(error);
                throw error;
            }
        },
    };
}

function loadConstruct(): typeof Construct.construct {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- by the first component alone
    return (require("./construct") as typeof Construct).construct;
}
