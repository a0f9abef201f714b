import { conditionValuesOf, sessionsIn, tagsIn, UNMENTIONED, type Material } from "./material";
import { isHidden, type DocumentJson, type Hidden } from "./world";

const NEVER = "oracle:NeverSet";

/** What a hidden part may be is told by where it stands: a path of keys from the world down. */
export type Path = readonly (string | number)[];

const never = { StringEquals: { [NEVER]: "x" } };
const always = { StringNotEquals: { [NEVER]: "x" } };

function statementsFor(owned: boolean, material: Material): unknown[] {
    const all = { Action: "*", Resource: "*" };
    if (owned) {
        return [
            { Effect: "Allow", ...all },
            { Effect: "Deny", ...all },
            { Effect: "Allow", ...all, Condition: never },
        ];
    }
    return [
        { Effect: "Allow", Principal: { AWS: material.role }, ...all },
        { Effect: "Allow", Principal: { AWS: material.account }, ...all },
        { Effect: "Deny", Principal: "*", ...all },
        { Effect: "Allow", Principal: { Service: "ecs.amazonaws.com" }, ...all },
    ];
}

function documentsFor(owned: boolean, material: Material): unknown[] {
    const statements = statementsFor(owned, material);
    const documents: DocumentJson[] = statements.map((Statement) => ({
        Version: "2012-10-17",
        Statement: [Statement as object],
    }));
    return [...documents, { Version: "2012-10-17", Statement: [] }];
}

function principalsFor(material: Material): string[] {
    const root = `arn:aws:iam::${material.account}:root`;
    return [material.role, root, material.session, "arn:aws:iam::999999999999:role/nobody", "*"];
}

/** Values of every type, so that whatever the operator some fit and some do not. */
function conditionValuesFor(key: string, operator: string, material: Material): unknown[] {
    if (/Null|Bool/.test(operator)) {
        return ["true", "false"];
    }
    const { context, principalTags } = material.world.request;
    const tag = Object.entries(isHidden(principalTags) ? {} : principalTags).find(
        ([name]) => `aws:principaltag/${name}`.toLowerCase() === key.toLowerCase(),
    )?.[1];
    const given = Object.entries(context).find(
        ([name]) => name.toLowerCase() === key.toLowerCase(),
    )?.[1];
    const actual = [tag, ...(given === undefined || isHidden(given) ? [] : given)];
    const fitting = actual.filter((value): value is string => typeof value === "string");
    if (/Numeric/.test(operator)) {
        return [...fitting, "0", "999999999"];
    }
    if (/Date/.test(operator)) {
        return [...fitting, "1970-01-01T00:00:00Z", "2099-01-01T00:00:00Z"];
    }
    if (/IpAddress/.test(operator)) {
        return ["0.0.0.0/0", "192.0.2.1/32"];
    }
    return [...fitting, /Arn/.test(operator) ? "arn:aws:iam::999999999999:role/x" : UNMENTIONED];
}

function grantsFor(material: Material): unknown[] {
    const operations = [material.action.replace(/^kms:/, "")];
    return [
        { grantee: material.role, operations, constraints: [] },
        { grantee: material.role, operations: ["Encrypt"], constraints: [] },
    ];
}

function grantPartFor(path: Path, material: Material): unknown[] {
    const [field] = path;
    switch (field) {
        case undefined:
            return grantsFor(material);
        case "grantee":
            return [material.role, "arn:aws:iam::999999999999:role/nobody"];
        case "operations":
            return path.length > 1 ? ["Decrypt", "Encrypt"] : [["Decrypt"], ["Encrypt"], []];
        default: {
            const values = material.mentioned.filter((text) => text.startsWith("arn:"));
            const wrong = { kind: "equals", context: { [UNMENTIONED]: "x" } };
            const shapes = [
                [[], [wrong]],
                [{ kind: "subset", context: {} }, wrong],
                [{}, { [UNMENTIONED]: "x" }],
            ];
            return shapes[path.length - 1] ?? [...values, UNMENTIONED];
        }
    }
}

function statementPartFor(path: Path, owned: boolean, material: Material): unknown[] {
    const [element] = path;
    switch (element) {
        case undefined:
            return statementsFor(owned, material);
        case "Effect":
            return ["Allow", "Deny"];
        case "Action":
        case "NotAction":
            return [material.action, "unrelated:Thing", "*"];
        case "Resource":
        case "NotResource":
            return ["*", material.resource, "arn:aws:unrelated:us-east-1:999999999999:thing"];
        case "Principal":
        case "NotPrincipal":
            return path.length === 1
                ? [...principalsFor(material).map((it) => (it === "*" ? it : { AWS: it }))]
                : path[1] === "AWS"
                  ? principalsFor(material)
                  : ["ecs.amazonaws.com"];
        default:
            return path.length === 1
                ? [never, always]
                : path.length === 2
                  ? [{ [NEVER]: /Null/.test(String(path[1])) ? "true" : "x" }, {}]
                  : conditionValuesFor(String(path[2]), String(path[1]), material);
    }
}

function documentPartFor(path: Path, owned: boolean, material: Material): unknown[] {
    const [, index, ...inside] = path;
    if (path.length === 0) {
        return documentsFor(owned, material);
    }
    if (path.length === 1) {
        return [[], ...statementsFor(owned, material)];
    }
    return typeof index === "number"
        ? statementPartFor(inside, owned, material)
        : statementPartFor(path.slice(1), owned, material);
}

function requestPartFor(path: Path, material: Material): unknown[] {
    const values = material.mentioned.filter((text) => text.length < 40 && !/[*?$]/.test(text));
    const [field, key] = path;
    switch (field) {
        case "resource":
            return [...material.resources, `${material.resource}${UNMENTIONED}`];
        case "principalArn":
            return [...material.roles, `arn:aws:iam::${material.account}:role/${UNMENTIONED}`];
        case "session":
            return [...sessionsIn(material), UNMENTIONED];
        case "principalTags":
            return key === undefined
                ? [{}, ...tagsIn(material).flatMap((tag) => values.map((it) => ({ [tag]: it })))]
                : [...values, UNMENTIONED];
        default:
            return [
                undefined,
                [UNMENTIONED],
                ...conditionValuesOf(material.world, String(key)).map((it) => [it]),
            ];
    }
}

/** What the hidden part at the path may be, from a finite set that stands for all. */
export function candidatesFor(path: Path, hidden: Hidden, material: Material): unknown[] {
    const { before, after = "" } = hidden;
    if (before === undefined) {
        return wholeFor(path, material);
    }
    const between = wholeFor(path, material).flatMap((it) =>
        typeof it === "string" &&
        it.length >= before.length + after.length &&
        it.startsWith(before) &&
        it.endsWith(after)
            ? [it]
            : [],
    );
    return [...between, ...["", "*", UNMENTIONED].map((middle) => before + middle + after)];
}

function wholeFor(path: Path, material: Material): unknown[] {
    const [room, first, second, ...rest] = path;
    switch (room) {
        case "request":
            return requestPartFor(path.slice(1), material);
        case "identity":
            return documentPartFor(second === "document" ? rest : [], true, material);
        case "boundary":
            return documentPartFor(path.slice(1), true, material);
        default:
            return first === "document"
                ? documentPartFor(path.slice(2), false, material)
                : first === "grants" && path.length > 2
                  ? grantPartFor(path.slice(3), material)
                  : [[], ...grantsFor(material).map((grant) => [grant])];
    }
}
