import { conditionHolds, listOf } from "./condition";
import { covers, expand, fits, type Facts } from "./patterns";
import type { Reading } from "./readings";
import type { ConditionJson, DocumentJson, OneOrMany, StatementJson, World } from "./world";

/** How a statement of a resource's policy names the one who asks. */
export type Naming = "session" | "role" | "account" | "everybody";

/** A statement that applies, with what it does. */
export interface Applied {
    readonly effect: string;
    readonly naming: readonly Naming[];
}

/** A world, ready to be asked. */
export interface Scene {
    readonly world: World;
    readonly facts: Facts;
    readonly reading: Reading;
    readonly role: string;
    readonly account: string;
    readonly session: string;
    readonly action: string;
    readonly resource: string;
}

function factsOf(request: World["request"], role: string, account: string) {
    const facts = new Map<string, readonly string[]>([
        ["aws:principalarn", [role]],
        ["aws:principalaccount", [account]],
    ]);
    for (const [tag, value] of Object.entries(request.principalTags as Record<string, string>)) {
        facts.set(`aws:principaltag/${tag}`.toLowerCase(), [value]);
    }
    for (const [key, values] of Object.entries(request.context)) {
        facts.set(key.toLowerCase(), values as string[]);
    }
    return facts;
}

/** Gathers what the request and its principal make known. */
export function sceneOf(world: World, reading: Reading): Scene {
    const { request } = world;
    const role = request.principalArn as string;
    const account = role.split(":")[4] ?? "";
    let gathered: Map<string, readonly string[]> | undefined;
    const facts = { get: (key: string) => (gathered ??= factsOf(request, role, account)).get(key) };
    const name = role.split("/").at(-1) ?? "";
    const session = `arn:aws:sts::${account}:assumed-role/${name}/${request.session as string}`;
    const { action } = request;
    const resource = request.resource as string;
    return { world, facts, reading, role, account, session, action, resource };
}

function namingOf(principal: StatementJson["Principal"], scene: Scene): Naming[] {
    const listed: string[] =
        principal === "*" ? ["*"] : listOf((principal as Record<string, OneOrMany<string>>)["AWS"]);
    return listed.flatMap((entry): Naming[] => {
        switch (entry) {
            case "*":
                return ["everybody"];
            case scene.session:
                return ["session"];
            case scene.role:
                return ["role"];
            case scene.account:
            case `arn:aws:iam::${scene.account}:root`:
                return ["account"];
            default:
                return [];
        }
    });
}

/** Who is meant by everybody except those listed. */
function exceptedNaming(statement: StatementJson, scene: Scene): Naming[] {
    // With a boundary a Deny spares nobody, whatever values are listed.
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
    if (statement.Effect === "Deny" && scene.world.boundary !== undefined) {
        return ["everybody"];
    }
    const spared = namingOf(statement.NotPrincipal, scene);
    if (spared.length === 0) {
        return ["everybody"];
    }
    if (spared.includes("everybody")) {
        return [];
    }
    const whole = (["account", "role", "session"] as const).every((it) => spared.includes(it));
    return whole || scene.reading.ask("partOfNotPrincipalSuffices") ? [] : ["everybody"];
}

function resourceApplies(
    statement: StatementJson,
    scene: Scene,
    version: string | undefined,
): boolean {
    const expanded = (values: unknown) =>
        listOf(values as OneOrMany<string>).map((text) => expand(text, scene.facts, version));
    const anyCovers = (patterns: (string | undefined)[]) =>
        patterns.some((it) => it !== undefined && covers(it, scene.resource, scene.reading));
    if (statement.NotResource === undefined) {
        return statement.Resource === undefined || anyCovers(expanded(statement.Resource));
    }
    const patterns = expanded(statement.NotResource);
    return (
        !anyCovers(patterns) &&
        (!patterns.includes(undefined) || scene.reading.ask("notResourceWithoutValue"))
    );
}

/** The statements of a document that apply to the request. */
export function applied(document: DocumentJson, scene: Scene, owned: boolean): Applied[] {
    const version = document.Version;
    return listOf(document.Statement as OneOrMany<StatementJson>).flatMap((statement) => {
        const actions = listOf((statement.NotAction ?? statement.Action) as OneOrMany<string>);
        const named = actions.some((pattern) => fits(pattern, scene.action, "i"));
        const naming = owned
            ? (["role"] as const)
            : statement.NotPrincipal === undefined
              ? namingOf(statement.Principal, scene)
              : undefined;
        const applies =
            named === (statement.NotAction === undefined) &&
            naming?.length !== 0 &&
            resourceApplies(statement, scene, version) &&
            conditionHolds(
                statement.Condition as ConditionJson | undefined,
                scene.facts,
                version,
                scene.reading,
            );
        const meant = applies ? (naming ?? exceptedNaming(statement, scene)) : [];
        return meant.length === 0 ? [] : [{ effect: statement.Effect as string, naming: meant }];
    });
}
