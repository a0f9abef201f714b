import type { Assignment } from "../../core";

/** What opens lines of users and passwords: a module of cloud-init, a here-document of a shell. */
const MODULE = /^chpasswd:\s*$/;
const HERE_DOCUMENT = /\bchpasswd\b.{0,80}<<-?\s*["']?(\w{1,64})["']?\s*$/;
const USER = /^\s*(?:- +)?(["']?)[\w.-]{1,64}:([^\s"']{1,512})\1\s*$/;

/** cloud-init makes a password up in place of these. */
const MADE_UP = ["R", "RANDOM"];

/**
 * Reads the passwords of users in lines `user:password`, which no name tells.
 * Source: https://cloudinit.readthedocs.io/en/latest/reference/modules.html#set-passwords
 */
export function readCloudUsers(text: string): Assignment[] {
    const found: Assignment[] = [];
    let isModule = false;
    let delimiter: string | undefined;
    for (const line of text.split("\n")) {
        const [, , value] = USER.exec(line) ?? [];
        isModule = MODULE.test(line) || (isModule && /^(?:\s|$)/.test(line));
        delimiter =
            HERE_DOCUMENT.exec(line)?.[1] ?? (line.trim() === delimiter ? undefined : delimiter);
        if ((isModule || delimiter !== undefined) && value && !MADE_UP.includes(value)) {
            found.push({ name: "password", value });
        }
    }
    return found;
}
