import { parseArn, type Location } from "../core";

/** Where the resources of a provider are: in the region it names, and in the account of its role. */
export function placeOfProvider(inputs: object, home: Location): Location {
    const { region, assumeRoles, allowedAccountIds } = plain(inputs);
    const roleArn = (assumeRoles as readonly { roleArn?: string }[] | undefined)?.[0]?.roleArn;
    const [allowed] = (allowedAccountIds as readonly string[] | undefined) ?? [];
    const where = typeof region === "string" ? region : home.region;
    return {
        partition: partitionOf(where),
        region: where,
        account: (roleArn && parseArn(roleArn)?.account) || allowed || home.account,
    };
}

/** The engine hands the settings of a provider over as texts, with JSON in them. */
function plain(inputs: object): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
        Object.entries(inputs).map(([key, value]) => [
            key,
            typeof value === "string" && /^[[{]/.test(value)
                ? (JSON.parse(value) as unknown)
                : value,
        ]),
    );
}

function partitionOf(region: string): string {
    if (region.startsWith("cn-")) {
        return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}
