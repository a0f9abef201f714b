import { evaluateAccess, parseNamedPolicy } from "../../../core";
import type { Account } from "../account";
import { AwsError, text, type Properties } from "../resource-type";
import { secretSide } from "./access";
import { allVersions, findLabelled } from "./labels";
import { makePassword } from "./random-password";
import { findAbsence, findSecret, findSecretByName, type Secret } from "./secrets";

/** What the user of the simulation may do: everything in the account. */
const ADMINISTRATOR = parseNamedPolicy(
    "AdministratorAccess",
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
);

/** The lookups of AWS Secrets Manager. */
export const secretsManagerLookups = {
    "aws:secretsmanager/getSecret:getSecret": (account: Account, args: Properties): Properties => {
        const found = requireReadable(account, text(args, "arn") || text(args, "name"));
        return {
            arn: found.arn,
            createdDate: "2026-01-01T00:00:00Z",
            description: found.description,
            id: found.arn,
            kmsKeyId: found.kmsKeyId ?? "",
            lastChangedDate: "2026-01-01T00:00:00Z",
            name: found.name,
            policy: found.policy ?? "",
            region: account.region,
            tags: found.tags,
            type: "",
        };
    },
    "aws:secretsmanager/getSecretVersion:getSecretVersion": (
        account: Account,
        args: Properties,
    ): Properties => {
        const found = requireReadable(account, text(args, "secretId"));
        const stage = text(args, "versionStage") || "AWSCURRENT";
        const versionId = text(args, "versionId");
        const version = versionId
            ? allVersions(found).find((one) => one.versionId === versionId)
            : findLabelled(found, stage);
        if (!version) {
            const which = versionId ? `VersionId: ${versionId}` : `staging label: ${stage}`;
            const message = `Secrets Manager can't find the specified secret value for ${which}`;
            throw new AwsError(
                "Secrets Manager: GetSecretValue",
                "ResourceNotFoundException",
                message,
            );
        }
        return {
            arn: found.arn,
            createdDate: "2026-01-01T00:00:00Z",
            id: `${found.arn}|${versionId || stage}`,
            region: account.region,
            secretArn: found.arn,
            secretBinary: "",
            secretId: text(args, "secretId"),
            secretString: version.value,
            versionId: version.versionId,
            versionStage: stage,
            versionStages: version.stages,
        };
    },
    "aws:secretsmanager/getRandomPassword:getRandomPassword": (
        account: Account,
        args: Properties,
    ): Properties => {
        const randomPassword = makePassword(args);
        return { ...args, id: randomPassword, randomPassword, region: account.region };
    },
};

function requireReadable(account: Account, arnOrName: string): Secret {
    const action = "secretsmanager:DescribeSecret";
    const refuse = (code: string, message: string): never => {
        throw new AwsError("Secrets Manager: DescribeSecret", code, message);
    };
    const found = arnOrName.startsWith("arn:")
        ? findSecret(account, arnOrName)
        : findSecretByName(account, arnOrName);
    const principalArn = account.iamArn("user/simulated");
    const arn = arnOrName.startsWith("arn:")
        ? arnOrName
        : account.arn("secretsmanager", `secret:${arnOrName}`);
    const asked = found ?? { arn };
    const request = { action, resource: asked.arn, principalArn, context: {} };
    const verdict = evaluateAccess(request, {
        identity: [ADMINISTRATOR],
        resource: secretSide(found),
    });
    if (verdict.answer !== "allowed") {
        const message = `User: ${principalArn} is not authorized to perform: ${action} on resource: ${asked.arn} because no resource-based policy allows the ${action} action`;
        refuse("AccessDeniedException", message);
    }
    const absence = findAbsence(found);
    if (!found || absence?.code === "ResourceNotFoundException") {
        return refuse(absence?.code ?? "", absence?.message ?? "");
    }
    return found;
}
