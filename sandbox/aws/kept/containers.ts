import { blank, type KeptType } from "./kept-type";

const LIGHTSAIL = "aws:lightsail/containerService:ContainerService";

/** Where containers run besides Amazon ECS. */
export const containerTypes: readonly KeptType[] = [
    {
        token: "aws:batch/jobDefinition:JobDefinition",
        autoName: "name",
        required: ["type"],
        replaceOn: ["name", "type"],
        documents: {
            containerProperties: "AWS Batch Job container_properties",
            ecsProperties: "AWS Batch Job ecs_properties",
            nodeProperties: "AWS Batch Job node_properties",
        },
        computed: ["tagsAll"],
        idOf: ({ account, name }) => account.arn("batch", `job-definition/${name}:1`),
        madeUp: {
            arn: ({ account, name, version }) =>
                account.arn("batch", `job-definition/${name}:${version}`),
            arnPrefix: ({ account, name }) => account.arn("batch", `job-definition/${name}`),
            revision: ({ version }) => version,
        },
        recomputed: Object.fromEntries(
            ["containerProperties", "ecsProperties", "eksProperties", "nodeProperties"].map(
                (input) => [input, ["arn", "revision"]],
            ),
        ),
    },
    {
        token: "aws:apprunner/service:Service",
        required: ["serviceName", "sourceConfiguration"],
        replaceOn: ["serviceName", "encryptionConfiguration"],
        computed: ["tagsAll"],
        filledIn: {
            ...blank({}, "healthCheckConfiguration instanceConfiguration networkConfiguration"),
            autoScalingConfigurationArn: "",
            status: "RUNNING",
        },
        idOf: ({ account, code, inputs }) =>
            account.arn("apprunner", `service/${String(inputs.serviceName)}/${code}`),
        madeUp: {
            arn: ({ id }) => id,
            serviceId: ({ code }) => code,
            serviceUrl: ({ account, code }) => `${code}.${account.region}.awsapprunner.com`,
        },
    },
    {
        token: LIGHTSAIL,
        autoName: "name",
        required: ["power", "scale"],
        replaceOn: ["name"],
        computed: ["tagsAll"],
        filledIn: {
            ...blank("", "powerId principalArn privateDomainName"),
            createdAt: "2026-01-01T00:00:00Z",
            privateRegistryAccess: {},
            resourceType: "ContainerService",
            state: "READY",
        },
        taken: [
            "Lightsail: CreateContainerService",
            "InvalidInputException",
            (name) => `Some names are already in use: ${name}`,
        ],
        madeUp: {
            arn: ({ account, code }) => account.arn("lightsail", `ContainerService/${code}`),
            availabilityZone: ({ account }) => `${account.region}a`,
            url: ({ account, code, name }) =>
                `https://${name}.${code}.${account.region}.cs.amazonlightsail.com/`,
        },
    },
    {
        token: "aws:lightsail/containerServiceDeploymentVersion:ContainerServiceDeploymentVersion",
        required: ["containers", "serviceName"],
        // A deployment is never changed: another one takes its place.
        replaceOn: ["containers", "publicEndpoint", "serviceName"],
        owner: {
            token: LIGHTSAIL,
            input: "serviceName",
            refusal: [
                "Lightsail: CreateContainerServiceDeployment",
                "NotFoundException",
                (name) => `The ContainerService does not exist: ${name}`,
            ],
        },
        computed: [],
        filledIn: { createdAt: "2026-01-01T00:00:00Z", state: "ACTIVE", version: 1 },
        idOf: ({ code, inputs }) => `${String(inputs.serviceName)}/${code}`,
    },
];
