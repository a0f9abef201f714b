import type { Collection } from "../account";

/** Keeps an object after all others of its collection, and gives the key that it got. */
export function append<T extends object>(collection: Collection<T>, object: T): string {
    // Another command may append at the same time; who comes second takes the next place.
    for (let place = collection.list().length; ; place++) {
        const key = String(place).padStart(6, "0");
        if (collection.create(key, object)) {
            return key;
        }
    }
}
