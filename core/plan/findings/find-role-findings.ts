import { parseArn } from "../../arn";
import type { Finding } from "../../finding";
import { joinPath } from "../shape/shape";
import type { RoleDescription } from "./description";

/** What only a role has that is created. */
const OF_CREATED = ["path", "permissionsBoundary", "tags", "sourceAccount", "sourceArn"] as const;

/**
 * Finds what is wrong with how a role is made.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
export function findRoleFindings(role: RoleDescription, path: string): Finding[] {
    const { existing, permissionsBoundary: boundary } = role;
    return [
        ...(existing === undefined ? findAttachFindings(role, path) : findGiven(role, path)),
        ...(typeof existing === "string"
            ? findRoleArnFindings(existing, joinPath(path, "existing"))
            : []),
        ...(typeof boundary === "string" && !isArnOf(boundary, POLICY)
            ? [
                  {
                      path: joinPath(path, "permissionsBoundary"),
                      reason: "is not the ARN of a policy",
                      remedy: "Give the ARN of a managed policy.",
                  },
              ]
            : []),
        ...(typeof role.path === "string" && !isRolePath(role.path)
            ? [
                  {
                      path: joinPath(path, "path"),
                      reason: "is no path of a role",
                      remedy: "Begin and end it with a slash, for example /teams/web/.",
                  },
              ]
            : []),
    ];
}

/** Finds that a text is not the ARN of a role that policies can be attached to. */
export function findRoleArnFindings(text: string, path: string): Finding[] {
    if (!isArnOf(text, ROLE)) {
        const reason = "is not the ARN of a role";
        return [{ path, reason, remedy: "Give the ARN of an IAM role, for example role.arn." }];
    }
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html
    const reason = "is a service-linked role, which takes no policy and trusts its service alone";
    return parseArn(text)?.resource.startsWith("role/aws-service-role/")
        ? [{ path, reason, remedy: "Give another role, or leave it out." }]
        : [];
}

const ROLE = /^role\/([!-~]+\/)?[A-Za-z0-9_+=,.@-]{1,64}$/;
const POLICY = /^policy\/([!-~]+\/)?[A-Za-z0-9_+=,.@-]{1,128}$/;

function isArnOf(text: string, resource: RegExp): boolean {
    const arn = parseArn(text);
    const isOne = arn !== undefined && !/[*?]/.test(text);
    return isOne && arn.service === "iam" && arn.account !== "" && resource.test(arn.resource);
}

function isRolePath(text: string): boolean {
    return text.length <= 512 && (text === "/" || /^\/[!-.0-~]+(\/[!-.0-~]+)*\/$/.test(text));
}

function findGiven(role: RoleDescription, path: string): Finding[] {
    return OF_CREATED.filter((field) => role[field] !== undefined).map((field) => ({
        path: joinPath(path, field),
        reason: "cannot be given together with existing: that role is not changed by it",
        remedy: "Remove it, or let a role be created.",
    }));
}

function findAttachFindings({ attachPolicies }: RoleDescription, path: string): Finding[] {
    const reason = "is given, and only with existing there is a choice";
    return attachPolicies === undefined
        ? []
        : [
              {
                  path: joinPath(path, "attachPolicies"),
                  reason,
                  remedy: "Remove it: the role that is created gets its rights.",
              },
          ];
}
