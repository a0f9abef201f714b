import type { Random } from "./random";
import { ACCOUNT } from "./world";

/** What a role may ask for. */
export interface Target {
    readonly action: string;
    readonly resource: string;
}

/** Actions and resources; some names hold signs that mean something in regular expressions. */
export const TARGETS: readonly Target[] = [
    target("secretsmanager:GetSecretValue", "secret:app/db-AbCdEf"),
    target("secretsmanager:GetSecretValue", "secret:app+db.v1-XyZ123"),
    target("ssm:GetParameters", "parameter/app/token"),
    target("ssm:GetParameters", "parameter/app.v1/token"),
    target("kms:Decrypt", "key/11111111-2222-3333-4444-555555555555"),
    { action: "s3:GetObject", resource: "arn:aws:s3:::app-settings/prod.env" },
    { action: "s3:GetObject", resource: "arn:aws:s3:::app-settings/a(1)[x]+.env" },
    target("ecr:BatchGetImage", "repository/app"),
    target("logs:PutLogEvents", "log-group:/app:log-stream:web"),
];

const OTHER_ACTIONS = [
    "secretsmanager:DescribeSecret",
    "secretsmanager:GetResourcePolicy",
    "ssm:GetParameter",
    "ssm:DescribeParameters",
    "kms:Encrypt",
    "kms:DescribeKey",
    "s3:PutObject",
    "ecr:PutImage",
    "logs:CreateLogStream",
];

function target(action: string, resource: string): Target {
    const [service] = action.split(":");
    return { action, resource: `arn:aws:${service}:eu-west-1:${ACCOUNT}:${resource}` };
}

/** An action, or a pattern of actions, that often covers the wanted one. */
export function makeAction(random: Random, wanted: string): string {
    const text = random.chance(75) ? wanted : random.pick(OTHER_ACTIONS);
    const [service, name] = text.split(":");
    const at = 1 + random.below(name.length - 1);
    switch (random.below(10)) {
        case 0:
            return "*";
        case 1:
            return `${service}:*`;
        case 2:
        case 3:
            return `${service}:${name.slice(0, at)}*`;
        case 4:
            return `${service}:*${name.slice(at)}`;
        case 5:
            return `${service}:${name.slice(0, at)}?${name.slice(at + 1)}`;
        case 6:
            return random.chance(50) ? text.toLowerCase() : `${service.toUpperCase()}:${name}`;
        default:
            return text;
    }
}

/** A resource, or a pattern of resources, that often covers the wanted one. */
export function makeResource(random: Random, wanted: string): string {
    const text = random.chance(75) ? wanted : random.pick(TARGETS).resource;
    const parts = text.split(":");
    const head = parts.slice(0, 5);
    const name = parts.slice(5).join(":");
    const at = 1 + random.below(name.length - 1);
    switch (random.below(16)) {
        case 0:
        case 1:
            return "*";
        case 2:
        case 3:
            return `${head.join(":")}:${name.slice(0, at)}*`;
        case 4:
            return `${head.join(":")}:*${name.slice(at)}`;
        case 5:
            return `${head.join(":")}:${name.slice(0, at)}?${name.slice(at + 1)}`;
        case 6:
            return `${head.join(":")}:${name.slice(0, -2)}??`;
        case 7:
            return `${[...head.slice(0, 3), "*", "*"].join(":")}:${name}`;
        case 8:
            return `${head.slice(0, 1 + random.below(4)).join(":")}:*`;
        case 9:
            return `${text}:password::`;
        case 10:
            return random.pick([name, "arn:aws:secretsmanager", `${head.join(":")}:${name}x`]);
        case 11:
            return `${head.join(":")}:${name.replace(/app/, "${aws:PrincipalTag/team}")}`;
        case 12:
            return random.pick([
                `${head.join(":")}:${name.slice(0, at)}\${?}${name.slice(at + 1)}`,
                `${head.join(":")}:${name.slice(0, at)}\${*}`,
            ]);
        case 13:
            return makeOddHead(random, head, name);
        default:
            return text;
    }
}

/** Wildcards where few people write them: in and across the first parts of an ARN. */
function makeOddHead(random: Random, head: readonly string[], name: string): string {
    const [arn, partition, service, region, account] = head;
    return random.pick([
        // At the end of a part a wildcard reaches beyond the colon; inside of one it does not.
        `${arn}:${partition}:${service}:*:${name}`,
        `${arn}:${partition}:${service}:${region.slice(0, 2)}*:${name}`,
        `${arn}:${partition}:${service}:${region.slice(0, 2)}*${account.slice(-2)}:${name}`,
        `${arn}:${partition}:${service}:${region.slice(0, -1)}?:${account}:${name}`,
        `${arn}:${partition}:${service}:${region}?${account}:${name}`,
    ]);
}
