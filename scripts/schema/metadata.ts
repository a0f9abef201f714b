/** What the schema takes from package.json. */
export interface Manifest {
    readonly version: string;
    readonly description: string;
    readonly license: string;
    readonly homepage?: string;
    readonly repository?: string | { readonly url: string };
    readonly keywords: readonly string[];
}

/** The name of the Pulumi package, which the tokens of its components begin with. */
export const PACKAGE_NAME = "ecs-secrets";

/** What each generated SDK is told: its own version is the package's. */
const LANGUAGE = {
    csharp: { respectSchemaVersion: true },
    // Without it no type is made for records of plain objects, and the SDK does not compile.
    go: { respectSchemaVersion: true, generateExtraInputTypes: true },
    nodejs: { respectSchemaVersion: true },
    python: { respectSchemaVersion: true, pyproject: { enabled: true } },
};

/** Renders what a schema says of its package. */
export function renderMetadata(manifest: Manifest): Readonly<Record<string, unknown>> {
    const { version, description, license, homepage, repository, keywords } = manifest;
    const url = typeof repository === "string" ? repository : repository?.url;
    return {
        name: PACKAGE_NAME,
        displayName: "ECS Secrets",
        version,
        description,
        // The first two are what the Pulumi Registry sorts packages by.
        keywords: ["category/infrastructure", "kind/component", ...keywords],
        ...(homepage !== undefined && { homepage }),
        license,
        ...(url !== undefined && { repository: url.replace(/^git\+|\.git$/g, "") }),
        language: LANGUAGE,
        provider: {
            description:
                "The provider of the components. It has no settings: the resources of a component " +
                "are made by the AWS provider.",
        },
    };
}
