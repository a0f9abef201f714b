import { compare, type Denied } from "../../core";
import type { TaskRole } from "../stack/execution-role";
import { nameOfRole, type Judgement } from "./judge";
import type { Need } from "./need";

/** Denials that a statement in the role's own policies ends. */
const LACKS_STATEMENT: readonly Denied["reason"][] = [
    "no-allow",
    "key-policy-leaves-it-to-identity-policies",
];

/** Says what is denied, why, what to do, and what happens until then. */
export function formatDenied(need: Need, role: TaskRole, { explanation, reason }: Denied): string {
    return `${need.what}: ${nameGuess(need, explanation)} ${formatRemedy(need, role, reason)}`;
}

/** Says what is missing, or forbidden, as far as can be seen before all is known. */
export function formatSuspected(need: Need, role: TaskRole, verdict: Denied): string {
    const { reason, explanation } = verdict;
    const name = nameOfRole(role);
    const why = LACKS_STATEMENT.includes(reason)
        ? `no policy of the task execution role ${name} that is known allows it, and none that is not known yet is computed from it.`
        : nameGuess(need, explanation);
    const what = need.isCertain ? need.what : `${need.what}, if a container injects it`;
    return `suspected: ${what}: ${why} ${formatRemedy(need, role, reason)}`;
}

/** Nobody is shown an ARN that was made up. */
function nameGuess({ guessed, requests }: Need, text: string): string {
    return guessed === undefined ? text : text.replaceAll(requests[0].resource, guessed);
}

function formatRemedy(need: Need, role: TaskRole, reason: Denied["reason"]): string {
    const name = nameOfRole(role);
    const { statement, remedy, runTimeError } = need;
    const isStatement = statement !== undefined && LACKS_STATEMENT.includes(reason);
    const what = isStatement
        ? `Add to the task execution role ${name}: ${statement}`
        : remedy(reason, name);
    return `${what} Until then the task stops with ResourceInitializationError: … ${runTimeError}.`;
}

/** A need that cannot be judged, and why. */
export interface OpenNeed {
    readonly need: Need;
    readonly judgement: Judgement & { answer: "undetermined" };
}

/** Says in one line all that is not known of what a role may do. */
export function formatUndetermined(
    verb: string,
    role: TaskRole,
    open: readonly OpenNeed[],
): string {
    const sorted = (texts: readonly string[]) => [...new Set(texts)].sort(compare);
    const whats = sorted(open.map(({ need }) => need.what));
    const missing = sorted(open.flatMap(({ judgement }) => judgement.missing));
    const statements = sorted(
        open.flatMap(({ need, judgement }) =>
            judgement.isUnsupported && need.statement !== undefined ? need.statement : [],
        ),
    );
    const add =
        statements.length === 0
            ? ""
            : ` No policy of this program gives the right; unless another does, add: ${statements.join(", ")}`;
    const known = missing.map((text) => text.replace(/\.$/, "")).join("; ");
    return `undetermined: whether the task execution role ${nameOfRole(role)} may ${verb} ${whats.join(", ")}. Not known: ${known}.${add}`;
}
