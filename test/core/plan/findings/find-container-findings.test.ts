import { DEFERRED } from "../../../../core";
import { container, service } from "../fixtures";
import { itFinds, type Row, type Told } from "./rows";

const one = { image: "i", memory: 1 };
const waiting = (dependencies: Record<string, [string, string?][]>, fields: object = {}) =>
    service({
        containers: Object.fromEntries(
            Object.entries(dependencies).map(([name, list]) => [
                name,
                {
                    ...one,
                    ...fields,
                    dependsOn: list.map(([containerName, condition = "START"]) => ({
                        containerName,
                        condition,
                    })),
                },
            ]),
        ),
    });
const cycle = (name: string, through: string): Told => [
    `containers.${name}.dependsOn`,
    `waits for the container itself, through ${through}`,
    "Remove one of these dependencies.",
];
const unending = (condition: string): Told => [
    "containers.a.dependsOn[0].condition",
    `is ${condition}, and the task ends with that container: it is essential`,
    "Give it essential false, or wait for START or HEALTHY.",
];

describe("findServiceFindings, of what containers wait for, finds", () => {
    const rows: Row[] = [
        ["nothing in a chain", waiting({ a: [["b"], ["c"]], b: [["c"]], c: [] })],
        [
            "two containers that wait for one another, once",
            waiting({ b: [["a"]], a: [["b"]] }),
            cycle("a", "b"),
        ],
        [
            "three in a circle",
            waiting({ b: [["c"]], c: [["a"]], a: [["b"]] }),
            cycle("a", "b and c"),
        ],
        [
            "the shortest of two circles",
            waiting({ a: [["b"], ["c"]], b: [["c"]], c: [["a"]] }),
            cycle("a", "c"),
        ],
        [
            "two circles",
            waiting({ a: [["b"]], b: [["a"]], c: [["d"]], d: [["c"]] }),
            cycle("a", "b"),
            cycle("c", "d"),
        ],
        [
            "a circle that another container waits for",
            waiting({ a: [["b"]], b: [["c"]], c: [["b"]] }),
            cycle("b", "c"),
        ],
        [
            "an essential container that must have ended",
            waiting({ a: [["b", "COMPLETE"]], b: [] }),
            unending("COMPLETE"),
        ],
        [
            "an essential container that must have succeeded",
            waiting({ a: [["b", "SUCCESS"]], b: [] }, { essential: true }),
            unending("SUCCESS"),
        ],
        [
            "nothing in one that is not essential, or may not be",
            service({
                containers: {
                    a: {
                        ...one,
                        dependsOn: [
                            { containerName: "b", condition: "SUCCESS" },
                            { containerName: "c", condition: "COMPLETE" },
                        ],
                    },
                    b: { ...one, essential: false },
                    c: { ...one, essential: DEFERRED },
                },
            }),
        ],
        [
            "no essential container",
            container({ essential: false }),
            [
                "containers",
                "has no essential container, and a task needs one",
                "Make one of them essential.",
            ],
        ],
        ["nothing where that is an Output", container({ essential: DEFERRED })],
    ];
    itFinds(rows);
});

const file = (name: string) => ({ value: `arn:aws:s3:::bucket/${name}` });
const filed = (...environmentFiles: unknown[]) => container({ environmentFiles });
const noFile = (index: number): Told => [
    `containers.web.environmentFiles[${index}].value`,
    "is not the ARN of an object in Amazon S3",
    "Write it like arn:aws:s3:::BUCKET/web.env.",
];

describe("findServiceFindings, of environment files, finds", () => {
    const rows: Row[] = [
        ["nothing in ten files", filed(...Array.from({ length: 10 }, (_, i) => file(`${i}.env`)))],
        ["nothing in a file that is an Output", filed({ value: DEFERRED, kmsKeyId: DEFERRED })],
        ["nothing in a file in China", filed({ value: "arn:aws-cn:s3:::bucket/a/b.env" })],
        [
            "eleven files",
            filed(...Array.from({ length: 11 }, (_, i) => file(`${i}.env`))),
            [
                "containers.web.environmentFiles",
                "has more than 10 files",
                "Put the variables into fewer files.",
            ],
        ],
        [
            "a file of another kind",
            filed(file("a.env"), file("b.json")),
            [
                "containers.web.environmentFiles[1].value",
                "does not end in .env",
                "Name the file so.",
            ],
        ],
        ["a bucket", filed({ value: "arn:aws:s3:::bucket" }), noFile(0)],
        ["every file that fits", filed(file("*.env")), noFile(0)],
        ["an address", filed({ value: "s3://bucket/a.env" }), noFile(0)],
        [
            "an empty one, once",
            filed({ value: "" }),
            ["containers.web.environmentFiles[0].value", "is empty", "Give it a value."],
        ],
    ];
    itFinds(rows);
});

const web = "containers.web";
const two = (fields: object, task: object = {}) =>
    service({ ...task, containers: { web: { ...one, ...fields }, db: one } });

describe("findServiceFindings, of links and volumes, finds", () => {
    const mount = (sourceVolume: unknown) => ({
        mountPoints: [{ sourceVolume, containerPath: "/v" }],
    });
    const rows: Row[] = [
        [
            "nothing in links with a name and without",
            two({ links: ["db", "db:database", DEFERRED] }),
        ],
        [
            "nothing in volumes of another container",
            two({ volumesFrom: [{ sourceContainer: "db" }] }),
        ],
        ["nothing in a volume of the task", two(mount("v"), { volumes: [{ name: "v" }] })],
        ["nothing where the volumes are an Output", two(mount("v"), { volumes: DEFERRED })],
        ["nothing where one volume is an Output", two(mount("v"), { volumes: [DEFERRED] })],
        ["nothing where the name of one is", two(mount("v"), { volumes: [{ name: DEFERRED }] })],
        ["nothing in a volume that is an Output", two(mount(DEFERRED))],
        [
            "a link to no container",
            two({ links: ["db", "canary-0000:db"] }),
            [
                `${web}.links[1]`,
                "does not name another container of the task",
                "Name another container: db.",
            ],
        ],
        [
            "volumes of the container itself",
            container({ volumesFrom: [{ sourceContainer: "web" }] }),
            [
                `${web}.volumesFrom[0].sourceContainer`,
                "does not name another container of the task",
                "Remove it: there is none.",
            ],
        ],
        [
            "a volume that the task has not",
            two(mount("canary-0000"), { volumes: [{ name: "b" }, { name: "a" }] }),
            [
                `${web}.mountPoints[0].sourceVolume`,
                "does not name a volume of the task",
                "Name a volume: a or b.",
            ],
        ],
        [
            "an empty one, once",
            two(mount("")),
            [`${web}.mountPoints[0].sourceVolume`, "is empty", "Give it a value."],
        ],
    ];
    itFinds(rows);
});
