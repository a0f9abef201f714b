import type { Random } from "./random";
import { isHidden, type Hidden, type World } from "./world";

/** A part that can be hidden, by where it is kept. */
interface Spot {
    readonly holder: Record<string, unknown>;
    readonly key: string;
}

// What stays known: the question itself, and the words that say what kind of thing something is.
const SHOWN = new Set(["action", "Version", "Sid", "name", "kind", "Service"]);

function spotsIn(part: unknown, into: Spot[] = []): Spot[] {
    if (typeof part === "object" && part !== null && !isHidden(part)) {
        const holder = part as Spot["holder"];
        for (const key of Object.keys(holder)) {
            if (!SHOWN.has(key)) {
                into.push({ holder, key });
            }
            spotsIn(holder[key], into);
        }
    }
    return into;
}

function spot(holder: object, key: string): Spot {
    return { holder: holder as Spot["holder"], key };
}

/** The rooms of a world, so that the many keys of the context do not take all the hiding. */
const ROOMS: readonly ((world: World) => Spot[])[] = [
    ({ request }) => [
        ...["resource", "principalArn", "session", "principalTags"].map((it) => spot(request, it)),
        ...spotsIn(request.principalTags),
    ],
    ({ request: { context } }) => Object.keys(context).map((key) => spot(context, key)),
    ({ identity }) => identity.flatMap((policy) => spotsIn(policy)),
    ({ identity }) => identity.flatMap((policy) => spotsIn(policy.document)),
    (world) =>
        world.boundary === undefined ? [] : [spot(world, "boundary"), ...spotsIn(world.boundary)],
    ({ resource }) => spotsIn(resource),
    ({ resource }) => spotsIn(resource),
];

/** A text in a policy is at times hidden but for its ends, as when one ARN is built from another. */
function hiddenOf(part: unknown, hidden: number, random: Random): Hidden {
    if (typeof part !== "string" || part.length < 8 || random.happens(0.4)) {
        return { hidden };
    }
    const from = Math.floor(random.number() * part.length);
    const to = random.happens(0.5) ? part.length : from + Math.floor(random.number() * 8);
    return { hidden, before: part.slice(0, from), after: part.slice(to) };
}

/** Hides one to three parts of a world, in place. */
export function hide(world: World, random: Random): World {
    let number = 0;
    do {
        const spots = random.one(ROOMS)(world);
        if (spots.length === 0) {
            continue;
        }
        const { holder, key } = random.one(spots);
        const whole = [world.request, world.request.principalTags].includes(holder as never);
        number += 1;
        holder[key] = whole ? { hidden: number } : hiddenOf(holder[key], number, random);
    } while (number === 0 || (number < 3 && random.happens(0.3)));
    return world;
}
