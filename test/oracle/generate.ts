import { hide } from "./hide";
import { Maker, type Flaw, type Named } from "./maker";
import { Random } from "./random";
import { SESSION, settingFrom, type Setting } from "./setting";
import type { GrantJson, ResourceJson, StatementJson, World } from "./world";

/** How the request of a world is meant to be allowed. */
type Route = "identity" | "named" | "delegated" | "granted" | "abroad";

const identityFlaws: readonly Flaw[] = ["action", "resource", "condition", "effect"];
const ownFlaws: readonly Flaw[] = ["action", "condition", "effect", "principal", "principal"];

const ROUTES: Record<Setting["store"], readonly Route[]> = {
    secret: ["identity", "identity", "named"],
    parameter: ["identity"],
    key: ["delegated", "delegated", "named", "named", "granted"],
};

/** The parts of a world that a break may hit, most worlds having none or one. */
function flawsOf(random: Random): number {
    const draw = random.number();
    return draw < 0.28 ? 0 : draw < 0.87 ? 1 : 2;
}

function identityOf(maker: Maker, needed: boolean, broken: boolean): World["identity"] {
    const { random } = maker;
    const version = maker.version();
    const statements: StatementJson[] = [];
    if (needed) {
        const flaw = broken ? random.one(identityFlaws) : undefined;
        statements.push(maker.statement(version, "Allow", flaw));
    }
    while (random.happens(0.35)) {
        const effect = random.happens(0.35) ? "Deny" : "Allow";
        const flaw = random.one(["action", "resource", "condition"] as const);
        statements.push(maker.statement(version, effect, flaw));
    }
    const documents = [{ name: "inline", document: maker.document(version, statements) }];
    if (random.happens(0.3)) {
        const other = maker.version();
        const noise = maker.statement(other, "Allow", random.one(["action", "resource"] as const));
        documents.push({ name: "attached", document: maker.document(other, [noise]) });
    }
    return statements.length > 0 || random.happens(0.5) ? documents : documents.slice(1);
}

function ownOf(maker: Maker, route: Route, broken: boolean): ResourceJson {
    const { random, setting } = maker;
    const { store, crossAccount } = setting;
    const version = maker.version();
    const statements: StatementJson[] = [];
    const flaw = broken ? random.one(ownFlaws) : undefined;
    if (route !== "identity" && route !== "granted") {
        const as: readonly Named[] =
            route === "named"
                ? ["role", "role", "everybody", "session"]
                : route === "delegated"
                  ? ["account"]
                  : ["role", "account", "everybody"];
        statements.push(maker.named(version, "Allow", random.one(as), flaw));
    }
    while (random.happens(0.3)) {
        const as = random.one(["role", "account", "everybody", "session"] as const);
        const effect = random.happens(0.4) ? "Deny" : "Allow";
        statements.push(maker.named(version, effect, as, random.one(["action", "principal"])));
    }
    const document = maker.document(version, statements);
    if (store === "parameter") {
        return { kind: "none" };
    }
    if (store === "secret") {
        const none = statements.length === 0 && random.happens(0.8);
        return none && random.happens(0.5)
            ? { kind: "none" }
            : { kind: "policy", document: none ? "none" : document };
    }
    const grants: GrantJson[] = route === "granted" ? [maker.grant(broken)] : [];
    while (random.happens(0.2)) {
        grants.push(maker.grant(true));
    }
    const byDefault = !crossAccount && flaw === undefined && random.happens(0.3);
    return {
        kind: "key",
        document:
            (route === "delegated" && byDefault) || (route === "granted" && random.happens(0.4))
                ? "default"
                : document,
        grants,
    };
}

/** The world of a seed. */
export function worldOf(seed: number): World {
    const random = new Random(seed);
    const setting = settingFrom(random);
    const maker = new Maker(random, setting);
    const { store, crossAccount, context } = setting;
    const route = crossAccount
        ? store === "key" && random.happens(0.2)
            ? "granted"
            : "abroad"
        : random.one(ROUTES[store]);
    const places = ["identity", "own", "boundary", "deny", "version"];
    const broken = Array.from({ length: flawsOf(random) }, () => random.one(places));
    const needed = crossAccount || route === "identity" || route === "delegated";
    const identity = identityOf(maker, needed || random.happens(0.3), broken.includes("identity"));
    const resource = ownOf(maker, route, broken.includes("own"));
    const world: World = {
        request: {
            action: setting.action,
            resource: setting.resource,
            principalArn: setting.role,
            session: SESSION,
            principalTags: setting.tags,
            context,
        },
        identity,
        resource,
    };
    const bounded = broken.includes("boundary");
    if (bounded || random.happens(0.2)) {
        const version = maker.version();
        const flaw = bounded ? random.one(identityFlaws) : undefined;
        world.boundary = maker.document(version, [maker.statement(version, "Allow", flaw)]);
    }
    if (broken.includes("deny")) {
        const version = maker.version();
        const denial = maker.document(version, [maker.statement(version, "Deny")]);
        identity.push({ name: "guard", document: denial });
    }
    return random.happens(0.45) ? hide(world, random) : world;
}
