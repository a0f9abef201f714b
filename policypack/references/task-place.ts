import type { PolicyProviderResource } from "@pulumi/policy";
import { hasUnknownPart, parseArn, type TaskPlace } from "../../core";
import type { Properties } from "../plaintext/define-policy";
import { readText } from "../stack/decode";

/** Where the tasks of a task definition or service run, as far as its properties say so. */
export function readTaskPlace(
    { executionRoleArn, region }: Properties,
    provider: PolicyProviderResource | undefined,
): TaskPlace {
    const role = typeof executionRoleArn === "string" ? parseArn(executionRoleArn) : undefined;
    const ofProvider = readText(provider?.props ?? {}, "region");
    const own = typeof region === "string" && region !== "" && !hasUnknownPart(region);
    const known = own ? region : ofProvider.kind === "known" ? ofProvider.text : "";
    return {
        ...(known !== "" && { region: known }),
        // A role is passed on within its account alone.
        ...(role && role.account !== "" && { partition: role.partition, account: role.account }),
    };
}
