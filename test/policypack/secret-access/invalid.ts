import type { ReportedRow } from "../../support/policy-table";
import { ACCOUNT, PARAMETER, policy, ROLE, SECRET } from "../kms-decrypt/stack";
import {
    boundary,
    bucket,
    BUCKET,
    FILE,
    injects,
    OTHER_ACCOUNT,
    parameter,
    readParameter,
    readSecret,
    readsFile,
    rights,
    says,
    secretPolicy,
} from "./stack";

const ACROSS = SECRET.replace(ACCOUNT, OTHER_ACCOUNT);
const WHERE = "secrets API_KEY of container web (secret secret)";
const until = (action: string) =>
    `Until then the task stops with ResourceInitializationError: … AccessDeniedException: … is not authorized to perform: ${action}.`;
const UNTIL = until("secretsmanager:GetSecretValue");
const statement = (sid: string, action: string, ...resources: string[]) =>
    `{"Sid":"${sid}","Effect":"Allow","Action":"${action}","Resource":${JSON.stringify(resources)}}`;
const ADD = `Add to the task execution role role: ${statement("ReadSecrets", "secretsmanager:GetSecretValue", SECRET)} ${UNTIL}`;
const NOBODY = `${WHERE}: no statement of the role's policies allows secretsmanager:GetSecretValue on ${SECRET}`;

