import { createHash } from "node:crypto";
import { dnsSuffix } from "../../core";
import type { Account } from "./account";
import { iamLookups } from "./iam";
import { kmsLookups } from "./kms";
import { AwsError, text, type Properties } from "./resource-type";
import { secretsManagerLookups } from "./secretsmanager";
import { ssmLookups } from "./ssm";

/** A function of the simulated AWS: what an invoke of `@pulumi/aws` asks of the real one. */
export type Lookup = (account: Account, args: Properties) => Properties;

/** The lookups by their tokens. The account has one VPC, the default one, with two subnets. */
export const lookups: Readonly<Record<string, Lookup>> = {
    ...iamLookups,
    ...kmsLookups,
    ...secretsManagerLookups,
    ...ssmLookups,
    "aws:index/getCallerIdentity:getCallerIdentity": (account) => ({
        accountId: account.id,
        arn: account.iamArn("user/simulated"),
        id: account.id,
        userId: "AIDASIMULATED",
    }),
    "aws:index/getPartition:getPartition": (account) => ({
        dnsSuffix: dnsSuffix(account.partition),
        id: account.partition,
        partition: account.partition,
        reverseDnsPrefix: "com.amazonaws",
    }),
    "aws:index/getRegion:getRegion": (account) => ({
        description: `${account.region} (simulated)`,
        endpoint: `ec2.${account.region}.${dnsSuffix(account.partition)}`,
        id: account.region,
        name: account.region,
        region: account.region,
    }),
    "aws:ec2/getVpc:getVpc": (account, args) => ({
        ...refuseOther("VPC", args.id, networkId(account, "vpc")),
        arn: account.arn("ec2", `vpc/${networkId(account, "vpc")}`),
        cidrBlock: "172.31.0.0/16",
        cidrBlockAssociations: [],
        default: true,
        dhcpOptionsId: networkId(account, "dopt"),
        enableDnsHostnames: true,
        enableDnsSupport: true,
        enableNetworkAddressUsageMetrics: false,
        id: networkId(account, "vpc"),
        instanceTenancy: "default",
        ipv6AssociationId: "",
        ipv6CidrBlock: "",
        ipv6CidrBlockAssociations: [],
        mainRouteTableId: networkId(account, "rtb"),
        ownerId: account.id,
        region: account.region,
        state: "available",
        tags: {},
    }),
    "aws:ec2/getSubnets:getSubnets": (account, args) => ({
        filters: args.filters ?? [],
        id: account.region,
        ids: isOfVpc(account, args)
            ? ["a", "b"].map((zone) => networkId(account, "subnet", zone))
            : [],
        region: account.region,
        tags: {},
    }),
    "aws:ec2/getSecurityGroup:getSecurityGroup": (account, args) => ({
        ...refuseOther("Security Group", args.name, "default"),
        ...refuseOther("Security Group", args.id, networkId(account, "sg")),
        ...refuseOther("Security Group", args.vpcId, networkId(account, "vpc")),
        arn: account.arn("ec2", `security-group/${networkId(account, "sg")}`),
        description: "default VPC security group (simulated)",
        id: networkId(account, "sg"),
        name: text(args, "name") || "default",
        region: account.region,
        tags: {},
        vpcId: text(args, "vpcId") || networkId(account, "vpc"),
    }),
};

/** There is one of each; who asks for another finds none. */
function refuseOther(what: string, asked: unknown, only: string): Properties {
    if (asked !== undefined && asked !== only) {
        throw new AwsError("EC2: Describe", "NotFound", `no matching EC2 ${what} found`);
    }
    return {};
}

function isOfVpc(account: Account, { filters }: Properties): boolean {
    const list = (filters ?? []) as { name?: string; values?: string[] }[];
    return list.every(
        ({ name, values }) => name !== "vpc-id" || values?.includes(networkId(account, "vpc")),
    );
}

function networkId(account: Account, kind: string, zone = ""): string {
    const digest = createHash("sha256").update(`${kind} ${account.region} ${zone}`).digest("hex");
    return `${kind}-${digest.slice(0, 17)}`;
}
