import type { Random } from "./random";
import { isHidden, type World } from "./world";

/** A part that can be hidden, by where it is kept. */
interface Spot {
    readonly holder: Record<string, unknown>;
    readonly key: string;
}

// What stays known: the question itself, and the words that say what kind of thing something is.
const SHOWN = new Set(["action", "Version", "Sid", "name", "kind", "Service"]);

function spotsIn(part: unknown): Spot[] {
    if (typeof part !== "object" || part === null || isHidden(part)) {
        return [];
    }
    const holder = part as Spot["holder"];
    return Object.keys(holder).flatMap((key) => {
        const inner = spotsIn(holder[key]);
        return SHOWN.has(key) ? [] : [{ holder, key }, ...inner];
    });
}

/** The rooms of a world, so that the many keys of the context do not take all the hiding. */
function roomsOf(world: World): Spot[][] {
    const { request, identity, resource } = world;
    const named = (holder: object, ...keys: string[]): Spot[] =>
        keys.map((key) => ({ holder: holder as Spot["holder"], key }));
    return [
        [
            ...named(request, "resource", "principalArn", "session", "principalTags"),
            ...spotsIn(request.principalTags),
        ],
        spotsIn(request.context).filter(({ holder }) => !Array.isArray(holder)),
        identity.flatMap((policy) => spotsIn(policy)),
        identity.flatMap((policy) => spotsIn(policy.document)),
        world.boundary === undefined
            ? []
            : [...named(world, "boundary"), ...spotsIn(world.boundary)],
        spotsIn(resource),
        spotsIn(resource),
    ].filter((spots) => spots.length > 0);
}

/** Hides one to three parts of a world, in place. */
export function hide(world: World, random: Random): World {
    let number = 0;
    do {
        const { holder, key } = random.one(random.one(roomsOf(world)));
        number += 1;
        holder[key] = { hidden: number };
    } while (number < 3 && random.happens(0.3));
    return world;
}
