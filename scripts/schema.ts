import * as fs from "node:fs";
import * as path from "node:path";
import * as prettier from "prettier";
import manifest from "../package.json";
import { PACKAGE_NAME, renderMetadata } from "./schema/metadata";
import { listSourceFiles, readSources } from "./schema/program";
import { readPackage } from "./schema/read-package";
import { renderModel } from "./schema/render";

const root = path.join(__dirname, "..");

/** The file that the schema of the Pulumi package is committed in. */
export const SCHEMA_FILE = path.join(root, "provider/schema.json");

/** The components of the Pulumi package. */
export const COMPONENTS = [
    {
        name: "SecretInjectedService",
        args: "SecretInjectedServiceArgs",
        outputs: "ServiceOutputs",
    },
    {
        name: "SecretInjectedTaskDefinition",
        args: "SecretInjectedTaskDefinitionArgs",
        outputs: "TaskOutputs",
    },
];

/** The text of the schema, made from the args of the components. */
export async function generateSchema(): Promise<string> {
    const model = readPackage(COMPONENTS, readSources(listSourceFiles(root)));
    const schema = { ...renderMetadata(manifest), ...renderModel(model, PACKAGE_NAME) };
    const options = await prettier.resolveConfig(SCHEMA_FILE);
    return prettier.format(JSON.stringify(schema), { ...options, filepath: SCHEMA_FILE });
}

if (require.main === module) {
    void generateSchema().then((text) => {
        fs.mkdirSync(path.dirname(SCHEMA_FILE), { recursive: true });
        fs.writeFileSync(SCHEMA_FILE, text);
    });
}
