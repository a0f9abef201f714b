import type { PackageModel } from "../../../scripts/schema/model";
import { readSources } from "../../../scripts/schema/program";
import { readPackage } from "../../../scripts/schema/read-package";
import { renderModel } from "../../../scripts/schema/render";

const IMPORTS = `
import type { Input, Output } from "@pulumi/pulumi";
import type { Role } from "@pulumi/aws/iam";
import type * as inputs from "@pulumi/aws/types/input";
`;

/** What stands for the declarations of the AWS provider. */
const AWS = `
import * as pulumi from "@pulumi/pulumi";
import * as inputs from "../types/input";
export declare namespace ecs {
    interface ServiceLoadBalancer {
        /** The provider's own words. */
        containerName: pulumi.Input<string>;
        labels?: pulumi.Input<{ [key: string]: pulumi.Input<string> } | undefined>;
        target?: pulumi.Input<pulumi.Input<inputs.ecs.ServiceTarget>[] | undefined>;
    }
    interface ServiceTarget {
        port?: pulumi.Input<number | undefined>;
    }
}
`;

/** A schema as JSON, as far as the tests look into it. */
export interface Rendered {
    readonly resources: Record<string, Record<string, Record<string, object>>>;
    readonly types: Record<string, object>;
}

/** Reads the component `Demo`, whose args and outputs stand in a text. */
export function readSource(
    text: string,
    leftOut: Readonly<Record<string, string>> = {},
): PackageModel {
    const outputs = text.includes("DemoOutputs") ? "" : "export interface DemoOutputs {}";
    // The compiler takes a comment for what follows if it begins a line.
    const own = `${text}\n${outputs}\n/** A demo. */ export class Demo {}`.replaceAll(
        "/**",
        "\n/**",
    );
    const texts = new Map([
        ["/program/args.ts", `${IMPORTS}${own}`],
        ["/program/node_modules/@pulumi/aws/types/input.d.ts", AWS],
    ]);
    const components = [{ name: "Demo", args: "DemoArgs", outputs: "DemoOutputs" }];
    return readPackage(components, readSources([], texts), leftOut);
}

/** The schema of such a component. */
export function renderSource(text: string, leftOut?: Readonly<Record<string, string>>): Rendered {
    return renderModel(readSource(text, leftOut), "demo") as unknown as Rendered;
}
