import type { Random } from "./random";

/** The account of the stack, and one that is not. */
const HOME = "123456789012";
const ABROAD = "210987654321";
export const SESSION = "0123456789abcdef";

const REGION = "eu-west-1";
const KEY_ID = "11111111-2222-3333-4444-555555555555";

/** Where a world plays: who asks for what, and what the request says of itself. */
export interface Setting {
    readonly store: "secret" | "parameter" | "key";
    readonly action: string;
    readonly resource: string;
    readonly role: string;
    readonly roleAccount: string;
    readonly crossAccount: boolean;
    readonly tags: Record<string, string>;
    readonly context: Record<string, string[]>;
}

const everywhere: Record<string, string[]> = {
    "aws:SecureTransport": ["true"],
    "aws:SourceIp": ["10.0.1.5"],
    "aws:CurrentTime": ["2026-03-01T12:00:00Z"],
    "aws:EpochTime": ["1772366400"],
    "aws:TagKeys": ["team", "env"],
    "app:Size": ["10"],
    "app:Label": ["a*b"],
    "app:Blob": ["QmluYXJ5"],
    "app:Source": [`arn:aws:ecs:${REGION}:${HOME}:task/app/0123`],
};

const six = "2001:db8::5";

function contextOf(
    store: Setting["store"],
    secret: string,
    roleAccount: string,
): Record<string, string[]> {
    switch (store) {
        case "secret":
            return {
                "secretsmanager:SecretId": [secret],
                "secretsmanager:VersionStage": ["AWSCURRENT"],
                "aws:ResourceTag/team": ["app"],
            };
        case "parameter":
            return { "aws:ResourceTag/team": ["app"] };
        case "key":
            return {
                "kms:ViaService": [`secretsmanager.${REGION}.amazonaws.com`],
                "kms:CallerAccount": [roleAccount],
                "kms:EncryptionContext:SecretARN": [secret],
                "kms:EncryptionContext:SecretVersionId": ["v-1"],
                "kms:EncryptionAlgorithm": ["SYMMETRIC_DEFAULT"],
                "kms:ResourceAliases": ["alias/app", "alias/app-2"],
            };
    }
}

/** The ARN of the secret that the key of a world protects. */
function secretIn(account: string): string {
    return `arn:aws:secretsmanager:${REGION}:${account}:secret:app/db-AbCdEf`;
}

/** A setting in which everything is as it should be. */
export function settingFrom(random: Random): Setting {
    const store = random.one(["secret", "secret", "parameter", "key", "key", "key"] as const);
    const crossAccount = store !== "parameter" && random.happens(0.18);
    const roleAccount = crossAccount ? ABROAD : HOME;
    const role = `arn:aws:iam::${roleAccount}:role/${random.one(["app", "app", "team/app"])}`;
    const [action, resource] = {
        secret: ["secretsmanager:GetSecretValue", secretIn(HOME)],
        parameter: ["ssm:GetParameters", `arn:aws:ssm:${REGION}:${HOME}:parameter/app/db`],
        key: ["kms:Decrypt", `arn:aws:kms:${REGION}:${HOME}:key/${KEY_ID}`],
    }[store] as [string, string];
    const context: Record<string, string[]> = {
        ...everywhere,
        ...contextOf(store, secretIn(HOME), roleAccount),
    };
    for (const key of Object.keys(everywhere)) {
        if (random.happens(0.25)) {
            delete context[key];
        }
    }
    if (random.happens(0.2)) {
        context["aws:SourceIp"] = [six];
    }
    const tags: Record<string, string> = random.happens(0.8) ? { team: "app", env: "prod" } : {};
    return { store, action, resource, role, roleAccount, crossAccount, tags, context };
}

/** Action patterns that fit, and that miss by little. */
export function actionsFor({ action }: Setting): { fit: string[]; miss: string[] } {
    const [service = "", name = ""] = action.split(":");
    return {
        fit: [
            action,
            action,
            action.toLowerCase(),
            `${service}:*`,
            `${service}:${name.slice(0, 4)}*`,
            `${service}:*${name.slice(-4)}`,
            `${service}:${name.slice(0, -2)}??`,
            "*",
        ],
        miss: [
            `${service}:${name.slice(0, -1)}`,
            `${service}:${name}s`,
            `${service}:Put*`,
            `${service}:${name}?`,
            "s3:*",
            `${service}:${name.toLowerCase()}2`,
        ],
    };
}

/** Resource patterns that fit, and that miss by little. */
export function resourcesFor({ resource, tags }: Setting): { fit: string[]; miss: string[] } {
    const [, , service = "", , account = ""] = resource.split(":");
    const kind = { secretsmanager: "secret:", ssm: "parameter/", kms: "key/" }[service] ?? "";
    const start = resource.slice(0, resource.indexOf(kind) + kind.length);
    const name = resource.slice(start.length);
    const tagged = tags["team"] === "app" && name.startsWith("app");
    const byTag = `${start}\${aws:PrincipalTag/team}${name.slice(3)}`;
    const byDefault = `${start}\${aws:PrincipalTag/squad, '${name.slice(0, 3)}'}${name.slice(3)}`;
    return {
        fit: [
            "*",
            resource,
            resource,
            `${resource.slice(0, -6)}??????`,
            `${start}*`,
            `arn:aws:${service}:*:*:*`,
            `arn:*:${service}:*:${account}:${kind}${name}`,
            byDefault,
            ...(tagged ? [byTag] : []),
        ],
        miss: [
            `${resource}:password::`,
            resource.replace(REGION, "us-east-1"),
            resource.replace(account, "111111111111"),
            `${start}${name.toUpperCase()}`,
            resource.slice(0, -1),
            `${resource.slice(0, -6)}?????`,
            `arn:aws:kms:${REGION}:${account}:alias/app`,
            `${start}/${name}`,
            `${start}\${*}`,
            `${start}\${aws:PrincipalTag/none}${name.slice(3)}`,
            `${start}\${aws:PrincipalTag/env, 'app'}${name.slice(3)}`,
            `arn:aws:${service}`,
            "foo",
            ...(tagged ? [] : [byTag]),
        ],
    };
}
