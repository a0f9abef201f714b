import { isHidden, stringsOf, type World } from "./world";

/** A value that no world mentions. */
export const UNMENTIONED = "unmentioned";

/** What the world itself mentions, and what it does not: the material of every candidate. */
export interface Material {
    readonly action: string;
    readonly resource: string;
    readonly resources: readonly string[];
    readonly roles: readonly string[];
    readonly role: string;
    readonly session: string;
    readonly account: string;
    readonly mentioned: readonly string[];
    readonly world: World;
}

const roleArn = /^arn:aws:iam::\d{12}:role\/[^*?$]+$/;

/** Gathers the material of a world. */
export function materialOf(world: World): Material {
    const { request } = world;
    const mentioned = [...stringsOf(world)];
    const roles = mentioned.filter((text) => roleArn.test(text));
    const role = isHidden(request.principalArn) ? (roles[0] ?? "") : request.principalArn;
    const account = role.split(":")[4] ?? "";
    const service = request.action.split(":")[0] ?? "";
    // AWS KMS decrypts with keys, whatever alias they are asked for by:
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html
    const resources = mentioned.filter(
        (text) =>
            text.startsWith(`arn:aws:${service}:`) &&
            !/[*?$]/.test(text) &&
            !text.includes(":alias/"),
    );
    const resource = isHidden(request.resource) ? (resources[0] ?? "") : request.resource;
    const name = isHidden(request.session) ? UNMENTIONED : request.session;
    const session = `arn:aws:sts::${account}:assumed-role/${role.split("/").at(-1) ?? ""}/${name}`;
    const { action } = request;
    return { action, resource, resources, roles, role, session, account, mentioned, world };
}

/** The values that any policy of the world compares the key with. */
export function conditionValuesOf(part: unknown, key: string): string[] {
    return typeof part !== "object" || part === null
        ? []
        : Object.entries(part).flatMap(([name, inner]) =>
              name.toLowerCase() === key.toLowerCase()
                  ? [...stringsOf(inner)]
                  : conditionValuesOf(inner, key),
          );
}

/** The session names that the world mentions. */
export function sessionsIn({ mentioned }: Material): string[] {
    return mentioned.flatMap((text) => /:assumed-role\/[^/]+\/(.+)$/.exec(text)?.[1] ?? []);
}

/** The principal tags that the world mentions. */
export function tagsIn({ world }: Material): string[] {
    const tags = JSON.stringify(world).match(/(?<=aws:PrincipalTag\/)\w+/gi) ?? [];
    return [...new Set(tags)];
}
