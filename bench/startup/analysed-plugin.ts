import * as fs from "node:fs";
import * as path from "node:path";
import { packageRoot } from "../../sandbox/package-root";

/**
 * Writes the component as a plugin that Pulumi's SDK serves by itself, laid out as Pulumi shows it: a
 * folder with `index.ts`, which the host compiles to run it, and compiles again to learn what the args
 * are, in each preview and each update anew. What it creates is the same compiled component as ours.
 * Source: https://www.pulumi.com/docs/iac/guides/building-extending/components/build-a-component/
 */
export function writeAnalysedPlugin(folder: string): void {
    const root = packageRoot();
    const library = path.join(root, "bin", "components");
    const write = (file: string, text: string) => {
        fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
        fs.writeFileSync(path.join(folder, file), text);
    };
    fs.mkdirSync(folder, { recursive: true });
    fs.symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
    write(
        "package.json",
        JSON.stringify({ name: "ecs-secrets", version: "0.1.0", main: "index.ts" }),
    );
    write("PulumiPlugin.yaml", "runtime: nodejs\n");
    write("tsconfig.json", JSON.stringify({ compilerOptions: OPTIONS, include: ["index.ts"] }));
    write("index.ts", writeSource(library));
}

const OPTIONS = {
    target: "es2022",
    module: "node16",
    moduleResolution: "node16",
    strict: true,
    skipLibCheck: true,
    types: [],
};

/** As much of the args as the program of the benchmark gives, in types that the SDK can read. */
const writeSource = (library: string) => `
import * as pulumi from "@pulumi/pulumi";
import { SecretInjectedService as Component } from ${JSON.stringify(library)};

export interface GenerateArgs {
    passwordLength?: number;
}
export interface SecretArgs {
    store?: string;
    name?: pulumi.Input<string>;
    generate?: GenerateArgs;
}
export interface SecretReferenceArgs {
    secret?: string;
    jsonKey?: string;
}
export interface ContainerArgs {
    image: pulumi.Input<string>;
    environment?: Record<string, pulumi.Input<string>>;
    secrets?: Record<string, SecretReferenceArgs>;
}
export interface NetworkConfigurationArgs {
    subnets: pulumi.Input<pulumi.Input<string>[]>;
}
export interface SecretInjectedServiceArgs {
    cluster: pulumi.Input<string>;
    cpu?: pulumi.Input<number>;
    memory?: pulumi.Input<number>;
    networkConfiguration?: NetworkConfigurationArgs;
    secrets?: Record<string, SecretArgs>;
    containers: Record<string, ContainerArgs>;
}
export class SecretInjectedService extends pulumi.ComponentResource {
    readonly executionRoleArn: pulumi.Output<string>;
    constructor(name: string, args: SecretInjectedServiceArgs, opts?: pulumi.ComponentResourceOptions) {
        super("ecs-secrets:index:SecretInjectedService", name, args, opts);
        const made = new Component(name, args as never, { parent: this });
        this.executionRoleArn = made.executionRoleArn;
    }
}
`;
