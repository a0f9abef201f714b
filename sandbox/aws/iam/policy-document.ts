import { text, type Properties } from "../resource-type";

type Json = Readonly<Record<string, unknown>>;

/**
 * Writes the policy document that `getPolicyDocument` answers: elements in IAM's order, lists of one
 * as a text, longer ones sorted downwards, `&{…}` as a policy variable, statements of the same Sid
 * replaced by those that override them.
 * Source: https://www.pulumi.com/registry/packages/aws/api-docs/iam/getpolicydocument/
 */
export function renderDocument(args: Properties): Json {
    const version = text(args, "version") || "2012-10-17";
    const own = list<Properties>(args.statements).map((one) => renderStatement(one, version));
    refuseRepeatedSid(own, "");
    const sources = readDocuments(args.sourcePolicyDocuments, args.sourceJson);
    refuseRepeatedSid(sources.flatMap(statementsOf), " in source_policy_documents");
    const overrides = readDocuments(args.overridePolicyDocuments, args.overrideJson);
    const overriding = overrides.flatMap(statementsOf);
    refuseRepeatedSid(overriding, " in override_policy_documents");
    const layers = [sources.flatMap(statementsOf), own, overriding];
    const id = [text(args, "policyId"), ...overrides.map(({ Id }) => Id)];
    const lastId = [...sources.map(({ Id }) => Id), ...id]
        .filter((one) => typeof one === "string" && one !== "")
        .at(-1);
    return {
        Version: version,
        ...(lastId !== undefined && { Id: lastId }),
        Statement: layers.reduce(merge, []),
    };
}

function merge(below: readonly Json[], above: readonly Json[]): readonly Json[] {
    const replaced = below.map(
        (one) => above.find(({ Sid }) => Sid !== undefined && Sid === one.Sid) ?? one,
    );
    return [...replaced, ...above.filter((one) => !replaced.includes(one))];
}

function renderStatement(statement: Properties, version: string): Json {
    const texts = (value: unknown) =>
        scalar(variables(list<string>(value), version).sort(downwards));
    const given: Json = {
        Sid: text(statement, "sid"),
        Effect: text(statement, "effect") || "Allow",
        Action: texts(statement.actions),
        NotAction: texts(statement.notActions),
        Resource: texts(statement.resources),
        NotResource: texts(statement.notResources),
        Principal: renderPrincipals(statement.principals, version),
        NotPrincipal: renderPrincipals(statement.notPrincipals, version),
        Condition: renderConditions(statement.conditions, version),
    };
    return Object.fromEntries(
        Object.entries(given).filter(([, value]) => value !== undefined && value !== ""),
    );
}

function renderPrincipals(value: unknown, version: string): unknown {
    const principals = list<Properties>(value);
    const [first] = principals;
    if (principals.length === 0) {
        return undefined;
    }
    const isEverybody = first.type === "*" && list<string>(first.identifiers).join() === "*";
    if (principals.length === 1 && isEverybody) {
        return "*";
    }
    const kinds = [...new Set(principals.map((one) => text(one, "type")))].sort();
    return Object.fromEntries(
        kinds.map((kind) => {
            const ofKind = principals.filter((one) => one.type === kind);
            const names = ofKind.flatMap((one) => list<string>(one.identifiers));
            return [kind, scalar(variables(names, version).sort(downwards))];
        }),
    );
}

function renderConditions(value: unknown, version: string): unknown {
    const conditions = list<Properties>(value);
    const tests = [...new Set(conditions.map((one) => text(one, "test")))].sort();
    const block = tests.map((test) => {
        const ofTest = conditions.filter((one) => one.test === test);
        const keys = [...new Set(ofTest.map((one) => text(one, "variable")))].sort();
        const values = keys.map((key) => {
            const ofKey = ofTest.filter(({ variable }) => variable === key);
            return [
                key,
                scalar(
                    variables(
                        ofKey.flatMap((one) => list<string>(one.values)),
                        version,
                    ),
                ),
            ];
        });
        return [test, Object.fromEntries(values)];
    });
    return block.length === 0 ? undefined : Object.fromEntries(block);
}

/** The older version of the language has no variables. */
function variables(texts: readonly string[], version: string): string[] {
    return texts.map((one) => (version === "2008-10-17" ? one : one.replaceAll("&{", "${")));
}

function scalar(texts: readonly string[]): unknown {
    return texts.length === 0 ? undefined : texts.length === 1 ? texts[0] : texts;
}

function downwards(a: string, b: string): number {
    return a < b ? 1 : a > b ? -1 : 0;
}

function list<T>(value: unknown): readonly T[] {
    return Array.isArray(value) ? (value as T[]) : [];
}

function readDocuments(documents: unknown, older: unknown): Json[] {
    return [...list<string>(documents), ...(typeof older === "string" ? [older] : [])]
        .filter((json) => json !== "")
        .map((json) => {
            try {
                return JSON.parse(json) as Json;
            } catch {
                throw new Error("simulated AWS: a policy document to merge is no JSON");
            }
        });
}

function statementsOf({ Statement: statements = [] }: Json): Json[] {
    return [statements].flat() as Json[];
}

function refuseRepeatedSid(statements: readonly Json[], where: string): void {
    const sids = statements.map(({ Sid }) => Sid).filter((sid) => sid !== undefined && sid !== "");
    const repeated = sids.find((sid, index) => sids.indexOf(sid) !== index);
    if (repeated !== undefined) {
        throw new Error(`simulated AWS: duplicate Sid (${String(repeated)}) found${where}`);
    }
}
