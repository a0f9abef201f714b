import { readFileSync, readdirSync } from "node:fs";
import { exampleProgram } from "../support/run-example";
import { runPack, toPackResources } from "../support/policies";
import { fakeCall } from "../support/fake-account";
import { recordClean } from "../support/recorded";

const config = Object.fromEntries("apiToken databasePassword signingKey databaseUser logsApiKey registryUser registryPassword splunkToken".split(" ").map((k) => [k, "made-up"]));

describe("scratch", () => {
    for (const name of readdirSync("examples").filter((n) => !["without-decrypt","plaintext-password"].includes(n))) {
        for (const mode of ["preview", "update"] as const)
        it(`${name} ${mode}`, async () => {
            const code = readFileSync(`examples/${name}/index.ts`, "utf8");
            const r = await recordClean(exampleProgram(code, config), { mode, call: (t, w, i) => t.startsWith("aws:ec2/") ? { id: "vpc-0a", ids: ["subnet-0a"] } : fakeCall(t, w, i) });
            const res = await runPack(toPackResources(r));
            if (res.length) console.log(res.map(({level,message})=>level+" "+message).join("\n"));
        });
    }
});
