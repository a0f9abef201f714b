import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { packageRoot } from "../../sandbox/package-root";

/** What each folder may import beside its own files; the picture is in CONTRIBUTING.md. */
const ALLOWED: Readonly<Record<string, readonly RegExp[]>> = {
    core: [],
    components: [/^core$/, /^core\/requirements$/, /^node:module$/, /^@pulumi\/(pulumi|aws)(\/|$)/],
    // The files that a program uploads, packed user data, how Pulumi marks a secret, and the SDK's own.
    policypack: [
        /^core$/,
        /^core\/requirements$/,
        /^@pulumi\/(policy|pulumi)$/,
        /^node:(fs|module|path|zlib)$/,
    ],
    provider: [/^core$/, /^components$/, /^components\/requirements$/].concat([
        /^@pulumi\/pulumi(\/|$)/,
        /^node:(fs|path|util)$/,
    ]),
    // What goes into the one file: the SDK's server by itself, and of the SDK for programs its assets.
    "policypack/executable": [
        /^policypack$/,
        /^@grpc\/grpc-js$/,
        /^@pulumi\/policy(\/(deserialize|server))?$/,
        /^@pulumi\/pulumi\/(asset|proto\/analyzer_pb)$/,
        /^node:util$/,
    ],
    sandbox: [/^core$/, /^@pulumi\/pulumi(\/|$)/, /^@pulumi\/aws\/package\.json$/, /^node:/].concat(
        [/^@grpc\/grpc-js$/, /^google-protobuf\//, /^proper-lockfile$/, /^semver$/],
    ),
    examples: [/^pulumi-ecs-secrets$/, /^@pulumi\/(pulumi|aws)$/],
    bench: [/^core$/, /^sandbox\/(package-root|plugins|sandbox)$/, /^pulumi-ecs-secrets$/].concat([
        /^@pulumi\/(pulumi|aws|policy)(\/|$)/,
        /^@grpc\/grpc-js$/,
        /^google-protobuf\//,
        /^node:/,
    ]),
    fuzz: [/^core$/],
    acceptance: [
        /^core$/,
        /^sandbox\//,
        /^test\/support\//,
        /^@aws-sdk\//,
        /^@pulumi\//,
        /^js-yaml$/,
        /^typescript$/,
        /^node:/,
    ],
};

/** How many lines a file of each folder may have. */
const MOST_LINES: Readonly<Record<string, number>> = {
    ...Object.fromEntries(Object.keys(ALLOWED).map((folder) => [folder, 200])),
    test: 215,
    scripts: 215,
};

describe("the structure", () => {
    for (const [folder, allowed] of Object.entries(ALLOWED)) {
        it(`lets ${folder} import nothing but ${allowed.map(String).join(", ") || "itself"}`, () => {
            const own = sources(folder).filter((file) => folderOf(file) === folder);
            const wrong = own.flatMap((file) =>
                imports(file)
                    .map((specifier) => normalize(file, specifier))
                    .filter((target) => target !== folder)
                    .filter((target) => !allowed.some((pattern) => pattern.test(target)))
                    .map((target) => `${file} imports ${target}`),
            );
            assert.deepEqual(wrong, []);
        });
    }

    for (const [folder, most] of Object.entries(MOST_LINES)) {
        it(`keeps the files of ${folder} under ${most} lines`, () => {
            const long = sources(folder, /\.[jt]s$/).filter((file) => lines(file) > most);
            assert.deepEqual(long, []);
        });
    }
});

function sources(folder: string, extension = /\.ts$/): string[] {
    return fs
        .readdirSync(path.join(packageRoot(), folder), { recursive: true, encoding: "utf8" })
        .filter((file) => extension.test(file) && !/(^|\/)(bin|node_modules)\//.test(file))
        .map((file) => path.join(folder, file))
        .sort();
}

/** The folder whose list a file is held to: the one nearest to it. */
function folderOf(file: string): string | undefined {
    return Object.keys(ALLOWED)
        .filter((folder) => file.startsWith(`${folder}${path.sep}`))
        .sort((a, b) => b.length - a.length)
        .at(0);
}

function read(file: string): string {
    return fs.readFileSync(path.join(packageRoot(), file), "utf8");
}

function lines(file: string): number {
    return read(file).split("\n").length;
}

function imports(file: string): string[] {
    const found = read(file).matchAll(/(?:\bfrom\s+|\bimport\s+|\brequire\(|\bimport\()"([^"]+)"/g);
    return [...found].map(([, specifier]) => specifier);
}

/** A relative import as the folder that it leads to; `core` is entered by its one door. */
function normalize(file: string, specifier: string): string {
    if (!specifier.startsWith(".")) {
        return specifier;
    }
    const target = path.relative(
        packageRoot(),
        path.resolve(packageRoot(), path.dirname(file), specifier),
    );
    const [folder, ...inside] = target.split(path.sep);
    const isOwn = file.startsWith(`${folder}${path.sep}`);
    return isOwn || inside.length === 0 ? folder : target;
}
