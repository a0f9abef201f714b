import type * as ts from "typescript";

/** The pages of the AWS provider, by what the names of their types begin with. */
const PAGES: Readonly<Record<string, string>> = {
    Service: "service",
    TaskDefinition: "taskdefinition",
};

/** Whether an interface is one of the AWS provider's: the package has a copy of it. */
export function isOfAwsProvider(declaration: ts.Node): boolean {
    return declaration.getSourceFile().fileName.includes("/node_modules/@pulumi/aws/");
}

/** Describes a copied type: the provider's own page says more. */
export function describeAwsType(name: string): string {
    return `${linkTo(name)}, as the AWS provider takes it.`;
}

/** Describes a property of a copied type. */
export function describeAwsProperty(property: string, type: string): string {
    return `\`${property}\` of ${linkTo(type)}, as the AWS provider takes it.`;
}

function linkTo(type: string): string {
    const start = Object.keys(PAGES).find((prefix) => type.startsWith(prefix)) ?? "";
    const page = `https://www.pulumi.com/registry/packages/aws/api-docs/ecs/${PAGES[start] ?? ""}`;
    return `[${type}](${page}/#${type.toLowerCase()})`;
}
