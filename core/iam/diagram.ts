import { compare } from "../finding";
import { collectEdges, type DiagramEdge, type DiagramNode } from "./diagram-edges";
import type { Explanation } from "./explain";
import { shorten } from "./shorten";
import type { Verdict } from "./verdict";

/** Who reads what, to be drawn: one service, its task definition and the role that reads for it. */
export interface AccessDrawing {
    /** @default - the task definition has no service */
    readonly service?: string;
    readonly task: string;
    readonly role: string;
    readonly accesses: readonly DrawnAccess[];
}

/** One right that the role needs. */
export interface DrawnAccess {
    readonly target: DrawnTarget;
    /**
     * What a key encrypts.
     * @default - it is no key
     */
    readonly encrypts?: DrawnTarget;
    readonly explanation: Explanation;
    /**
     * What is concluded, if more is known than the policies tell.
     * @default - the verdict of the explanation
     */
    readonly outcome?: { readonly answer: Verdict["answer"]; readonly why: string };
}

/** What the role reads or uses. */
export interface DrawnTarget {
    readonly kind: "secret" | "parameter" | "file" | "bucket" | "key";
    readonly name: string;
}

/**
 * Renders a Mermaid flowchart of who reads what, and by which statements: allowed is solid, denied
 * is dotted with the reason, undetermined is dashed with a question mark.
 * Source: https://mermaid.js.org/syntax/flowchart.html
 */
export function renderAccessDiagram(drawing: AccessDrawing): string {
    const { nodes, edges } = collectEdges(drawing);
    const ids = nameNodes(nodes);
    const idOf = (node: DiagramNode) => ids.get(keyOf(node)) ?? "";
    const places = new Map([...ids.values()].map((id, place) => [id, place]));
    const placeOf = (node: DiagramNode) => places.get(idOf(node)) ?? 0;
    const sorted = [...unique(edges)].sort(
        (a, b) =>
            placeOf(a.from) - placeOf(b.from) ||
            placeOf(a.to) - placeOf(b.to) ||
            compare(`${a.kind} ${a.text}`, `${b.kind} ${b.text}`),
    );
    const open = sorted.flatMap(({ kind }, index) => (kind === "undetermined" ? [index] : []));
    return [
        "flowchart LR",
        ...[...ids].map(([key, id]) => `    ${id}["${escapeText(labelOf(key))}"]`),
        ...sorted.map((edge) => `    ${idOf(edge.from)} ${arrowOf(edge)} ${idOf(edge.to)}`),
        ...(open.length > 0 ? [`    linkStyle ${open.join(",")} stroke-dasharray:8 5`] : []),
        "",
    ].join("\n");
}

const ORDER: readonly DiagramNode["kind"][] = [
    "service",
    "task definition",
    "role",
    "statement",
    "secret",
    "parameter",
    "file",
    "bucket",
    "key",
];

/** Nodes are named by their place: a name of somebody's is never part of the syntax. */
function nameNodes(nodes: readonly DiagramNode[]): Map<string, string> {
    const sorted = [...nodes].sort(
        (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || compare(a.name, b.name),
    );
    const keys = [...new Set(sorted.map(keyOf))];
    return new Map(keys.map((key, index) => [key, `n${index + 1}`]));
}

function keyOf({ kind, name }: DiagramNode): string {
    return JSON.stringify([kind, name]);
}

function labelOf(key: string): string {
    const [kind, name] = JSON.parse(key) as [DiagramNode["kind"], string];
    return kind === "statement" ? name : `${kind} ${name}`;
}

function unique(edges: readonly DiagramEdge[]): Iterable<DiagramEdge> {
    return new Map(edges.map((edge) => [JSON.stringify(edge), edge])).values();
}

function arrowOf({ kind, text }: DiagramEdge): string {
    const label = escapeText(text);
    return kind === "allowed" ? (text === "" ? "-->" : `-- "${label}" -->`) : `-. "${label}" .->`;
}

/**
 * A text between quotation marks, which names cannot leave: all that is not plainly harmless is
 * written by its number, and what cannot be seen as a space.
 */
function escapeText(text: string): string {
    return [...shorten(text)]
        .map((character) =>
            /[\p{L}\p{N} _.,:/@=+*?()…-]/u.test(character)
                ? character
                : /[\p{C}\p{Z}]/u.test(character)
                  ? " "
                  : `#${character.codePointAt(0)};`,
        )
        .join("");
}
