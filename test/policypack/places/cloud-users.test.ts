import assert from "node:assert/strict";
import { readCloudUsers } from "../../../policypack/places/cloud-users";

const VALUE = "canary-0000";

describe("of what cloud-init gives to users there is read", () => {
    const rows: [name: string, text: string, values: string[]][] = [
        [
            "a list of users and passwords",
            `#cloud-config\nchpasswd:\n  expire: false\n  list: |\n    root:${VALUE}\n    app:x\npackages:\n  - jq:1\n`,
            [VALUE, "x"],
        ],
        [
            "a list of YAML",
            `chpasswd:\n  list:\n    - root:${VALUE}\n    - "app:y"\n`,
            [VALUE, "y"],
        ],
        [
            "no password that is made up at boot",
            "chpasswd:\n  list: |\n    root:RANDOM\n    a:R\n",
            [],
        ],
        ["no list of anything else", `groups:\n  list: |\n    root:${VALUE}\n`, []],
        ["no field of its own", "chpasswd:\n  expire: false\n  users:\n    - name: root\n", []],
        [
            "what a shell pipes into chpasswd",
            `chpasswd <<EOF\nroot:${VALUE}\napp:x\nEOF\nid app:y\n`,
            [VALUE, "x"],
        ],
        ["nothing in a command alone", "echo a | chpasswd\nroot:x\n", []],
    ];
    for (const [name, text, values] of rows) {
        it(name, () => {
            const expected = values.map((value) => ({ name: "password", value }));
            assert.deepEqual(readCloudUsers(text), expected);
        });
    }
});
