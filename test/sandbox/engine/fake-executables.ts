import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A new folder whose path holds spaces, with one for executables and one for the cache. */
export class Room {
    public readonly folder = mkdtempSync(join(tmpdir(), "an engine room "));
    public readonly bin = join(this.folder, "the bin");
    public readonly cacheRoot = join(this.folder, "the cache");
    public readonly engines = join(this.cacheRoot, "engine");
    public readonly cached = join(this.engines, "3.259.0", "bin", "pulumi");
    public readonly goRuns = join(this.folder, "go runs");
    public readonly goEnvironment = join(this.folder, "go environment");

    /** Nothing of the machine's: only this room's executables and cache can be found. */
    public env(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
        return { PATH: this.bin, HOME: this.folder, ECS_SECRETS_CACHE: this.cacheRoot, ...more };
    }

    /** Puts a shell script somewhere. */
    public write(path: string, ...lines: string[]): string {
        mkdirSync(dirname(path), { recursive: true });
        // The room's PATH leads to no tools, so that no test finds the machine's.
        writeFileSync(path, ["#!/bin/sh", "PATH=/usr/bin:/bin", ...lines, ""].join("\n"));
        chmodSync(path, 0o755);
        return path;
    }

    /** A `pulumi` that prints this version. */
    public pulumi(version: string, path: string = join(this.bin, "pulumi")): string {
        return this.write(path, `[ "$1" = version ] && echo ${version}`);
    }

    /** A Node language host, which is never run. */
    public languageHost(folder: string = this.bin): void {
        this.write(join(folder, "pulumi-language-nodejs"), "exit 1");
    }

    /**
     * A `go` whose build notes that it ran and in what environment, takes its time, and makes a
     * `pulumi` of the version it was told to link in.
     */
    public go(version: string, seconds = 0, ending = ":"): void {
        this.write(
            join(this.bin, "go"),
            `[ "$1" = version ] && { echo "go version ${version} linux/amd64"; exit 0; }`,
            `echo run >> "${this.goRuns}"`,
            `{ pwd; ls; env; } > "${this.goEnvironment}"`,
            'while [ $# -gt 0 ]; do case "$1" in',
            '    -o) out="$2" ;;',
            '    -ldflags=*) linked="${1##*Version=}" ;;',
            "esac; shift; done",
            `echo half > "$out"`,
            `sleep ${seconds}`,
            ending,
            `printf '#!/bin/sh\\necho %s\\n' "$linked" > "$out"; chmod +x "$out"`,
        );
    }

    public remove(): void {
        rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
    }
}
