import { blank, type Described, type KeptType } from "./kept-type";

const id = (prefix: string) => (described: Pick<Described, "code">) =>
    `${prefix}-${described.code}`;

const arn =
    (resource: string) =>
    ({ account, id }: Described) =>
        account.arn("ec2", `${resource}/${id}`);

/** What an instance has where nothing is said of it, whichever way it was asked for. */
const INSTANCE = {
    ...blank(
        "",
        "ami availabilityZone hostId hostResourceGroupArn iamInstanceProfile instanceState instanceType keyName outpostArn passwordData placementGroup placementGroupId primaryNetworkInterfaceId privateDns privateIp publicDns publicIp subnetId userDataBase64",
    ),
    ...blank(
        false,
        "associatePublicIpAddress disableApiStop disableApiTermination ebsOptimized enablePrimaryIpv6 monitoring",
    ),
    ...blank(0, "ipv6AddressCount placementPartitionNumber"),
    ...blank(
        [],
        "ebsBlockDevices ephemeralBlockDevices ipv6Addresses networkInterfaces secondaryNetworkInterfaces secondaryPrivateIps securityGroups vpcSecurityGroupIds",
    ),
    ...blank(
        {},
        "capacityReservationSpecification cpuOptions enclaveOptions maintenanceOptions metadataOptions privateDnsNameOptions rootBlockDevice",
    ),
    instanceInitiatedShutdownBehavior: "stop",
    tenancy: "default",
};

const anyOf = [
    ["ami", "launchTemplate"],
    ["instanceType", "launchTemplate"],
];

/** Where user data is, and what instances are started with. */
export const instanceTypes: readonly KeptType[] = [
    {
        token: "aws:ec2/instance:Instance",
        anyOf,
        replaceOn: ["ami", "availabilityZone", "keyName", "subnetId"],
        computed: ["tagsAll"],
        filledIn: {
            ...INSTANCE,
            ...blank("", "instanceLifecycle spotInstanceRequestId"),
            ...blank({}, "instanceMarketOptions primaryNetworkInterface"),
        },
        idOf: id("i"),
        madeUp: { arn: arn("instance") },
    },
    {
        token: "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
        anyOf,
        replaceOn: ["ami", "instanceType", "spotPrice", "userData", "userDataBase64"],
        computed: ["tagsAll"],
        filledIn: {
            ...INSTANCE,
            ...blank(
                "",
                "spotBidStatus spotInstanceId spotPrice spotRequestState validFrom validUntil",
            ),
            primaryNetworkInterfaces: [],
        },
        idOf: id("sir"),
        madeUp: { arn: arn("spot-instances-request") },
    },
    {
        token: "aws:ec2/spotFleetRequest:SpotFleetRequest",
        anyOf: [["launchSpecifications", "launchTemplateConfigs"]],
        required: ["iamFleetRole", "targetCapacity"],
        replaceOn: ["iamFleetRole", "launchSpecifications", "launchTemplateConfigs"],
        computed: ["tagsAll"],
        filledIn: {
            ...blank("", "clientToken"),
            ...blank([], "loadBalancers targetGroupArns"),
            spotRequestState: "active",
        },
        idOf: id("sfr"),
    },
    {
        token: "aws:ec2/launchTemplate:LaunchTemplate",
        autoName: "name",
        replaceOn: ["name", "namePrefix"],
        computed: ["namePrefix", "tagsAll"],
        filledIn: { defaultVersion: 1, metadataOptions: {} },
        idOf: id("lt"),
        madeUp: { arn: arn("launch-template"), latestVersion: ({ version }) => version },
        recomputed: { userData: ["latestVersion"] },
    },
    {
        token: "aws:ec2/launchConfiguration:LaunchConfiguration",
        autoName: "name",
        required: ["imageId", "instanceType"],
        // No launch configuration can be changed.
        replaceOn: ["imageId", "instanceType", "name", "namePrefix", "userData", "userDataBase64"],
        computed: ["namePrefix"],
        filledIn: {
            ...blank({}, "metadataOptions rootBlockDevice"),
            ebsBlockDevices: [],
            ebsOptimized: false,
            keyName: "",
        },
        taken: [
            "Auto Scaling: CreateLaunchConfiguration",
            "AlreadyExists",
            (name) => `Launch Configuration by this name already exists: ${name}`,
        ],
        madeUp: {
            arn: ({ account, code, id }) =>
                account.arn(
                    "autoscaling",
                    `launchConfiguration:${code}:launchConfigurationName/${id}`,
                ),
        },
    },
    {
        token: "aws:iam/instanceProfile:InstanceProfile",
        isGlobal: true,
        autoName: "name",
        replaceOn: ["name", "namePrefix", "path"],
        computed: ["namePrefix", "tagsAll"],
        filledIn: { createDate: "2026-01-01T00:00:00Z" },
        taken: [
            "IAM: CreateInstanceProfile",
            "EntityAlreadyExists",
            (name) => `Instance Profile ${name} already exists.`,
        ],
        madeUp: {
            arn: ({ account, inputs, name }) =>
                account.iamArn(`instance-profile${String(inputs.path ?? "/")}${name}`),
            uniqueId: ({ code }) => `AIPA${code.toUpperCase()}`,
        },
    },
];
