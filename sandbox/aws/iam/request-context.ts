import { parseArn, type AccessRequest } from "../../../core";
import type { RoleRights } from "./rights";

/** What a role asks for. */
export type RoleRequest = Pick<AccessRequest, "action" | "resource"> & {
    readonly context?: Readonly<Record<string, readonly string[]>>;
};

/** An address that is of no network, from which everything in the simulated AWS is asked. */
const SOURCE_IP = "203.0.113.10";

/** The keys that no request in the simulated AWS has: there are no organizations and no VPC endpoints. */
const ABSENT = [
    "aws:CalledVia",
    "aws:CalledViaFirst",
    "aws:CalledViaLast",
    "aws:MultiFactorAuthAge",
    "aws:PrincipalOrgID",
    "aws:PrincipalOrgPaths",
    "aws:ResourceOrgID",
    "aws:ResourceOrgPaths",
    "aws:SourceVpc",
    "aws:SourceVpcArn",
    "aws:SourceVpce",
    "aws:VpcSourceIp",
    "aws:VpceAccount",
    "aws:VpceOrgID",
    "aws:VpceOrgPaths",
    "kms:EncryptionAlgorithm",
    "kms:KeyOrigin",
    "kms:KeySpec",
    "kms:KeyUsage",
    "kms:MultiRegion",
    "kms:MultiRegionKeyType",
    "kms:ResourceAliases",
    "s3:ResourceAccount",
    "s3:TlsVersion",
    "s3:authType",
    "s3:signatureAge",
    "s3:signatureversion",
    "secretsmanager:resource/AllowRotationLambdaArn",
];

/**
 * All that AWS says of a request of a role's session, so that no condition is left open: what the
 * request itself does not say is absent, as it is in an account where nothing else exists.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function completeRequest(
    { arn, uniqueId, tags }: RoleRights,
    session: string,
    { action, resource, context = {} }: RoleRequest,
): AccessRequest {
    const region = parseArn(resource)?.region ?? "";
    return {
        action,
        resource,
        principalArn: arn,
        principalTags: tags,
        context: {
            ...Object.fromEntries(ABSENT.map((key) => [key, []])),
            ...timeOf(new Date()),
            "aws:MultiFactorAuthPresent": ["false"],
            "aws:PrincipalIsAWSService": ["false"],
            "aws:PrincipalType": ["AssumedRole"],
            "aws:RequestedRegion": region === "" ? [] : [region],
            "aws:SourceIp": [SOURCE_IP],
            "aws:UserAgent": ["simulated"],
            "aws:ViaAWSService": ["false"],
            "aws:userid": [`${uniqueId}:${session.split("/").at(-1) ?? ""}`],
            ...context,
        },
    };
}

/**
 * All that AWS says when a service assumes a role on behalf of a resource.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export function serviceContext(
    accountId: string,
    roleArn: string,
    sourceArn: string,
): Record<string, readonly string[]> {
    const role = parseArn(roleArn)?.account;
    return {
        ...Object.fromEntries(ABSENT.map((key) => [key, []])),
        ...timeOf(new Date()),
        "aws:MultiFactorAuthPresent": [],
        "aws:PrincipalAccount": [],
        "aws:PrincipalArn": [],
        "aws:PrincipalIsAWSService": ["true"],
        "aws:PrincipalTag/*": [],
        "aws:PrincipalType": [],
        "aws:RequestedRegion": [],
        "aws:ResourceAccount": role === undefined ? [] : [role],
        "aws:SourceAccount": [accountId],
        "aws:SourceArn": [sourceArn],
        "aws:SourceIp": [],
        "aws:SourceOrgID": [],
        "aws:SourceOrgPaths": [],
        "aws:UserAgent": [],
        "aws:ViaAWSService": ["false"],
        "aws:userid": [],
    };
}

/** The tags of a resource as condition keys; a tag that it lacks is absent. */
export function tagContext(
    prefixes: readonly string[],
    tags: Readonly<Record<string, string>>,
): Record<string, readonly string[]> {
    return Object.fromEntries(
        prefixes.flatMap((prefix) => [
            [`${prefix}/*`, []] as const,
            ...Object.entries(tags).map(([name, value]) => [`${prefix}/${name}`, [value]] as const),
        ]),
    );
}

function timeOf(now: Date): Record<string, readonly string[]> {
    return {
        "aws:CurrentTime": [now.toISOString()],
        "aws:EpochTime": [String(Math.floor(now.getTime() / 1_000))],
        "aws:TokenIssueTime": [now.toISOString()],
    };
}
