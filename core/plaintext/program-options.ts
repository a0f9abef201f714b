/** A short option of a program that takes a password, which no name tells. */
export interface PasswordOption {
    readonly programs: readonly string[];
    readonly options: readonly string[];
    /** `next`: the word after it; `joined`: `-pPASSWORD`, and the word after it is another's. */
    readonly written: "next" | "joined" | "either";
    /** The command of the program that has it; `docker run -p` is a port. */
    readonly command?: string;
    /** It holds `user:password`, or `user%password`; a user alone is no password. */
    readonly after?: ":" | "%";
    /** What says so. */
    readonly source: string;
}

const MYSQL = ["mysql", "mysqladmin", "mysqlbinlog", "mysqlcheck", "mysqldump", "mysqlimport"];
const MARIADB = ["mysqlsh", "mysqlshow", "mariadb", "mariadb-admin", "mariadb-dump"];
const MONGO = ["mongo", "mongosh", "mongodump", "mongoexport", "mongoimport", "mongorestore"];
const LDAP = ["ldapadd", "ldapdelete", "ldapmodify", "ldappasswd", "ldapsearch", "ldapwhoami"];

/** Short options that take a password. */
export const PASSWORD_OPTIONS: readonly PasswordOption[] = [
    {
        programs: [...MYSQL, ...MARIADB],
        options: ["p"],
        written: "joined",
        source: "https://dev.mysql.com/doc/refman/8.4/en/password-security-user.html",
    },
    {
        programs: ["redis-cli", "valkey-cli"],
        options: ["a", "pass"],
        written: "next",
        source: "https://redis.io/docs/latest/develop/tools/cli/",
    },
    {
        programs: ["sshpass"],
        options: ["p"],
        written: "either",
        source: "https://linux.die.net/man/1/sshpass",
    },
    {
        programs: ["curl"],
        options: ["u", "user", "U", "proxy-user"],
        written: "either",
        after: ":",
        source: "https://curl.se/docs/manpage.html#-u",
    },
    {
        programs: ["docker", "podman", "buildah", "nerdctl", "helm", "oras", "crane", "az"],
        options: ["p"],
        command: "login",
        written: "either",
        source: "https://docs.docker.com/reference/cli/docker/login/",
    },
    {
        programs: ["skopeo", "podman", "buildah"],
        options: ["creds", "src-creds", "dest-creds"],
        written: "next",
        after: ":",
        source: "https://github.com/containers/skopeo/blob/main/docs/skopeo-copy.1.md",
    },
    {
        programs: MONGO,
        options: ["p"],
        written: "either",
        source: "https://www.mongodb.com/docs/mongodb-shell/reference/options/",
    },
    {
        programs: ["sqlcmd", "bcp"],
        options: ["P"],
        written: "either",
        source: "https://learn.microsoft.com/sql/tools/sqlcmd/sqlcmd-utility",
    },
    {
        programs: LDAP,
        options: ["w"],
        written: "either",
        source: "https://www.openldap.org/software/man.cgi?query=ldapsearch",
    },
    {
        programs: ["cqlsh"],
        options: ["p"],
        written: "next",
        source: "https://cassandra.apache.org/doc/latest/cassandra/managing/tools/cqlsh.html",
    },
    {
        programs: ["mosquitto_pub", "mosquitto_sub"],
        options: ["P"],
        written: "next",
        source: "https://mosquitto.org/man/mosquitto_pub-1.html",
    },
    {
        programs: ["smbclient"],
        options: ["U"],
        written: "next",
        after: "%",
        source: "https://www.samba.org/samba/docs/current/man-html/smbclient.1.html",
    },
    {
        programs: ["useradd", "usermod"],
        options: ["p"],
        written: "next",
        source: "https://man7.org/linux/man-pages/man8/useradd.8.html",
    },
    {
        programs: ["openssl"],
        options: ["k"],
        written: "next",
        source: "https://docs.openssl.org/master/man1/openssl-enc/",
    },
    {
        programs: ["7z", "7za", "7zr", "7zz", "rar", "unrar"],
        options: ["p"],
        written: "joined",
        source: "https://linux.die.net/man/1/7z",
    },
    {
        programs: ["zip", "unzip"],
        options: ["P"],
        written: "either",
        source: "https://linux.die.net/man/1/zip",
    },
];

/** Programs whose `--password` takes none, or only after `=`; the next word is a database. */
export const PROMPTING: ReadonlySet<string> = new Set([
    ...MYSQL,
    ...MARIADB,
    // https://www.postgresql.org/docs/current/app-psql.html: it asks for one.
    ...["psql", "pg_dump", "pg_dumpall", "pg_restore", "pg_isready", "createdb", "dropdb"],
]);

/** Programs whose `--secret` says how to keep what comes after its name. */
export const MARKING: ReadonlySet<string> = new Set(["pulumi"]);

/** Programs whose `--secret` takes the name of one. */
export const NAMING: ReadonlySet<string> = new Set([
    // https://cloud.google.com/sdk/gcloud/reference/secrets/versions/access
    "gcloud",
    // https://docs.docker.com/reference/cli/docker/service/create/#secret
    ...["docker", "podman", "buildah", "nerdctl"],
]);

/** Options whose value is an assignment of its own: `-e TOKEN=x`, `--set db.password=x`. */
export const CARRIERS: ReadonlySet<string> = new Set([
    ...["e", "env", "environment", "build-arg", "secret-env", "E"],
    ...["D", "P", "J", "p", "property", "define", "var", "v", "extra-vars", "extra_vars"],
    ...[
        "set",
        "set-string",
        "set-literal",
        "from-literal",
        "conf",
        "config",
        "c",
        "o",
        "option",
        "override",
    ],
    ...["param", "parameter", "parameters", "parameter-overrides", "label", "l", "annotation"],
    ...["d", "data", "data-raw", "data-urlencode", "data-binary", "F", "form", "json"],
]);

/** Options whose value is a header: `Authorization: Bearer …`. */
export const HEADERS: ReadonlySet<string> = new Set(["H", "header", "proxy-header", "Headers"]);

/** Options whose value is a text of its own: statements of SQL, a script. */
export const TEXTS: ReadonlySet<string> = new Set([
    ...["c", "lc", "ec", "e", "execute", "exec", "eval", "q", "Q", "query", "command"],
]);

/** Programs that read a script from a word: `sh -c "…"`, `cmd /c …`, `powershell -Command …`. */
export const SCRIPT_OPTIONS: readonly {
    readonly programs: ReadonlySet<string>;
    readonly option: RegExp;
    /** True where all words after it are the script. */
    readonly takesRest: boolean;
}[] = [
    {
        programs: new Set([...["sh", "ash", "bash", "dash", "ksh", "zsh", "su", "runuser"]]),
        option: /^(?:-[a-zA-Z]{0,8}c|--command)$/,
        takesRest: false,
    },
    { programs: new Set(["cmd"]), option: /^\/[ckCK]$/, takesRest: true },
    {
        programs: new Set(["powershell", "pwsh"]),
        option: /^-(?:c|command)$/i,
        takesRest: true,
    },
];

/** Options by which a program reads a password from what is piped into it. */
export const READS_PASSWORD: ReadonlySet<string> = new Set([
    "--password-stdin",
    "--with-token",
    "--passphrase-fd",
    "chpasswd",
    "passwd",
]);
