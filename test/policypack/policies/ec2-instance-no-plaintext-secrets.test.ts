import { gzipSync } from "node:zlib";
import { changeStack, type Stack } from "../../support/pack-stack";
import { describePolicy, type ReportedRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";

const VALUE = "made-up-value-4711";

const remedy = (variable: string) =>
    "Store it in AWS Secrets Manager, allow the role of the instance profile " +
    "secretsmanager:GetSecretValue on it, and read it at boot: " +
    `${variable}=$(aws secretsmanager get-secret-value --secret-id <name of the secret> ` +
    "--query SecretString --output text).";

const PASSWORD = "its name reads as a password";

const base: Stack = {
    task: { type: "aws:ec2/instance:Instance", props: { instanceType: "t4g.nano" } },
};

const withProps = (props: object, type = base.task.type) =>
    changeStack(base, { task: { type, props: { ...props } } });
const withData = (userData: unknown) => withProps({ userData });
const encode = (text: string) => Buffer.from(text).toString("base64");
const pack = (text: string) => gzipSync(text).toString("base64");

const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";

const SCRIPT = `#!/bin/bash\nexport DB_PASSWORD=${VALUE}\nsystemctl start web\n`;
const CLOUD = `#cloud-config\nwrite_files:\n  - path: /etc/web.env\n`;

/** A message as cloud-init takes it, with one part. */
const message = (encoding: string, part: string) =>
    'Content-Type: multipart/mixed; boundary="MIMEBOUNDARY"\r\nMIME-Version: 1.0\r\n\r\n' +
    "--MIMEBOUNDARY\r\nContent-Type: text/x-shellscript\r\n" +
    `Content-Transfer-Encoding: ${encoding}\r\n\r\n${part}\r\n--MIMEBOUNDARY--\r\n`;

const stops = (name: string, stack: Stack, place = "userData DB_PASSWORD"): ReportedRow => ({
    name,
    stack,
    messages: [`${place} is plaintext: ${PASSWORD}. ${remedy("DB_PASSWORD")}`],
});

const undetermined = (name: string, stack: Stack, path: string, why: string): ReportedRow => ({
    name,
    stack,
    messages: [`undetermined: ${path}: ${why}`],
});

const NOT_YET = "is not known yet. It is judged at update.";
const NO_TEXT = "cannot be read: what it encodes is not a text. Give what the service takes.";

/** User data as instances have it, none of which holds a secret. */
const HARMLESS: readonly [why: string, text: string][] = [
    [
        "a script that reads the password at boot",
        "#!/bin/bash\nset -euo pipefail\nDB_PASSWORD=$(aws secretsmanager get-secret-value " +
            "--secret-id prod/web/db --query SecretString --output text)\nexport DB_PASSWORD\n" +
            'mysql --password="$DB_PASSWORD" < /opt/web.sql\n',
    ],
    [
        "a script that reads a parameter",
        'export API_TOKEN="$(aws ssm get-parameter --name /web/api-token --with-decryption ' +
            '--query Parameter.Value --output text)"\n',
    ],
    ["a script that joins a cluster", "#!/bin/bash\necho ECS_CLUSTER=web >> /etc/ecs/ecs.config\n"],
    [
        "a script that asks for the token of the metadata service",
        'TOKEN=$(curl -X PUT "http://169.254.169.254/latest/api/token" ' +
            '-H "X-aws-ec2-metadata-token-ttl-seconds: 21600")\n' +
            'curl -H "X-aws-ec2-metadata-token: $TOKEN" http://169.254.169.254/latest/meta-data/\n',
    ],
    [
        "a configuration of cloud-init",
        "#cloud-config\npackage_update: true\npackages:\n  - nginx\nssh_pwauth: false\n" +
            "runcmd:\n  - [systemctl, enable, --now, nginx]\n  - aws s3 cp s3://web/app.zip /opt/\n",
    ],
    ["a message without a secret", message("7bit", "#!/bin/sh\nyum install -y httpd\n")],
    [
        "a script of PowerShell",
        "<powershell>\nInstall-WindowsFeature -Name Web-Server\n$env:LOG_LEVEL = 'info'\n</powershell>\n",
    ],
];

describePolicy("ec2-instance-no-plaintext-secrets", {
    values: [VALUE, encode(SCRIPT), pack(SCRIPT)],
    valid: [
        ...HARMLESS.map(([name, text]) => ({ name, stack: withData(text) })),
        ...HARMLESS.map(([name, text]) => ({
            name: `${name}, in a launch template`,
            stack: withProps({ userData: encode(text) }, TEMPLATE),
        })),
        { name: "an instance without user data", stack: base },
        { name: "no user data", stack: withProps({ userData: null, userDataBase64: "" }) },
    ],
    invalid: [
        stops("a script that exports a password", withData(SCRIPT)),
        stops("the same in base64", withData(encode(SCRIPT))),
        stops(
            "the same in the property for base64",
            withProps({ userDataBase64: encode(SCRIPT) }),
            "userDataBase64 DB_PASSWORD",
        ),
        stops(
            "the same packed by gzip",
            withProps({ userDataBase64: pack(SCRIPT) }),
            "userDataBase64 DB_PASSWORD",
        ),
        stops("a launch template", withProps({ userData: encode(SCRIPT) }, TEMPLATE)),
        stops("a launch template that is not encoded", withProps({ userData: SCRIPT }, TEMPLATE)),
        stops(
            "a launch configuration",
            withProps({ userData: SCRIPT }, "aws:ec2/launchConfiguration:LaunchConfiguration"),
        ),
        stops(
            "a request for a spot instance",
            withProps({ userData: SCRIPT }, "aws:ec2/spotInstanceRequest:SpotInstanceRequest"),
        ),
        stops(
            "a request for a fleet of spot instances",
            withProps(
                { launchSpecifications: [{}, { userData: SCRIPT }] },
                "aws:ec2/spotFleetRequest:SpotFleetRequest",
            ),
            "launchSpecifications[1].userData DB_PASSWORD",
        ),
        stops("a part of a message", withData(message("7bit", SCRIPT))),
        stops("a part of a message in base64", withData(message("base64", encode(SCRIPT)))),
        stops(
            "a file that cloud-init writes",
            withData(`${CLOUD}    content: |\n      DB_PASSWORD=${VALUE}\n`),
        ),
        stops(
            "a file in base64 that cloud-init writes",
            withData(`${CLOUD}    encoding: b64\n    content: ${encode(SCRIPT)}\n`),
        ),
        stops(
            "a variable of PowerShell",
            withData(`<powershell>\n$env:DB_PASSWORD = '${VALUE}'\n</powershell>\n`),
        ),
        {
            name: "an option of a command, and an address that carries a password",
            stack: withData(
                `#!/bin/sh\nregister --db-password ${VALUE}\ngit clone https://ci:${VALUE}@git.example/a\n`,
            ),
            messages: [
                `userData is plaintext: its value is a URL that carries a password. ${remedy("SECRET")}`,
                `userData db-password is plaintext: ${PASSWORD}. ${remedy("DB_PASSWORD")}`,
            ],
        },
    ],
    unknown: [
        {
            name: "a password that is not known yet",
            stack: withData(`export DB_HOST=${UNKNOWN}\nexport DB_PASSWORD=${UNKNOWN}\n`),
            messages: [
                `userData DB_PASSWORD is undetermined: ${PASSWORD}, and its value is not known ` +
                    `yet. ${remedy("DB_PASSWORD")}`,
            ],
        },
        undetermined("user data that is not known yet", withData(UNKNOWN), "userData", NOT_YET),
        undetermined(
            "a launch template of which a part is not known yet",
            withProps({ userData: `IyEv${UNKNOWN}` }, TEMPLATE),
            "userData",
            NOT_YET,
        ),
        undetermined(
            "what is no text",
            withProps({ userDataBase64: Buffer.from([0xff, 0xfe, 0xfd]).toString("base64") }),
            "userDataBase64",
            NO_TEXT,
        ),
        undetermined(
            "what cannot be unpacked",
            withData(gzipSync(SCRIPT).subarray(0, 24).toString("base64")),
            "userData",
            NO_TEXT,
        ),
        undetermined(
            "what unpacks to more than user data may be",
            withProps({ userDataBase64: pack("a".repeat(2_000_000)) }),
            "userDataBase64",
            NO_TEXT,
        ),
        undetermined(
            "user data of a wrong type, which AWS refuses",
            withData([VALUE]),
            "userData",
            "cannot be read: it is not a text. Give what the service takes.",
        ),
    ],
});
