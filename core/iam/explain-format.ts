import type { Bearing, PolicyRole } from "./explain-bearing";
import type { ExplainedPolicy, Explanation } from "./explain";
import type { ExplainedStatement } from "./explain-statement";
import type { Truth } from "./kleene";
import { openKind } from "./request";
import { shorten } from "./shorten";

/** How the parts of a weighing are headed. */
const HEADINGS: Readonly<Record<PolicyRole, string>> = {
    identity: "policies of the role",
    boundary: "permissions boundary",
    resource: "policy of the resource",
    grant: "grants",
};

const APPLIES: Readonly<Record<Truth, string>> = {
    yes: "applies",
    no: "does not apply",
    unknown: "may apply",
    pending: "may apply",
};

const SAYS: Readonly<Record<Truth, string>> = {
    yes: "covered",
    no: "not covered",
    unknown: "not known",
    pending: "not known yet",
};

const BEARINGS: Readonly<Record<Bearing, string>> = {
    decides: ", and decides",
    "leaves open": ", and leaves it open",
    none: "",
};

/**
 * Writes an explanation for a person: what a violation says, and below it how it came about, line
 * by line. Of a statement that applies its heading alone is written, of others what keeps it.
 */
export function formatExplanation({ request, verdict, policies }: Explanation): string {
    const { action, resource, principalArn } = request;
    const roles = Object.keys(HEADINGS) as PolicyRole[];
    const lines = [
        verdict.explanation,
        "",
        `${verdict.answer}: ${verdict.reason}`,
        `  action: ${action}`,
        `  resource: ${nameOf(resource)}`,
        `  role: ${nameOf(principalArn)}`,
        ...roles.flatMap((role) => {
            const ofRole = policies.filter((policy) => policy.role === role);
            return [
                `${HEADINGS[role]}:${ofRole.length === 0 ? " none" : ""}`,
                ...ofRole.flatMap(formatPolicy),
            ];
        }),
    ];
    return lines.map(oneLine).join("\n");
}

function nameOf(arn: string | undefined): string {
    const kind = openKind(arn);
    return kind === undefined ? (arn ?? "") : kind === "pending" ? "not known yet" : "not known";
}

function formatPolicy({ role, label, whole, statements }: ExplainedPolicy): string[] {
    if (role === "grant") {
        return statements.flatMap((statement) => formatStatement(statement, "  "));
    }
    if (whole) {
        return [`  ${label}: ${whole.text}${BEARINGS[whole.bearing]}`];
    }
    return [
        `  ${label}:${statements.length === 0 ? " no statements" : ""}`,
        ...statements.flatMap((statement) => formatStatement(statement, "    ")),
    ];
}

function formatStatement(statement: ExplainedStatement, indent: string): string[] {
    const { name, effect, truth, elements, bearing } = statement;
    const kind = effect === "unknown" ? "Allow or Deny" : effect;
    const lacking = elements.filter((one) => one.truth !== "yes");
    // What else there is to a statement about another action is of no interest to anybody.
    const isOther = lacking.some((one) => one.element === "action" && one.truth === "no");
    const told = isOther ? lacking.filter((one) => one.element === "action") : lacking;
    return [
        `${indent}${name} (${kind}): ${APPLIES[truth]}${BEARINGS[bearing]}`,
        ...told.map((one) => {
            const grounds = one.because.map(shorten).join(", ");
            const why = grounds === "" ? "" : `: ${grounds}`;
            return `${indent}  ${one.element}: ${SAYS[one.truth]}${why}`;
        }),
    ];
}

/** The names in a program are somebody's: no line break of theirs may look like one of ours. */
function oneLine(text: string): string {
    return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
}
