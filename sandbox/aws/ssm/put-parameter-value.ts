import type { Account } from "../account";
import { AwsError } from "../resource-type";
import { findParameter, parameters, publishChange } from "./parameters";
import { chooseTier } from "./tier";

/**
 * Puts a value into a parameter from outside of Pulumi, as a person or a rotation does, and gives
 * the number of the version that it became.
 */
export function putParameterValue(account: Account, nameOrArn: string, value: string): number {
    const at = account.inRegionOf(nameOrArn);
    const found = findParameter(at, nameOrArn);
    if (!found) {
        const message = `Parameter ${nameOrArn} not found.`;
        throw new AwsError("SSM: PutParameter", "ParameterNotFound", message);
    }
    const tier = chooseTier("", found.tier, value);
    const updated = { ...found, tier, value, version: found.version + 1 };
    parameters(at).put(found.name, updated);
    publishChange(at, "Update", updated);
    return updated.version;
}
