import {
    findFileArnFindings,
    findRoleArnFindings,
    findWholeArnFindings,
    type Finding,
} from "../../../../core";
import { parameterArn, secretArn } from "../fixtures";
import { itFinds, type Row } from "./rows";

const NO_FILE = [
    "is not the ARN of an object in Amazon S3",
    "Write it like arn:aws:s3:::BUCKET/web.env.",
] as const;
const WHOLE = "Give the complete ARN of a secret, or the ARN of a parameter.";
const COMPLETE =
    "Give the complete ARN, with the hyphen and the six characters that AWS appended to the name.";

/** What is found in a text that was an Output. */
const found = (find: (text: string, path: string) => Finding[]) => (text: string) =>
    find(text, "p");

describe("findWholeArnFindings finds", () => {
    const rows: Row[] = [
        ["nothing in a complete ARN", secretArn("db-AbCdEf")],
        ["nothing in the ARN of a parameter", parameterArn("db")],
        ["a partial ARN", secretArn("db"), ["p", "is a partial ARN", COMPLETE]],
        ["an empty text", "", ["p", "is empty", WHOLE]],
        ["a name", "/db", ["p", "is the name of a parameter, and an ARN is needed here", WHOLE]],
    ];
    itFinds(rows, found(findWholeArnFindings));
});

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
