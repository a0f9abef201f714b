import { blank, type KeptType } from "./kept-type";

const APPLICATION = "aws:elasticbeanstalk/application:Application";
const AMPLIFY_APP = "aws:amplify/app:App";

const ofApplication = (operation: string) => ({
    token: APPLICATION,
    input: "application",
    refusal: [
        `Elastic Beanstalk: ${operation}`,
        "InvalidParameterValue",
        (name: string) => `No Application named '${name}' found.`,
    ] as const,
});

/** Where whole applications run. */
export const applicationTypes: readonly KeptType[] = [
    {
        token: APPLICATION,
        autoName: "name",
        replaceOn: ["name"],
        computed: ["tagsAll"],
        taken: [
            "Elastic Beanstalk: CreateApplication",
            "InvalidParameterValue",
            (name) => `Application ${name} already exists.`,
        ],
        madeUp: {
            arn: ({ account, name }) => account.arn("elasticbeanstalk", `application/${name}`),
        },
    },
    {
        token: "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate",
        autoName: "name",
        required: ["application"],
        replaceOn: ["application", "environmentId", "name", "solutionStackName"],
        owner: ofApplication("CreateConfigurationTemplate"),
        computed: [],
        filledIn: { settings: [] },
        taken: [
            "Elastic Beanstalk: CreateConfigurationTemplate",
            "InvalidParameterValue",
            (name) => `Configuration Template ${name} already exists.`,
        ],
    },
    {
        token: "aws:elasticbeanstalk/environment:Environment",
        autoName: "name",
        required: ["application"],
        replaceOn: ["application", "cnamePrefix", "name", "tier"],
        owner: ofApplication("CreateEnvironment"),
        computed: ["tagsAll"],
        filledIn: {
            ...blank(
                [],
                "allSettings autoscalingGroups instances launchConfigurations loadBalancers queues triggers",
            ),
            ...blank("", "cname cnamePrefix endpointUrl platformArn solutionStackName version"),
        },
        idOf: ({ code }) => `e-${code}`,
        madeUp: {
            arn: ({ account, inputs, name }) =>
                account.arn(
                    "elasticbeanstalk",
                    `environment/${String(inputs.application)}/${name}`,
                ),
        },
    },
    {
        token: AMPLIFY_APP,
        autoName: "name",
        computed: ["tagsAll"],
        filledIn: {
            ...blank({}, "autoBranchCreationConfig cacheConfig jobConfig"),
            ...blank("", "buildSpec customHeaders"),
            productionBranches: [],
        },
        idOf: ({ code }) => `d${code}`,
        madeUp: {
            arn: ({ account, id }) => account.arn("amplify", `apps/${id}`),
            defaultDomain: ({ id }) => `${id}.amplifyapp.com`,
        },
    },
    {
        token: "aws:amplify/branch:Branch",
        required: ["appId", "branchName"],
        replaceOn: ["appId", "branchName"],
        owner: {
            token: AMPLIFY_APP,
            input: "appId",
            refusal: ["Amplify: CreateBranch", "NotFoundException", (id) => `App ${id} not found.`],
        },
        computed: ["tagsAll"],
        filledIn: {
            ...blank([], "associatedResources customDomains"),
            ...blank("", "destinationBranch displayName sourceBranch"),
        },
        taken: [
            "Amplify: CreateBranch",
            "BadRequestException",
            (id) => `Branch already exists: ${id.split("/").slice(1).join("/")}`,
        ],
        idOf: ({ inputs }) => `${String(inputs.appId)}/${String(inputs.branchName)}`,
        madeUp: {
            arn: ({ account, inputs }) =>
                account.arn(
                    "amplify",
                    `apps/${String(inputs.appId)}/branches/${String(inputs.branchName)}`,
                ),
        },
    },
];
