import assert from "node:assert/strict";
import {
    findPlaintextSecrets,
    listContainerPlaintext,
    type ContainerDefinition,
} from "../../../core";

/** Visibly no secret, and nowhere in a message. */
export const VALUE = "canary-value-0000";

const container = (fields: object): ContainerDefinition => ({
    name: "web",
    image: "httpd",
    ...fields,
});

/** Where secrets are found, and how certain that is. */
const found = (fields: object) =>
    findPlaintextSecrets(listContainerPlaintext(container(fields))).map(
        ({ certainty, path }) => `${certainty} ${path}`,
    );

/** What is found in the fields of a container `web`. */
export type Row = [name: string, fields: object, places: string[]];

/** Runs the rows of a table. */
export function itFinds(rows: readonly Row[]): void {
    for (const [name, fields, places] of rows) {
        it(name, () => {
            const expected = places.map((place) => place.replace(/^(\S+) /, "$1 container web: "));
            assert.deepEqual(found(fields), expected);
        });
    }
}
