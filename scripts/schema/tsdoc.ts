import * as ts from "typescript";

/** What the comment of a declaration says. */
export interface TsDoc {
    /** Markdown, with `Source:` and `Default:` in paragraphs of their own; empty if there is none. */
    readonly description: string;
    /** The description without the default. */
    readonly summary: string;
    readonly isSecret: boolean;
}

/** Reads the comment of a declaration: its summary, `@default` and `@secret`. */
export function readTsDoc(node: ts.Node): TsDoc {
    const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
    const comment = comments.at(-1);
    const text = ts.getTextOfJSDocComment(comment?.comment) ?? "";
    const summary = splitParagraphs(text).join("\n\n");
    const tags = comment?.tags ?? [];
    const defaults = tags.find(({ tagName }) => tagName.text === "default");
    return {
        description: defaults ? `${summary}\n\n${renderDefault(defaults)}` : summary,
        summary,
        isSecret: tags.some(({ tagName }) => tagName.text === "secret"),
    };
}

/** Paragraphs on one line each; a source and an item of a list begin a new one. */
function splitParagraphs(text: string): string[] {
    return text
        .trim()
        .replace(/\n(?=Source: |- )/g, "\n\n")
        .split(/\n{2,}/)
        .map((paragraph) => paragraph.replace(/\s*\n\s*/g, " ").trim())
        .filter((paragraph) => paragraph !== "");
}

/** A `@default`, which is a value, or `- ` and what happens. */
function renderDefault(tag: ts.JSDocTag): string {
    const text = splitParagraphs(ts.getTextOfJSDocComment(tag.comment) ?? "").join(" ");
    return `Default: ${text.replace(/^- /, "")}.`;
}
