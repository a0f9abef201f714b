import { renderPattern, type PatternReading } from "./patterns";
import {
    renderDocument,
    renderStatement,
    type Element,
    type World,
    type WorldPolicy,
    type WorldStatement,
} from "./world";

const GUIDE = "https://docs.aws.amazon.com/IAM/latest/UserGuide";

/** What AWS documents and moto does otherwise, and where AWS says so. */
export const DIFFERENCES = [
    {
        name: "case",
        what: "moto tells capital letters in actions apart",
        source: `${GUIDE}/reference_policies_elements_action.html`,
    },
    {
        name: "question mark",
        what: "moto does not take ? for any one character",
        source: `${GUIDE}/reference_policies_elements_resource.html`,
    },
    {
        name: "signs",
        what: "moto takes signs in names, such as . and +, for regular expressions",
        source: `${GUIDE}/reference_policies_elements_resource.html`,
    },
    {
        name: "segments",
        what: "moto lets a wildcard inside of a segment of an ARN reach beyond its colon",
        source: `${GUIDE}/reference_policies_elements_resource.html`,
    },
    {
        name: "fields",
        what: "moto knows no fewest fields of an ARN",
        source: `${GUIDE}/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-missing-arn-field`,
    },
    {
        name: "variables",
        what: "moto does not replace policy variables",
        source: `${GUIDE}/reference_policies_variables.html`,
    },
    {
        name: "conditions",
        what: "moto applies a statement whether or not its Condition holds",
        source: `${GUIDE}/reference_policies_elements_condition.html`,
    },
    {
        name: "NotResource",
        what: "moto allows whatever a statement with NotResource is about, even one that denies",
        source: `${GUIDE}/reference_policies_elements_notresource.html`,
    },
] as const;

/** The name of one of {@link DIFFERENCES}. */
export type DifferenceName = (typeof DIFFERENCES)[number]["name"];

/** All of {@link DIFFERENCES}. */
export const ALL_DIFFERENCES: ReadonlySet<DifferenceName> = new Set(
    DIFFERENCES.map(({ name }) => name),
);

/** A question to moto. */
export interface MotoQuestion {
    readonly action: string;
    readonly resource: string;
    readonly policies: readonly MotoPolicy[];
}

/** A document, or one of AWS's policies, of which moto has the document. */
export type MotoPolicy =
    { readonly document: string } | { readonly arn: string; readonly hasLowerActions: boolean };

/**
 * Puts a world to moto. For each of the differences that are told, the world is said in words that
 * moto understands: patterns as the regular expressions that it makes of them, conditions by whether
 * they hold.
 */
export function putToMoto(world: World, told: ReadonlySet<DifferenceName>): MotoQuestion {
    return {
        action: told.has("case") ? world.action.toLowerCase() : world.action,
        resource: world.resource,
        policies: world.policies.map((policy) => putPolicy(policy, told)),
    };
}

function putPolicy(policy: WorldPolicy, told: ReadonlySet<DifferenceName>): MotoPolicy {
    if (policy.kind === "managed") {
        return { arn: policy.arn, hasLowerActions: told.has("case") };
    }
    const statements = policy.statements
        .filter(({ condition }) => !told.has("conditions") || condition?.holds !== false)
        .map((statement) => renderStatement(putStatement(statement, told)));
    return { document: renderDocument(statements) };
}

function putStatement(
    { effect, action, resource, condition }: WorldStatement,
    told: ReadonlySet<DifferenceName>,
): WorldStatement {
    const reading: PatternReading = {
        escapesSigns: told.has("signs"),
        knowsAnyOne: told.has("question mark"),
        keepsToSegments: false,
        requiresParts: false,
        replacesVariables: false,
    };
    const resources = {
        ...reading,
        keepsToSegments: told.has("segments"),
        requiresParts: told.has("fields"),
        replacesVariables: told.has("variables"),
    };
    const lower = (text: string) => (told.has("case") ? text.toLowerCase() : text);
    return {
        effect,
        action: mapTexts(action, (text) => renderPattern(lower(text), reading)),
        resource: putResource(
            mapTexts(resource, (text) => renderPattern(text, resources)),
            told,
        ),
        ...(condition && !told.has("conditions") && { condition }),
    };
}

function putResource(resource: Element, told: ReadonlySet<DifferenceName>): Element {
    return resource.isNegated && told.has("NotResource")
        ? { isNegated: false, texts: [`(?!(?:${resource.texts.join("|")})$).{0,}`] }
        : resource;
}

function mapTexts(element: Element, render: (text: string) => string): Element {
    return { ...element, texts: element.texts.map(render) };
}
