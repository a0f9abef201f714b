import { DEFERRED } from "../../../../core";
import { container } from "../fixtures";
import { itFinds, type Row, type Told } from "./rows";

const REMEDY =
    "Inject it as a variable under the container's secrets, and let the command read the variable: plaintext shows to everybody who may describe the task definition.";

const plaintext = (field: string, name: string, reads = "a password"): Told => [
    `containers.web.${field}`,
    `${name} is plaintext: its name reads as ${reads}`,
    REMEDY,
];

describe("findServiceFindings, of commands, finds", () => {
    const rows: Row[] = [
        [
            "nothing in ordinary words",
            container({ command: ["redis-server", "--save", "60", "1"] }),
        ],
        [
            "nothing in a variable that a shell puts in",
            container({ command: ["sh", "-c", 'redis-server --requirepass "$REDIS_PASSWORD"'] }),
        ],
        [
            "nothing where the value is not known, nor in the word after it",
            container({ command: ["redis-server", "--requirepass", DEFERRED, "hunter2"] }),
        ],
        ["nothing in a command that is not known", container({ command: DEFERRED })],
        [
            "nothing that is no more than likely",
            container({ command: ["app", "--google-key", "made-up-4711"] }),
        ],
        [
            "a password in a command",
            container({ command: ["redis-server", "--requirepass", "canary-0000"] }),
            plaintext("command", "requirepass"),
        ],
        [
            "one in an entry point",
            container({ entryPoint: ["app", "--db-password=canary-0000"] }),
            plaintext("entryPoint", "db-password"),
        ],
        [
            "one in a health check",
            container({
                healthCheck: { command: ["CMD-SHELL", "TOKEN=canary-0000 probe"] },
            }),
            plaintext("healthCheck.command", "TOKEN", "a token"),
        ],
        [
            "a word that is one by itself",
            container({ command: ["migrate", "postgres://app:canary-0000@db/app"] }),
            [
                "containers.web.command",
                "a word is plaintext: its value is a URL that carries a password",
                REMEDY,
            ],
        ],
    ];
    itFinds(rows);
});
