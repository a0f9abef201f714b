// Runs in a folder with the library installed and the pack in `pack`, by whichever Node it is given:
// tries each use, and prints what came of it as JSON.
const { spawn } = require("node:child_process");
const path = require("node:path");
const { createRequire } = require("node:module");

const folder = process.cwd();
const load = createRequire(path.join(folder, "probe.js"));
const grpc = createRequire(load.resolve("@pulumi/pulumi"))("@grpc/grpc-js");
const NO_ENGINE = "127.0.0.1:0";

void probe().then((found) => {
    process.stdout.write(`${JSON.stringify(found)}\n`);
    process.exit(0);
});

async function probe() {
    const found = {};
    for (const [name, attempt] of Object.entries({ program, refusal, policies, plugin, pack })) {
        try {
            found[name] = await attempt();
        } catch (error) {
            found[name] = `FAILED: ${String(error?.message ?? error).split("\n")[0]}`;
        }
    }
    return found;
}

/** A program with right args: what is registered. */
async function program() {
    const resources = await run("web", {
        cluster: "web",
        cpu: 256,
        memory: 512,
        networkConfiguration: { subnets: ["subnet-0123456789abcdef0"] },
        secrets: { api: { value: "made-up" } },
        containers: { web: { image: "httpd", secrets: { API_TOKEN: { secret: "api" } } } },
    });
    return `${resources.length} resources`;
}

/** The same with an arg that nobody has: what is wrong. */
async function refusal() {
    try {
        await run("wrong", { cluster: "web", memories: 1, containers: {} });
    } catch ({ reasonPrefix, errors }) {
        return errors?.length > 0 ? "refused" : `FAILED: ${reasonPrefix}`;
    }
    return "FAILED: let through";
}

async function run(name, args) {
    const pulumi = load("@pulumi/pulumi");
    const { SecretInjectedService } = load("pulumi-ecs-secrets");
    const types = [];
    const newResource = ({ type, name: id, inputs }) => {
        types.push(type);
        const arn = `arn:aws:service:us-east-1:123456789012:kind/${id}-AbCdEf`;
        return { id: arn, state: { name: id, version: 1, versionId: "v1", ...inputs, arn } };
    };
    const call = () => ({ accountId: "123456789012", partition: "aws", region: "us-east-1" });
    await pulumi.runtime.setMocks({ newResource, call }, "matrix", "dev", false);
    new SecretInjectedService(name, args);
    await pulumi.runtime.disconnect();
    return types;
}

/** The policies, as a pack of the user's own takes them. */
function policies() {
    return `${load("pulumi-ecs-secrets/policies").policies.length} policies`;
}

/** The plugin, asked for its schema. */
async function plugin() {
    const manifest = load.resolve("pulumi-ecs-secrets/package.json");
    const main = path.join(path.dirname(manifest), load(manifest).main);
    const answer = await ask([main], "/pulumirpc.ResourceProvider/GetSchema", folder);
    const response = load("@pulumi/pulumi/proto/provider_pb").GetSchemaResponse;
    const { resources } = JSON.parse(response.deserializeBinary(answer).getSchema());
    return `${Object.keys(resources).length} components`;
}

/** The pack under Pulumi's own runner, asked what it is. */
async function pack() {
    const inPack = path.join(folder, "pack");
    const ofPack = createRequire(path.join(inPack, "load.js"));
    const runner = ofPack.resolve("@pulumi/pulumi/cmd/run-policy-pack");
    const answer = await ask([runner], "/pulumirpc.Analyzer/GetAnalyzerInfo", inPack, [inPack]);
    const info = load("@pulumi/pulumi/proto/analyzer_pb").AnalyzerInfo.deserializeBinary(answer);
    return `${info.getPoliciesList().length} policies`;
}

/** Starts a server as the engine does, asks it one thing, and ends it. */
async function ask(command, method, cwd, more = []) {
    const args = [...command, NO_ENGINE, ...more];
    const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let [output, errors] = ["", ""];
    child.stderr.on("data", (data) => (errors += data));
    try {
        const port = await new Promise((resolve, reject) => {
            child.stdout.on("data", (data) => {
                output += data;
                if (output.includes("\n")) {
                    resolve(parseInt(output, 10));
                }
            });
            child.once("exit", () => reject(new Error(errors.trim() || "ended at once")));
        });
        const client = new grpc.Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
        const asIs = (bytes) => bytes;
        return await new Promise((resolve, reject) =>
            client.makeUnaryRequest(method, asIs, asIs, Buffer.alloc(0), (error, answer) =>
                error ? reject(error) : resolve(answer),
            ),
        );
    } finally {
        child.kill("SIGKILL");
    }
}
