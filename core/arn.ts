/**
 * An Amazon Resource Name, taken apart.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export interface Arn {
    readonly partition: string;
    readonly service: string;
    readonly region: string;
    readonly account: string;
    /** All that follows the fifth colon; it may hold colons and slashes itself. */
    readonly resource: string;
}

const PARTITION = /^aws(-[a-z0-9]+)*$/;
const SERVICE = /^[a-z0-9-]+$/;
const REGION = /^([a-z]{2,}(-[a-z]+)+-\d+)?$/;
const ACCOUNT = /^(\d{12}|aws)?$/;

/** Parses an ARN; `undefined` if the text is none (placeholders and half ARNs are none). */
export function parseArn(text: string): Arn | undefined {
    const [prefix, partition, service, region, account, ...rest] = text.split(":");
    const resource = rest.join(":");
    const wellFormed =
        prefix === "arn" &&
        PARTITION.test(partition ?? "") &&
        SERVICE.test(service ?? "") &&
        REGION.test(region ?? "") &&
        ACCOUNT.test(account ?? "") &&
        resource !== "" &&
        !/\s/.test(resource);
    return wellFormed ? { partition, service, region, account, resource } : undefined;
}

/** Writes an ARN; the inverse of {@link parseArn}. */
export function renderArn(arn: Arn): string {
    return ["arn", arn.partition, arn.service, arn.region, arn.account, arn.resource].join(":");
}

/** Source: https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json */
const DNS_SUFFIXES: Readonly<Record<string, string>> = {
    "aws-cn": "amazonaws.com.cn",
    "aws-eusc": "amazonaws.eu",
    "aws-iso": "c2s.ic.gov",
    "aws-iso-b": "sc2s.sgov.gov",
    "aws-iso-e": "cloud.adc-e.uk",
    "aws-iso-f": "csp.hci.ic.gov",
};

/** The suffix of the host names of a partition's services, as `kms:ViaService` carries it. */
export function dnsSuffix(partition: string): string {
    return DNS_SUFFIXES[partition] ?? "amazonaws.com";
}
