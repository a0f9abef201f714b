import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { expectSuccess, readPageProgram, run, useSdks } from "./sdks";

const PROGRAM = path.join(__dirname, "programs", "go");

describe("the SDK for Go", () => {
    const sdks = useSdks();
    let folder: string;
    before("write a program with the SDK where `pulumi package add` puts it", () => {
        folder = path.join(sdks(), "program-go");
        fs.cpSync(PROGRAM, folder, { recursive: true });
        fs.cpSync(path.join(sdks(), "go"), path.join(folder, "sdks", "ecs-secrets"), {
            recursive: true,
        });
    });

    // `go build` has a -mod of its own: what the user's GOFLAGS say of it would go before.
    const go = (...args: string[]) => ["go", [...args, "-mod=readonly"]] as const;
    const env = { GOWORK: "off", GO111MODULE: "on" };

    it("compiles, every package of it", async () => {
        const packages = ["./...", "example.com/pulumi-ecs-secrets/sdk/go/..."];
        const [command, args] = go("build");
        await expectSuccess(command, [...args, ...packages], { cwd: folder, env });
    });

    it("lets a program keep two secrets, and finds nothing wrong with it", async () => {
        const [command, args] = go("vet");
        await expectSuccess(command, [...args, "./..."], { cwd: folder, env });
    });

    it("finds nothing wrong with the program on the page of other languages", async () => {
        const page = path.join(folder, "page");
        fs.mkdirSync(page);
        fs.writeFileSync(path.join(page, "main.go"), readPageProgram("go"));
        const [command, args] = go("vet");
        await expectSuccess(command, [...args, "./page"], { cwd: folder, env });
    });

    it("refuses a text where a number is wanted", async () => {
        const main = path.join(folder, "main.go");
        const text = fs.readFileSync(main, "utf8");
        fs.writeFileSync(main, text.replace("pulumi.Int(128)", 'pulumi.String("128")'));
        const [command, args] = go("vet");
        const outcome = await run(command, [...args, "./..."], { cwd: folder, env });
        assert.ok("failure" in outcome);
        assert.match(outcome.failure, /cannot use pulumi\.String\("128"\).* pulumi\.IntPtrInput/);
    });
});
