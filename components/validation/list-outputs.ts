import * as pulumi from "@pulumi/pulumi";
import { joinPath } from "../../core";
import { isOutput } from "../is-output";

/** An entry of a record that is an Output. */
export interface NamedOutput {
    readonly name: string;
    readonly path: string;
    readonly value: pulumi.Output<unknown>;
}

/** Lists the entries of a record that are Outputs. */
export function listOutputs(record: object = {}, path: string): NamedOutput[] {
    return Object.entries(record)
        .filter(([, value]) => isOutput(value))
        .map(([name, value]) => ({
            name,
            path: joinPath(path, name),
            value: pulumi.output<unknown>(value),
        }));
}
