import assert from "node:assert/strict";
import { articleProgram } from "../support/article";
import { recordClean } from "../support/recorded";
import type { Recording } from "../support/recording";

/** The same value, with the keys of every plain object in the opposite order. */
function reversed<T>(value: T): T {
    const isRecord =
        typeof value === "object" &&
        value !== null &&
        Object.getPrototypeOf(value) === Object.prototype;
    return isRecord
        ? (Object.fromEntries(
              Object.entries(value)
                  .reverse()
                  .map(([key, entry]) => [key, reversed(entry as unknown)]),
          ) as T)
        : value;
}

/** Every text in the inputs, byte by byte; what travels as a map has no order. */
function texts({ resources }: Recording): [string, string, unknown][] {
    return resources
        .flatMap(({ name, inputs }) =>
            Object.entries(inputs).map(([property, value]): [string, string, unknown] => [
                name,
                property,
                value,
            ]),
        )
        .sort(([a, b], [c, d]) => (`${a} ${b}` < `${c} ${d}` ? -1 : 1));
}

describe("the same args in another order", () => {
    for (const mode of ["preview", "update"] as const) {
        it(`make the same resources from the same bytes (${mode})`, async () => {
            const more = (args: Parameters<Parameters<typeof articleProgram>[0] & object>[0]) => ({
                ...args,
                tags: { team: "web", stage: "test" },
                containers: {
                    ...args.containers,
                    sidecar: {
                        image: "sidecar",
                        memory: 64,
                        environment: { B: "2", A: "1" },
                        secrets: { Y: "/y", X: { secret: "splunk", jsonKey: "x" } },
                    },
                },
            });
            const one = await recordClean(() => articleProgram(more), { mode });
            const other = await recordClean(() => articleProgram((args) => reversed(more(args))), {
                mode,
            });
            assert.deepEqual(texts(other), texts(one));
            const links = ({ resources }: Recording) =>
                Object.fromEntries(
                    resources.map(({ urn, dependencies }) => [urn, dependencies] as const),
                );
            assert.deepEqual(links(other), links(one));
        });
    }
});
