import * as path from "node:path";
import type * as ts from "typescript";

/** What the generator cannot make a schema of: which property, in which file, and why. */
export class SchemaError extends Error {
    constructor(property: string, node: ts.Node, reason: string) {
        const file = node.getSourceFile();
        const { line } = file.getLineAndCharacterOfPosition(node.getStart());
        super(`${property} (${path.basename(file.fileName)}:${line + 1}): ${reason}`);
        this.name = "SchemaError";
    }
}
