import * as ts from "typescript";
import { LEFT_OUT } from "./exceptions";
import type { ComponentModel, PackageModel } from "./model";
import type { Sources } from "./program";
import { readProperties } from "./read-named";
import type { Reading } from "./reading";
import { readTsDoc } from "./tsdoc";

/** A component: its class, its args and what it registers as outputs, by their names. */
export interface ComponentSource {
    readonly name: string;
    readonly args: string;
    readonly outputs: string;
}

/** Reads components and the types that they use. */
export function readPackage(
    components: readonly ComponentSource[],
    sources: Sources,
    leftOut = LEFT_OUT,
): PackageModel {
    const reading: Reading = { sources, types: new Map(), origins: new Map() };
    return {
        components: components.map((component) => readComponent(component, reading, leftOut)),
        types: reading.types,
    };
}

function readComponent(
    { name, args, outputs }: ComponentSource,
    reading: Reading,
    leftOut: Readonly<Record<string, string>>,
): ComponentModel {
    const { declarations } = reading.sources;
    const findInterface = (of: string): ts.InterfaceDeclaration => {
        const declaration = declarations.get(of);
        if (!declaration || !ts.isInterfaceDeclaration(declaration)) {
            throw new Error(`There is no interface ${of}.`);
        }
        return declaration;
    };
    const read = (of: string, direction: "input" | "output") =>
        readProperties(findInterface(of), { owner: undefined, direction }, reading, leftOut);
    const component = declarations.get(name);
    return {
        name,
        description: component ? readTsDoc(component).description : "",
        inputs: read(args, "input"),
        outputs: read(outputs, "output"),
    };
}
