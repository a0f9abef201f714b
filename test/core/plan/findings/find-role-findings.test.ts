import { DEFERRED, RESOURCE } from "../../../../core";
import { service } from "../fixtures";
import { itFinds, type Row, type Told } from "./rows";

const execution = (executionRole: object) => service({ executionRole });
const task = (taskRole: object) => service({ taskRole });
const ARN = "arn:aws:iam::123456789012:role/web";
const created = (path: string): Told => [
    path,
    "cannot be given together with existing: that role is not changed by it",
    "Remove it, or let a role be created.",
];
const NO_ROLE: Told = [
    "executionRole.existing",
    "is not the ARN of a role",
    "Give the ARN of an IAM role, for example role.arn.",
];
const NO_BOUNDARY: Told = [
    "taskRole.permissionsBoundary",
    "is not the ARN of a policy",
    "Give the ARN of a managed policy.",
];
const NO_PATH: Told = [
    "taskRole.path",
    "is no path of a role",
    "Begin and end it with a slash, for example /teams/web/.",
];
const boundary = (permissionsBoundary: unknown) => task({ permissionsBoundary });

describe("findServiceFindings, of roles, finds", () => {
    const rows: Row[] = [
        [
            "nothing in an existing role by its ARN",
            execution({ existing: ARN, attachPolicies: false }),
        ],
        [
            "nothing in one with a path",
            execution({ existing: ARN.replace("web", "teams/web"), policies: "managed" }),
        ],
        ["nothing in a resource that is a role", task({ existing: RESOURCE, readSecrets: [] })],
        ["nothing in Outputs", task({ existing: DEFERRED })],
        [
            "nothing in how a role is created",
            execution({
                ...{ path: "/teams/web/", permissionsBoundary: DEFERRED, tags: { a: "b" } },
                ...{ sourceArn: true, sourceAccount: false, policies: "inline" },
            }),
        ],
        ["nothing in the first path", task({ path: "/" })],
        [
            "nothing in a boundary of AWS's own",
            boundary("arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"),
        ],
        [
            "how an existing role would be created",
            execution({
                ...{ existing: DEFERRED, path: "/a/", permissionsBoundary: DEFERRED, tags: {} },
                ...{ sourceArn: false, sourceAccount: true },
            }),
            created("executionRole.path"),
            created("executionRole.permissionsBoundary"),
            created("executionRole.sourceAccount"),
            created("executionRole.sourceArn"),
            created("executionRole.tags"),
        ],
        [
            "the same of a task role",
            task({ existing: RESOURCE, path: "/" }),
            created("taskRole.path"),
        ],
        ["the name of a role", execution({ existing: "web" }), NO_ROLE],
        ["an empty text for a role", execution({ existing: "" }), NO_ROLE],
        ["the ARN of a user", execution({ existing: ARN.replace("role", "user") }), NO_ROLE],
        ["every role that fits", execution({ existing: `${ARN}*` }), NO_ROLE],
        [
            "a role without an account",
            execution({ existing: ARN.replace("123456789012", "") }),
            NO_ROLE,
        ],
        [
            "a service-linked role",
            execution({
                existing: ARN.replace(
                    "web",
                    "aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS",
                ),
            }),
            [
                "executionRole.existing",
                "is a service-linked role, which takes no policy and trusts its service alone",
                "Give another role, or leave it out.",
            ],
        ],
        [
            "whether to attach to a role that is created",
            execution({ attachPolicies: true }),
            [
                "executionRole.attachPolicies",
                "is given, and only with existing there is a choice",
                "Remove it: the role that is created gets its rights.",
            ],
        ],
        ["a role for a boundary", boundary(ARN), NO_BOUNDARY],
        ["the name of a policy for a boundary", boundary("ViewOnlyAccess"), NO_BOUNDARY],
        [
            "an empty boundary, once",
            boundary(""),
            ["taskRole.permissionsBoundary", "is empty", "Give it a value."],
        ],
        ["a path that does not begin with a slash", task({ path: "web/" }), NO_PATH],
        ["a path that does not end with a slash", task({ path: "/web" }), NO_PATH],
        ["a path with a level of no characters", task({ path: "//" }), NO_PATH],
        ["a path that is too long", task({ path: `/${"a".repeat(511)}/` }), NO_PATH],
        [
            "something else for a role",
            task({ existing: 1 }),
            [
                "taskRole.existing",
                "must be a string or a resource that is a role",
                "Give the role's ARN, or an aws.iam.Role.",
            ],
        ],
    ];
    itFinds(rows);
});
