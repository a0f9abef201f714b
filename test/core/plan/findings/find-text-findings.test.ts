import { findFileArnFindings, findRoleArnFindings, type Finding } from "../../../../core";
import { itFinds, type Row } from "./rows";

const NO_FILE = [
    "is not the ARN of an object in Amazon S3",
    "Write it like arn:aws:s3:::BUCKET/web.env.",
] as const;
/** What is found in a text that was an Output. */
const found = (find: (text: string, path: string) => Finding[]) => (text: string) =>
    find(text, "p");

describe("findFileArnFindings finds", () => {
    const rows: Row[] = [
        ["nothing in an environment file", "arn:aws:s3:::bucket/web.env"],
        ["an empty text", "", ["p", ...NO_FILE]],
        ["a text that is no ARN", "canary-0000", ["p", ...NO_FILE]],
    ];
    itFinds(rows, found(findFileArnFindings));
});

describe("findRoleArnFindings finds", () => {
    const NO_ROLE = [
        "is not the ARN of a role",
        "Give the ARN of an IAM role, for example role.arn.",
    ] as const;
    const rows: Row[] = [
        ["nothing in a role of AWS GovCloud", "arn:aws-us-gov:iam::123456789012:role/a/b"],
        ["an empty text", "", ["p", ...NO_ROLE]],
    ];
    itFinds(rows, found(findRoleArnFindings));
});