/** Stacks that the policy stops. */
export const invalid: ReportedRow[] = [
    says("a role that reads something else", rights(readParameter()), `${NOBODY}. ${ADD}`),
    says(
        "a right on the ARN with its JSON key",
        rights(readSecret({ Resource: `${SECRET}:password::` })),
        `${NOBODY}; statement ReadSecrets of the policy rights allows the action but names the ARN with its JSON key suffix. ${ADD}`,
    ),
    says(
        "a right on the partial ARN",
        rights(readSecret({ Resource: SECRET.slice(0, -7) })),
        `${NOBODY}; statement ReadSecrets of the policy rights allows the action but names the ARN without the six characters that AWS appends to the name. ${ADD}`,
    ),
    says(
        "describing alone",
        rights(readSecret({ Action: "secretsmanager:DescribeSecret" })),
        `${NOBODY}; statement ReadSecrets of the policy rights covers the resource but allows secretsmanager:DescribeSecret, not secretsmanager:GetSecretValue. ${ADD}`,
    ),
    says(
        "a right on the task role alone",
        {
            taskRole: {
                type: "aws:iam/role:Role",
                props: { arn: `arn:aws:iam::${ACCOUNT}:role/web-task`, name: "web-task" },
            },
            rights: { props: { role: "web-task" }, from: { role: ["taskRole"] } },
        },
        `${WHERE}: the role has no policy that could allow secretsmanager:GetSecretValue on ${SECRET}. ${ADD}`,
    ),
    says(
        "an explicit Deny beside the Allow",
        rights(readSecret(), { Effect: "Deny", Action: "*", Resource: "*" }),
        `${WHERE}: statement 2 of the policy rights denies secretsmanager:GetSecretValue on ${SECRET}. Take the Deny back, or except this use: no Allow outweighs it. ${UNTIL}`,
    ),
    says(
        "an explicit Deny of the secret's own policy",
        secretPolicy({
            Effect: "Deny",
            Principal: "*",
            Action: "secretsmanager:GetSecretValue",
            Resource: "*",
        }),
        `${WHERE}: statement 1 of the policy of the secret denies secretsmanager:GetSecretValue on ${SECRET}. Take the Deny back, or except this use: no Allow outweighs it. ${UNTIL}`,
    ),
    says(
        "a permissions boundary that does not allow it",
        boundary({ Effect: "Allow", Action: "logs:*", Resource: "*" }),
        `${WHERE}: the permissions boundary boundary does not allow secretsmanager:GetSecretValue on ${SECRET}, which statement ReadSecrets of the policy rights allows. Let the permissions boundary of role allow it as well: a boundary gives no right, and takes away what it does not allow. ${UNTIL}`,
    ),
    says(
        "the singular action of Parameter Store",
        {
            ...parameter,
            ...injects(PARAMETER),
            ...rights(readParameter({ Action: "ssm:GetParameter" })),
        },
        `secrets V0 of container web (parameter parameter): no statement of the role's policies allows ssm:GetParameters on ${PARAMETER}; statement 1 of the policy rights covers the resource but allows ssm:GetParameter, not ssm:GetParameters. Add to the task execution role role: ${statement("ReadParameters", "ssm:GetParameters", PARAMETER)} ${until("ssm:GetParameters")}`,
    ),
    says(
        "a right on a parameter with two slashes",
        {
            ...parameter,
            ...injects("/web/db"),
            ...rights(readParameter({ Resource: PARAMETER.replace("/web/db", "//web/db") })),
        },
        `secrets V0 of container web (parameter parameter): no statement of the role's policies allows ssm:GetParameters on ${PARAMETER}; statement 1 of the policy rights allows the action but names \`${PARAMETER.replace("/web/db", "//web/db")}\`, with two slashes after \`parameter\`. Add to the task execution role role: ${statement("ReadParameters", "ssm:GetParameters", PARAMETER)} ${until("ssm:GetParameters")}`,
    ),
    says(
        "a parameter of another stack, which has no policy of its own that could allow it",
        { ...injects("/web/other") },
        `secrets V0 of container web (parameter /web/other): no statement of the role's policies allows ssm:GetParameters on ${PARAMETER.replace("/db", "/other")}. Add to the task execution role role: ${statement("ReadParameters", "ssm:GetParameters", PARAMETER.replace("/db", "/other"))} ${until("ssm:GetParameters")}`,
    ),
    says(
        "an environment file that the role may read, without where its bucket is",
        {
            ...readsFile,
            ...bucket,
            ...rights({ Effect: "Allow", Action: "s3:GetObject", Resource: FILE }),
        },
        `environmentFiles ${FILE} of container web: no statement of the role's policies allows s3:GetBucketLocation on ${BUCKET}. Add to the task execution role role: ${statement("LocateEnvironmentFiles", "s3:GetBucketLocation", BUCKET)} Until then the task stops with ResourceInitializationError: … AccessDenied: … is not authorized to perform: s3:GetBucketLocation.`,
    ),
    says(
        "a secret of another account whose policy names the role, without a right of its own",
        {
            secret: { props: { arn: ACROSS } },
            ...injects(ACROSS),
            ...rights(readParameter()),
            secretPolicy: {
                type: "aws:secretsmanager/secretPolicy:SecretPolicy",
                props: {
                    secretArn: ACROSS,
                    policy: policy({
                        Effect: "Allow",
                        Principal: { AWS: ROLE },
                        Action: "secretsmanager:GetSecretValue",
                        Resource: "*",
                    }),
                },
            },
        },
        `secrets V0 of container web (secret secret): the resource is of another account, so that the role's own policies must allow it too, and no statement of the role's policies allows secretsmanager:GetSecretValue on ${ACROSS}. Add to the task execution role role: ${statement("ReadSecrets", "secretsmanager:GetSecretValue", ACROSS)} ${UNTIL}`,
    ),
    says(
        "a secret of another account that the role may read, without a policy of the secret",
        {
            secret: { props: { arn: ACROSS } },
            ...injects(ACROSS),
            ...rights(readSecret({ Resource: ACROSS })),
        },
        `secrets V0 of container web (secret secret): the resource is of another account, and its policy neither names the role nor leaves secretsmanager:GetSecretValue on ${ACROSS} to the role's account. Let the resource's own policy allow secretsmanager:GetSecretValue to the role, or to its account: no policy of the role is enough. ${UNTIL}`,
    ),
];
