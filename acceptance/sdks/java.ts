import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { expectSuccess, JAVA_GENERATOR, readPageProgram, run, useSdks } from "./sdks";

const PROGRAM = path.join(__dirname, "programs", "java");

describe("the SDK for Java", () => {
    const sdks = useSdks(JAVA_GENERATOR);
    let folder: string;
    before("write a program with the SDK among its sources", () => {
        folder = path.join(sdks(), "program");
        fs.cpSync(PROGRAM, folder, { recursive: true });
        fs.cpSync(path.join(sdks(), "java", "src"), path.join(folder, "src"), { recursive: true });
    });

    it("compiles, and lets a program keep two secrets", async () => {
        await expectSuccess("mvn", ["-q", "-B", "compile"], { cwd: folder });
    });

    it("compiles the program on the page of other languages", async () => {
        const page = path.join(folder, "src", "main", "java", "App.java");
        fs.writeFileSync(page, readPageProgram("java"));
        await expectSuccess("mvn", ["-q", "-B", "compile"], { cwd: folder });
    });

    it("refuses a text where a number is wanted", async () => {
        const file = path.join(folder, "src", "main", "java", "program", "App.java");
        const text = fs.readFileSync(file, "utf8");
        fs.writeFileSync(file, text.replace("memory(128)", 'memory("128")'));
        const outcome = await run("mvn", ["-q", "-B", "compile"], { cwd: folder });
        assert.ok("failure" in outcome);
        assert.match(outcome.failure, /COMPILATION ERROR/);
    });
});
