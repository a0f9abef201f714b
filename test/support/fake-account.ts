import { UNKNOWN, type Wire } from "./wire";

/** Where the recorded programs are deployed. */
export interface FakeAccount {
    readonly partition: string;
    readonly region: string;
    readonly account: string;
}

/** The account that stands for a newcomer's. */
export const ACCOUNT: FakeAccount = {
    partition: "aws",
    region: "us-east-1",
    account: "123456789012",
};

/** What the provider adds to the inputs of a resource. */
export interface FakeOutputs {
    /** Filled in by Check, so that it is known during preview already: the autonamed names. */
    readonly checked: Wire;
    /** Computed by AWS, so that it is unknown until the resource exists. */
    readonly computed: Wire & { readonly id: string };
}

type Make = (name: string, inputs: Wire, where: FakeAccount) => FakeOutputs;

/** Six characters as AWS appends them to the name of a secret; fixed, so that tests can name them. */
const SECRET_SUFFIX = "AbCdEf";

const MAKERS: Readonly<Record<string, Make>> = {
    "aws:iam/role:Role": (name, inputs, where) => {
        const { text } = named(name, inputs);
        const arn = `arn:${where.partition}:iam::${where.account}:role/${text}`;
        return { checked: { name: text }, computed: { id: text, arn } };
    },
    "aws:iam/rolePolicy:RolePolicy": (name, inputs) => {
        const { text } = named(name, inputs);
        return { checked: { name: text }, computed: { id: `role:${text}` } };
    },
    "aws:ssm/parameter:Parameter": (name, inputs, where) => {
        const { text } = named(name, inputs);
        const arn = arnOf(where, "ssm", `parameter/${text.replace(/^\//, "")}`);
        return { checked: { name: text }, computed: { id: text, arn, version: 1 } };
    },
    "aws:secretsmanager/secret:Secret": (name, inputs, where) => {
        const { text } = named(name, inputs);
        const arn = arnOf(where, "secretsmanager", `secret:${text}-${SECRET_SUFFIX}`);
        return { checked: { name: text }, computed: { id: arn, arn } };
    },
    "aws:secretsmanager/secretVersion:SecretVersion": (name, inputs) => {
        const versionId = `00000000-0000-4000-8000-${fakeHex(name).padEnd(12, "0").slice(0, 12)}`;
        const arn = String(inputs.secretId);
        return { checked: {}, computed: { id: `${arn}|${versionId}`, arn, versionId } };
    },
    "aws:kms/key:Key": (name, _, where) => {
        const keyId = `00000000-0000-4000-8000-${fakeHex(name).padEnd(12, "f").slice(0, 12)}`;
        return {
            checked: {},
            computed: { id: keyId, keyId, arn: arnOf(where, "kms", `key/${keyId}`) },
        };
    },
    "aws:kms/alias:Alias": (name, inputs, where) => {
        const { text } = named(`alias/${name}`, inputs);
        const targetKeyArn = arnOf(where, "kms", `key/${String(inputs.targetKeyId)}`);
        return {
            checked: { name: text },
            computed: { id: text, arn: arnOf(where, "kms", text), targetKeyArn },
        };
    },
    "aws:iam/policy:Policy": (name, inputs, where) => {
        const { text } = named(name, inputs);
        const arn = `arn:${where.partition}:iam::${where.account}:policy/${text}`;
        return { checked: { name: text }, computed: { id: arn, arn } };
    },
    "aws:ecs/service:Service": (name, inputs, where) => {
        const { text } = named(name, inputs);
        const cluster = String(inputs.cluster).split("/").pop();
        const arn = arnOf(where, "ecs", `service/${cluster}/${text}`);
        return { checked: { name: text }, computed: { id: arn, arn } };
    },
    "aws:ecs/cluster:Cluster": (name, inputs, where) => {
        const { text } = named(name, inputs);
        const arn = arnOf(where, "ecs", `cluster/${text}`);
        return { checked: { name: text }, computed: { id: arn, arn } };
    },
    "aws:ecs/taskDefinition:TaskDefinition": (_, inputs, where) => {
        const family = String(inputs.family);
        const arn = arnOf(where, "ecs", `task-definition/${family}:1`);
        return { checked: {}, computed: { id: family, arn, revision: 1 } };
    },
};

/** The ARNs of what else has a name, by type. */
const NAMED: Readonly<Record<string, readonly [service: string, kind: string]>> = {
    "aws:cloudwatch/eventRule:EventRule": ["events", "rule/"],
    "aws:cloudwatch/logGroup:LogGroup": ["logs", "log-group:"],
    "aws:lambda/function:Function": ["lambda", "function:"],
    "aws:sfn/stateMachine:StateMachine": ["states", "stateMachine:"],
    "aws:sqs/queue:Queue": ["sqs", ""],
};

function makeNamed(type: string): Make | undefined {
    const [service, kind] = NAMED[type] ?? [];
    return service === undefined
        ? undefined
        : (name, inputs, where) => {
              const { text } = named(name, inputs);
              const arn = arnOf(where, service, `${kind}${text}`);
              const url = `https://sqs.${where.region}.amazonaws.com/${where.account}/${text}`;
              const isQueue = service === "sqs";
              return {
                  checked: { name: text },
                  computed: { id: isQueue ? url : text, arn, ...(isQueue && { url }) },
              };
          };
}

/** What AWS and its provider make of a resource; nothing but an id if the type is not known here. */
export function fakeOutputs(type: string, name: string, inputs: Wire, where: FakeAccount) {
    const make = MAKERS[type] ?? makeNamed(type);
    return make ? make(name, inputs, where) : { checked: {}, computed: { id: `${name}-id` } };
}

/** The password that the fake account makes up, each time. */
export const RANDOM_PASSWORD = "made-up-random-password";

/** What the invokes of the provider answer: no existing secret has a key of its own. */
export function fakeCall(token: string, where: FakeAccount, inputs: Wire = {}): Wire {
    switch (token) {
        case "aws:secretsmanager/getSecret:getSecret":
            return { arn: inputs.arn, kmsKeyId: "" };
        case "aws:secretsmanager/getRandomPassword:getRandomPassword":
            return { randomPassword: RANDOM_PASSWORD };
        case "aws:kms/getKey:getKey": {
            const id = String(inputs.keyId).replace(/^.*[/]/, "");
            return { arn: arnOf(where, "kms", `key/${id}`), id, keyManager: "CUSTOMER" };
        }
        case "aws:index/getPartition:getPartition":
            return { partition: where.partition };
        case "aws:index/getRegion:getRegion":
            return { region: where.region };
        case "aws:index/getCallerIdentity:getCallerIdentity":
            return { accountId: where.account };
        default:
            throw new Error(`the fake account knows no invoke ${token}`);
    }
}

/** The name that is given, or one as Pulumi's autonaming makes it. */
function named(name: string, inputs: Wire): { text: string } {
    const given = inputs.name;
    return { text: typeof given === "string" && given !== UNKNOWN ? given : `${name}-0a1b2c3` };
}

function arnOf(where: FakeAccount, service: string, resource: string): string {
    return `arn:${where.partition}:${service}:${where.region}:${where.account}:${resource}`;
}

function fakeHex(name: string): string {
    return Buffer.from(name).toString("hex");
}
