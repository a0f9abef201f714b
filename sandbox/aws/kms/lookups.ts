import { evaluateAccess, parseNamedPolicy } from "../../../core";
import type { Account } from "../account";
import { AwsError, text, type Properties } from "../resource-type";
import { findAlias, findKey, type KeyRights } from "./keys";

/** What the user of the simulation may do: everything in the account. */
const ADMINISTRATOR = parseNamedPolicy(
    "AdministratorAccess",
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
);

/** The lookups of AWS Key Management Service. */
export const kmsLookups = {
    "aws:kms/getKey:getKey": (account: Account, args: Properties): Properties => {
        const asked = text(args, "keyId");
        const at = account.ofArn(asked);
        const key = requireFound(asked, findKey(account, asked));
        refuseOthers(account, at, key);
        return {
            arn: key.arn,
            awsAccountId: at.id,
            cloudHsmClusterId: "",
            creationDate: "2026-01-01T00:00:00Z",
            customKeyStoreId: "",
            customerMasterKeySpec: "SYMMETRIC_DEFAULT",
            deletionDate: "",
            description: key.description,
            enabled: key.usable,
            expirationModel: "",
            grantTokens: args.grantTokens ?? [],
            id: key.id,
            keyId: asked,
            keyManager: key.manager,
            keySpec: "SYMMETRIC_DEFAULT",
            keyState: key.state,
            keyUsage: "ENCRYPT_DECRYPT",
            multiRegion: key.primaryRegion !== undefined,
            multiRegionConfigurations: [],
            origin: key.origin,
            pendingDeletionWindowInDays: 0,
            region: account.region,
            validTo: "",
            xksKeyConfigurations: [],
        };
    },
    "aws:kms/getAlias:getAlias": (account: Account, args: Properties): Properties => {
        const asked = text(args, "name");
        const alias = requireFound(asked, findAlias(account, asked));
        return {
            arn: alias.arn,
            id: alias.arn,
            name: alias.name,
            region: account.region,
            targetKeyArn: account.arn("kms", `key/${alias.keyId}`),
            targetKeyId: alias.keyId,
        };
    },
};

function requireFound<T>(asked: string, found: T | undefined): T {
    if (!found) {
        const what = /(^|:)alias\//.test(asked) ? "Alias" : "Key";
        const message = `${what} ${asked} is not found.`;
        throw new AwsError("KMS: DescribeKey", "NotFoundException", message);
    }
    return found;
}

/** A key of another account tells of itself where its policy lets it. */
function refuseOthers(account: Account, at: Account, key: KeyRights): void {
    if (at.id === account.id) {
        return;
    }
    const principalArn = account.iamArn("user/simulated");
    const action = "kms:DescribeKey";
    const request = { action, resource: key.arn, principalArn, context: {} };
    const resource = { kind: "key", policy: key.policy, grants: [] } as const;
    const verdict = evaluateAccess(request, { identity: [ADMINISTRATOR], resource });
    if (key.manager === "AWS" || verdict.answer !== "allowed") {
        const message = `User: ${principalArn} is not authorized to perform: ${action} on resource: ${key.arn} because no resource-based policy allows the ${action} action`;
        throw new AwsError("KMS: DescribeKey", "AccessDeniedException", message);
    }
}
