import { matchesArnPattern, parseArnPattern, type ArnPattern } from "../iam/arn-pattern";
import { formatPattern, matchesPattern, parsePattern } from "../iam/pattern";
import { SERVICES, type SecretKind } from "./secret-kinds";

/** A character that stands in no name, so that only a wildcard can stand for it. */
const FRESH = "\u{E000}";

const PARTITIONS = [
    "aws",
    "aws-cn",
    "aws-eusc",
    "aws-iso",
    "aws-iso-b",
    "aws-iso-e",
    "aws-iso-f",
    "aws-us-gov",
];

/** Where the parts stand in an ARN. */
const PARTITION = 1;
const SERVICE = 2;
const REGION = 3;
const ACCOUNT = 4;

const fresh = (length: number) => FRESH.repeat(length);

/** Names of each shape, short and long: who covers both names nothing, and leaves the length open. */
const NAMES = ["", "/", "-", "//"].map((separators) =>
    [8, 40].map((length) => [...separators, ""].map((one) => fresh(length) + one).join("")),
);

/** Key ids have one length. Source: https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id */
const KEY_IDS = [[8, 4, 4, 4, 12].map(fresh).join("-"), `mrk-${fresh(32)}`];

/** What follows the fifth colon, by shape; a secret's name is followed by six characters of AWS. */
const SHAPES: Readonly<Record<SecretKind, readonly (readonly string[])[]>> = {
    secrets: NAMES.map((names) => names.map((name) => `secret:${name}-${fresh(6)}`)),
    parameters: NAMES.map((names) => names.map((name) => `parameter/${name}`)),
    keys: KEY_IDS.map((id) => [`key/${id}`]),
};

/**
 * Whether a `Resource` covers all secrets, parameters or keys (of an account, a region, or all), at
 * least all whose names have the same shape: no part of a name is fixed in it.
 */
export function isWideResource(kind: SecretKind, text: string): boolean {
    if (!/[*?]/.test(text)) {
        return false;
    }
    const arn = parseArnPattern(parsePattern(text));
    if (!arn || arn.length === 1) {
        return arn !== undefined;
    }
    const [region, account] = [REGION, ACCOUNT].map((part) => ownText(arn, part));
    const service = SERVICES[kind];
    const isOfOther = arn.length > SERVICE + 1 && !matchesPattern(arn[SERVICE], service);
    return (
        !isOfOther &&
        region !== "" &&
        account !== "" &&
        listPartitions(arn).some((partition) => {
            const start = ["arn", partition, service, region, account].join(":");
            return SHAPES[kind].some((shape) =>
                shape.every((resource) => matchesArnPattern(arn, `${start}:${resource}`)),
            );
        })
    );
}

/** The partitions to try: one of those that its own part fits, for the rest is the same in all. */
function listPartitions(arn: ArnPattern): string[] {
    const isWhole = arn.length > PARTITION + 1;
    const fitting = PARTITIONS.filter((one) => !isWhole || matchesPattern(arn[PARTITION], one));
    return isWhole ? fitting.slice(0, 1) : fitting;
}

/** A pattern matches its own text, so that any region and account will do. */
function ownText(arn: ArnPattern, part: number): string {
    return part < arn.length - 1 ? formatPattern(arn[part]) : FRESH;
}
