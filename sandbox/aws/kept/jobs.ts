import { blank, type Described, type KeptType } from "./kept-type";

const ofGlue =
    (resource: string) =>
    ({ account, name }: Described) =>
        account.arn("glue", `${resource}/${name}`);

const groupOf = ({ inputs }: Pick<Described, "inputs">) => String(inputs.groupName ?? "default");

/** Where builds, jobs and what starts them are described. */
export const jobTypes: readonly KeptType[] = [
    {
        token: "aws:codebuild/project:Project",
        autoName: "name",
        required: ["artifacts", "environment", "serviceRole", "source"],
        replaceOn: ["name"],
        computed: ["tagsAll"],
        filledIn: {
            ...blank("", "badgeUrl description publicProjectAlias"),
            autoRetryLimit: 0,
        },
        taken: [
            "CodeBuild: CreateProject",
            "ResourceAlreadyExistsException",
            (arn) => `Project already exists: ${arn}`,
        ],
        idOf: ({ account, name }) => account.arn("codebuild", `project/${name}`),
        madeUp: {
            arn: ({ id }) => id,
            encryptionKey: ({ account, inputs }) =>
                inputs.encryptionKey ?? account.arn("kms", "alias/aws/s3"),
        },
    },
    {
        token: "aws:glue/job:Job",
        autoName: "name",
        required: ["command", "roleArn"],
        replaceOn: ["name"],
        computed: ["tagsAll"],
        filledIn: {
            ...blank({}, "executionProperty notificationProperty"),
            ...blank(0, "maxCapacity numberOfWorkers"),
            glueVersion: "5.0",
            jobMode: "SCRIPT",
            timeout: 2880,
            workerType: "G.1X",
        },
        taken: [
            "Glue: CreateJob",
            "IdempotentParameterMismatchException",
            (name) => `Job with name: ${name} already submitted with different configuration.`,
        ],
        madeUp: { arn: ofGlue("job") },
    },
    {
        token: "aws:glue/trigger:Trigger",
        autoName: "name",
        required: ["actions", "type"],
        replaceOn: ["name", "type", "workflowName"],
        computed: ["tagsAll"],
        filledIn: { state: "CREATED" },
        taken: [
            "Glue: CreateTrigger",
            "AlreadyExistsException",
            (name) => `Trigger with name ${name} already submitted with different configuration.`,
        ],
        madeUp: { arn: ofGlue("trigger") },
    },
    {
        token: "aws:glue/connection:Connection",
        autoName: "name",
        replaceOn: ["catalogId", "name"],
        computed: ["tagsAll"],
        taken: [
            "Glue: CreateConnection",
            "AlreadyExistsException",
            () => "Connection already exists.",
        ],
        idOf: ({ account, inputs, name }) => `${String(inputs.catalogId ?? account.id)}:${name}`,
        madeUp: {
            arn: ofGlue("connection"),
            catalogId: ({ account, inputs }) => inputs.catalogId ?? account.id,
        },
    },
    {
        token: "aws:scheduler/schedule:Schedule",
        autoName: "name",
        required: ["flexibleTimeWindow", "scheduleExpression", "target"],
        replaceOn: ["groupName", "name", "namePrefix"],
        computed: ["namePrefix"],
        filledIn: { actionAfterCompletion: "NONE", groupName: "default" },
        taken: [
            "Scheduler: CreateSchedule",
            "ConflictException",
            (id) => `Schedule ${id.split("/")[1]} already exists.`,
        ],
        idOf: (described) => `${groupOf(described)}/${described.name}`,
        madeUp: { arn: ({ account, id }) => account.arn("scheduler", `schedule/${id}`) },
    },
];
