import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { changeStack, type Stack } from "../../support/pack-stack";
import { describePolicy } from "../../support/policy-table";
import { UNKNOWN, type Wire } from "../../support/wire";

const VALUE = "made-up-value-4711";
const TEXT = `# of the service\nLOG_LEVEL=info\nDB_PASSWORD=${VALUE}\n`;

const OBJECT = "aws:s3/bucketObjectv2:BucketObjectv2";

const remedy = (name: string) =>
    `Take it out of the file, and move it to secrets: {"name":"${name}","valueFrom":"<ARN of a ` +
    'secret or parameter>"}, and allow the task execution role to read it; whoever may read the ' +
    "bucket reads the file.";

const password = (where: string, file = "environment file file of task definition task") =>
    `${where}${file} DB_PASSWORD is plaintext: its name reads as a password. ${remedy("DB_PASSWORD")}`;

const unread = (reason: string) =>
    `undetermined: environment file file of task definition task: ${reason}. Give it as content, ` +
    "so that its variables can be judged.";

/** An asset, as it travels. */
const asset = (part: Wire): Wire => ({
    "4dabf18193072939515e22adb298388d": "c44067f5952c0a294b673a41bacd8c17",
    ...part,
});

const definitionsOf = (files: Readonly<Record<string, string>>) =>
    JSON.stringify(
        Object.entries(files).map(([name, value]) => ({
            name,
            image: "httpd",
            environmentFiles: [{ value, type: "s3" }],
        })),
    );

const base: Stack = {
    bucket: { type: "aws:s3/bucket:Bucket", props: { bucket: "config" } },
    file: { type: OBJECT, props: { bucket: "config", key: "web/app.env", content: TEXT } },
    task: {
        type: "aws:ecs/taskDefinition:TaskDefinition",
        props: { containerDefinitions: definitionsOf({ web: "arn:aws:s3:::config/web/app.env" }) },
    },
};

const withFile = (props: Wire) => changeStack(base, { file: { props } });
const withTask = (containerDefinitions: string) =>
    changeStack(base, { task: { props: { containerDefinitions } } });

const firstPreview = (object: Wire, from: string): Stack =>
    changeStack(base, {
        file: { props: { bucket: UNKNOWN, ...object }, from: { bucket: ["bucket"] } },
        task: {
            props: { containerDefinitions: UNKNOWN },
            from: { containerDefinitions: [from] },
        },
    });

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "environment-file-"));
const file = path.join(folder, "app.env");
fs.writeFileSync(file, TEXT);
after(() => fs.rmSync(folder, { recursive: true }));

const source = (part: Wire) => withFile({ content: undefined, source: asset(part) });

const reported = (name: string, stack: Stack, ...messages: string[]) => ({
    name,
    stack,
    resource: "file",
    messages,
});

describePolicy("ecs-environment-file-no-plaintext-secrets", {
    values: [VALUE],
    valid: [
        { name: "a file without secrets", stack: withFile({ content: "LOG_LEVEL=info\n#A=b\n" }) },
        { name: "a file that is empty", stack: withFile({ content: undefined }) },
        {
            name: "an object that no container reads",
            stack: withFile({ key: "web/other.env" }),
        },
        {
            name: "an object of the same key in another bucket",
            stack: withFile({ bucket: "other" }),
        },
        {
            name: "a file that the stack does not upload: its content is not in the program",
            stack: changeStack(base, { file: undefined }),
        },
        {
            name: "an object of another ending at the first preview: it is no environment file",
            stack: firstPreview({ key: "page.html" }, "bucket"),
        },
        {
            name: "an object at the first preview that the definitions do not come from",
            stack: changeStack(firstPreview({}, "bucket"), { task: { from: {} } }),
        },
        { name: "container definitions that are none", stack: withTask("[[") },
    ],
    invalid: [
        {
            name: "a file that a container without a name reads, too",
            stack: withTask(
                JSON.stringify([
                    ...["web", undefined].map((name) => ({
                        name,
                        environmentFiles: [{ value: "arn:aws:s3:::config/web/app.env" }],
                    })),
                ]),
            ),
            resource: "file",
            messages: [
                password(
                    "",
                    "environment file file of task definition task (containers web, without a name)",
                ),
            ],
        },
        reported("a variable with a secret", base, password("container web: ")),
        reported(
            "it in base64",
            withFile({
                content: undefined,
                contentBase64: Buffer.from(TEXT).toString("base64"),
            }),
            password("container web: "),
        ),
        reported("it in an asset of text", source({ text: TEXT }), password("container web: ")),
        reported("it in an asset of a file", source({ path: file }), password("container web: ")),
        reported(
            "it in an object of the older type, whose bucket is named by its ARN",
            changeStack(withFile({ bucket: "arn:aws:s3:::config" }), {
                file: { type: "aws:s3/bucketObject:BucketObject" },
            }),
            password("container web: "),
        ),
        reported(
            "it once for all containers that read it",
            withTask(
                definitionsOf({
                    web: "arn:aws:s3:::config/web/app.env",
                    agent: "arn:aws:s3:::config/web/app.env",
                }),
            ),
            password("", "environment file file of task definition task (containers agent, web)"),
        ),
        reported(
            "it at the first preview, where the definitions come from the object",
            firstPreview({}, "file"),
            password(""),
        ),
        reported(
            "it at the first preview, where the definitions come from the object's bucket",
            firstPreview({}, "bucket"),
            password(""),
        ),
    ],
    unknown: [
        reported(
            "a content that is not known yet",
            withFile({ content: UNKNOWN }),
            unread("its content is not known yet"),
        ),
        reported(
            "a value that is not known yet under the name of a password",
            withFile({ content: `A=b\nDB_PASSWORD=x${UNKNOWN}` }),
            "container web: environment file file of task definition task DB_PASSWORD is " +
                "undetermined: its name reads as a password, and its value is not known yet. " +
                remedy("DB_PASSWORD"),
        ),
        reported(
            "a content that is no text",
            withFile({ content: 7 }),
            unread("its content is no text"),
        ),
        reported(
            "a content that is no base64",
            withFile({ content: undefined, contentBase64: `DB_PASSWORD=${VALUE}` }),
            unread("its content is not base64"),
        ),
        reported(
            "a file that is not there",
            source({ path: path.join(folder, "missing.env") }),
            unread("its file cannot be read from here"),
        ),
        reported(
            "a folder in place of a file",
            source({ path: folder }),
            unread("its file is too long, or is none"),
        ),
        reported(
            "a file of elsewhere",
            source({ uri: "https://example.com/app.env" }),
            unread("its content is kept elsewhere"),
        ),
        reported(
            "a source that is not known yet",
            withFile({ content: undefined, source: UNKNOWN }),
            unread("its content is not known yet"),
        ),
    ],
});
