import type { AccessDrawing, DrawnAccess, DrawnTarget } from "./diagram";
import type { Explanation } from "./explain";
import type { Verdict } from "./verdict";

/** A box of a diagram. */
export interface DiagramNode {
    readonly kind: "service" | "task definition" | "role" | "statement" | DrawnTarget["kind"];
    readonly name: string;
}

/** An arrow of a diagram. */
export interface DiagramEdge {
    readonly from: DiagramNode;
    readonly to: DiagramNode;
    readonly kind: Verdict["answer"];
    readonly text: string;
}

/** Collects all boxes and arrows of a drawing, in any order and some of them twice. */
export function collectEdges({ service, task, role, accesses }: AccessDrawing): {
    readonly nodes: DiagramNode[];
    readonly edges: DiagramEdge[];
} {
    const taskNode: DiagramNode = { kind: "task definition", name: task };
    const roleNode: DiagramNode = { kind: "role", name: role };
    const edges = [
        ...(service === undefined
            ? []
            : [link({ kind: "service", name: service }, taskNode, "runs")]),
        link(taskNode, roleNode, "executionRoleArn"),
        ...accesses.flatMap((access) => edgesOf(roleNode, access)),
    ];
    return { nodes: edges.flatMap(({ from, to }) => [from, to]), edges };
}

/** An arrow that says how two things hang together, not who may do what. */
function link(from: DiagramNode, to: DiagramNode, text = ""): DiagramEdge {
    return { from, to, kind: "allowed", text };
}

function edgesOf(role: DiagramNode, access: DrawnAccess): DiagramEdge[] {
    const { target, encrypts, explanation, outcome } = access;
    const { request, verdict } = explanation;
    const kind = outcome?.answer ?? verdict.answer;
    const why = outcome?.why ?? verdict.reason.replaceAll("-", " ");
    const text = {
        allowed: request.action,
        denied: `${request.action} denied: ${why}`,
        undetermined: `${request.action}? ${why}`,
    }[kind];
    const to: DiagramNode = { kind: target.kind, name: target.name };
    // What the policies tell is not what was concluded: then no statement of theirs is the reason.
    const by = kind === verdict.answer ? listReasons(explanation) : [];
    return [
        ...(encrypts ? [link({ ...encrypts }, to, "encrypted with")] : []),
        ...(by.length === 0 ? [{ from: role, to, kind, text }] : []),
        ...by.flatMap((from) => [link(role, from), { from, to, kind, text }]),
    ];
}

/** The statements on which a verdict stands, or which leave it open. */
function listReasons({ verdict, policies }: Explanation): DiagramNode[] {
    const bearing = verdict.answer === "undetermined" ? "leaves open" : "decides";
    return policies.flatMap(({ label, whole, statements }) => [
        ...(whole?.bearing === bearing ? [statementNode(label)] : []),
        ...statements
            .filter((one) => one.bearing === bearing)
            .map((one) => statementNode(one.label)),
    ]);
}

function statementNode(name: string): DiagramNode {
    return { kind: "statement", name };
}
