import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const CORE = join(__dirname, "../../../../core/plan");
const FOLDERS = [join(CORE, "findings"), join(CORE, "shape")];
const TESTS = [__dirname, join(__dirname, "../shape")];

function parse(path: string): ts.SourceFile {
    return ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2022, true);
}

function filesOf(folders: readonly string[]): string[] {
    return folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
}

/** Every text that is written in a node, templates as the texts between what they insert. */
function textsIn(node: ts.Node): string[] {
    const isText =
        ts.isStringLiteralLike(node) ||
        ts.isTemplateHead(node) ||
        ts.isTemplateMiddleOrTemplateTail(node);
    const own = isText ? [node.text] : [];
    const inside: string[] = [];
    node.forEachChild((child) => {
        inside.push(...textsIn(child));
    });
    return [...own, ...inside];
}

/** The texts of whatever is called `reason` or `remedy`. */
function messagesIn(node: ts.Node): string[] {
    const isNamed =
        (ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) &&
        ts.isIdentifier(node.name) &&
        ["reason", "remedy"].includes(node.name.text);
    if (isNamed && node.initializer) {
        return textsIn(node.initializer);
    }
    const inside: string[] = [];
    node.forEachChild((child) => {
        inside.push(...messagesIn(child));
    });
    return inside;
}

describe("the messages of findings", () => {
    const messages = filesOf(FOLDERS)
        .flatMap((path) => messagesIn(parse(path)))
        // What is shorter is no more than a word between two others.
        .filter((text) => text.trim().length >= 8);
    const tested = filesOf(TESTS)
        .flatMap((path) => textsIn(parse(path)))
        .join("\n");

    it("are many", () => assert.ok(messages.length > 150, `${messages.length}`));

    it("stand in a table each, word by word", () => {
        assert.deepEqual(
            [...new Set(messages)].filter((text) => !tested.includes(text)),
            [],
        );
    });
});
