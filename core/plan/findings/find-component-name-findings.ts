import type { Finding } from "../../finding";
import { isPlainObject, joinPath } from "../shape";

/** What Pulumi appends to a logical name to make a physical one: a hyphen and seven digits. */
export const AUTONAME_LENGTH = 8;

/** Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
const MAX_ROLE_NAME = 64;

/** Finds what AWS would not take of the names that are made of the component's own. */
export function findComponentNameFindings(name: string, args: unknown): Finding[] {
    const fields = isPlainObject(args) ? args : {};
    return [...findLongRoleNames(name, fields), ...findReservedNames(name, fields)];
}

function findLongRoleNames(name: string, args: Record<string, unknown>): Finding[] {
    // What a transform makes of a role is not known here.
    const transform = isPlainObject(args.transform) ? args.transform : {};
    const isMade = (role: string) =>
        transform[role] === undefined && !(isPlainObject(args[role]) && args[role].existing);
    const isRotated = args.redeployOnRotation === true && transform.rotationRole === undefined;
    const suffixes = [
        ...(isMade("executionRole") ? ["-execution-role"] : []),
        ...(isMade("taskRole") ? ["-task-role"] : []),
        ...(isRotated ? ["-redeployment-role"] : []),
    ];
    const longest = Math.max(0, ...suffixes.map((suffix) => suffix.length + AUTONAME_LENGTH));
    const most = longest === 0 ? Infinity : MAX_ROLE_NAME - longest;
    const reason = `the component's name has ${name.length} characters, and the names of its roles, which are made of it, have at most ${MAX_ROLE_NAME}`;
    return name.length > most
        ? [{ path: "name", reason, remedy: `Name it with at most ${most} characters.` }]
        : [];
}

/** Source: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html */
function findReservedNames(name: string, { secrets }: Record<string, unknown>): Finding[] {
    const reason = "is missing, and one made of the component's name would begin with aws or ssm";
    const remedy = "Give the parameter a name.";
    return Object.entries(isPlainObject(secrets) && /^(aws|ssm)/i.test(name) ? secrets : {})
        .filter(
            ([, secret]) =>
                isPlainObject(secret) &&
                secret.store === "ssm" &&
                secret.name === undefined &&
                secret.arn === undefined,
        )
        .map(([key]) => ({ path: joinPath(joinPath("secrets", key), "name"), reason, remedy }));
}
