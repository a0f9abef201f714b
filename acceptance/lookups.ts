import { dnsSuffix, type Location } from "../core";
import type { FindNetwork, Network } from "./network";
import { regionalArn } from "./translation/names";

type Properties = Readonly<Record<string, unknown>>;
type Lookup = (args: Properties, location: Location) => Properties;

type NetworkLookup = (args: Properties, network: Network) => Properties;

/** These answer with the default VPC, which the server has. */
const NETWORK_LOOKUPS: Readonly<Record<string, NetworkLookup>> = {
    "aws:ec2/getVpc:getVpc": (_, { vpcId }) => ({ id: vpcId, default: true }),
    "aws:ec2/getSubnet:getSubnet": ({ id }, { subnetIds }) => ({ id: id ?? subnetIds[0] }),
    "aws:ec2/getSubnets:getSubnets": (_, { subnetIds }) => ({ ids: subnetIds }),
    "aws:ec2/getSecurityGroup:getSecurityGroup": ({ id }, { securityGroupId }) => ({
        id: id ?? securityGroupId,
    }),
};

/** All else that a program looks up is taken to exist: these answer for it, with made-up ids. */
const LOOKUPS: Readonly<Record<string, Lookup>> = {
    "aws:index/getCallerIdentity:getCallerIdentity": (_, { partition, account }) => ({
        accountId: account,
        arn: `arn:${partition}:iam::${account}:user/example`,
        id: account,
        userId: "AIDAEXAMPLE",
    }),
    "aws:index/getPartition:getPartition": (_, { partition }) => ({
        id: partition,
        partition,
        dnsSuffix: dnsSuffix(partition),
    }),
    "aws:index/getRegion:getRegion": (_, { region }) => ({ id: region, name: region, region }),
    "aws:ecs/getCluster:getCluster": ({ clusterName }, location) => {
        const arn = arnOf(location, "ecs", `cluster/${String(clusterName)}`);
        return { id: arn, arn, clusterName };
    },
    "aws:iam/getRole:getRole": ({ name }, { partition, account }) => ({
        id: name,
        name,
        arn: `arn:${partition}:iam::${account}:role/${String(name)}`,
    }),
    "aws:kms/getAlias:getAlias": ({ name }, location) => ({
        name,
        arn: arnOf(location, "kms", String(name)),
        targetKeyArn: keyArn(location),
        targetKeyId: KEY_ID,
    }),
    "aws:kms/getKey:getKey": (_, location) => ({
        id: KEY_ID,
        keyId: KEY_ID,
        arn: keyArn(location),
        keyManager: "CUSTOMER",
    }),
    "aws:secretsmanager/getSecret:getSecret": ({ arn, name }, location) => {
        const found = arn ?? arnOf(location, "secretsmanager", `secret:${String(name)}-AbCdEf`);
        const foundName = String(found).replace(/^.*:secret:(.*)-\w{6}$/, "$1");
        return { id: found, arn: found, name: foundName, kmsKeyId: keyArn(location) };
    },
    "aws:secretsmanager/getRandomPassword:getRandomPassword": () => ({
        id: "made-up-random-password",
        randomPassword: "made-up-random-password",
    }),
    "aws:ssm/getParameter:getParameter": ({ name }, location) => ({
        id: name,
        name,
        arn: arnOf(location, "ssm", `parameter/${String(name).replace(/^\//, "")}`),
        type: "SecureString",
        value: "made-up-value",
    }),
};

const KEY_ID = "00000000-0000-4000-8000-000000000000";

/** What a function of the provider answers to a program. */
export async function lookUp(
    token: string,
    args: Properties,
    location: Location,
    findNetwork: FindNetwork,
): Promise<Properties> {
    const networkLookup = NETWORK_LOOKUPS[token];
    if (networkLookup !== undefined) {
        return networkLookup(args, await findNetwork(location));
    }
    const lookup = LOOKUPS[token];
    if (lookup === undefined) {
        throw new Error(`no answer to the function ${token} (acceptance/lookups.ts)`);
    }
    return lookup(args, location);
}

function keyArn(location: Location): string {
    return arnOf(location, "kms", `key/${KEY_ID}`);
}

function arnOf(location: Location, service: string, resource: string): string {
    return regionalArn({ name: "", location }, service, resource);
}
