import { type Assignment, isVariableName } from "./assignment";
import { startsOption } from "./flag";

/** What words without an option's name say by their order, and how many were taken. */
export interface PositionalReading {
    readonly found: readonly Assignment[];
    readonly words: number;
}

/** Words after which a name and its value follow. */
const PAIRS: ReadonlySet<string> = new Set([
    // https://learn.microsoft.com/windows-server/administration/windows-commands/setx
    "setx",
    // https://docs.aws.amazon.com/cli/latest/reference/configure/set.html
    "configure set",
    // https://redis.io/docs/latest/commands/config-set/
    "config set",
]);

/** Words after which a user and a password follow. */
const USERS: ReadonlySet<string> = new Set([
    // https://www.rabbitmq.com/docs/man/rabbitmqctl.8
    "add_user",
    "change_password",
    "authenticate_user",
    // https://learn.microsoft.com/windows-server/administration/windows-commands/net-user
    "net user",
]);

/** Words after which a password follows. */
const PASSWORDS: ReadonlySet<string> = new Set([
    // https://dev.mysql.com/doc/refman/8.4/en/create-user.html
    "identified by",
    // https://www.postgresql.org/docs/current/sql-alterrole.html
    "with password",
    "encrypted password",
    "login password",
]);

/** Reads what stands after a word, given the word before it. */
export function readPositional(
    words: readonly string[],
    at: number,
    before: string,
): PositionalReading | undefined {
    const word = words[at];
    const next = words[at + 1] as string | undefined;
    const afterNext = words[at + 2] as string | undefined;
    if (next === undefined) {
        return undefined;
    }
    const heads = [word.toLowerCase(), `${before} ${word}`.toLowerCase()];
    const isHead = (known: ReadonlySet<string>) => heads.some((head) => known.has(head));
    if (afterNext !== undefined) {
        if (next === "=" && isVariableName(word)) {
            return { found: [{ name: word, value: afterNext }], words: 3 };
        }
        if (isHead(PAIRS) && !startsOption(next)) {
            return { found: [{ name: next, value: afterNext }], words: 3 };
        }
        if (isHead(USERS) && !startsOption(afterNext)) {
            return { found: readUser(next, afterNext), words: 3 };
        }
    }
    // https://everything.curl.dev/usingcurl/netrc: machine … login … password ….
    const isNetrc = word === "password" && words[at - 2] === "login";
    if (isHead(PASSWORDS) || isNetrc) {
        return { found: [{ name: "password", value: next }], words: 2 };
    }
    // PowerShell's Set-Item Env:NAME value.
    return /^env:\w{1,128}$/i.test(word) && !startsOption(next)
        ? { found: [{ name: word.slice(4), value: next }], words: 2 }
        : undefined;
}

function readUser(user: string, password: string): Assignment[] {
    return [
        { name: "user", value: user },
        { name: "password", value: password },
    ];
}
