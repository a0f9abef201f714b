import type { PolicyResource } from "@pulumi/policy";
import { parseArn } from "../../core";
import { readText } from "../stack/decode";
import { knownText } from "../stack/model";

/** The region that a resource is in: by its ARN, by what it says, by its provider. */
export function regionOf(resource: PolicyResource): string | undefined {
    const ofProvider = readText(resource.provider?.props ?? {}, "region");
    return [
        parseArn(knownText(resource, "arn") ?? "")?.region,
        knownText(resource, "region"),
        ofProvider.kind === "known" ? ofProvider.text : undefined,
    ].find((region) => region !== undefined && region !== "");
}
