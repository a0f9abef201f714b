import type { Account } from "../account";
import { AwsError, text, type Properties } from "../resource-type";
import { findParameter } from "./parameters";

/** The lookups of AWS Systems Manager Parameter Store. */
export const ssmLookups = {
    "aws:ssm/getParameter:getParameter": (account: Account, args: Properties): Properties => {
        const found = findParameter(account, text(args, "name"));
        if (!found) {
            const message = `Parameter ${text(args, "name")} not found.`;
            throw new AwsError("SSM: GetParameter", "ParameterNotFound", message);
        }
        const { arn, name, type, value, version } = found;
        return {
            arn,
            id: name,
            insecureValue: type === "SecureString" ? "" : value,
            name,
            region: account.region,
            type,
            value,
            version,
            withDecryption: args.withDecryption ?? true,
        };
    },
};
