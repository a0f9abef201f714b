import * as logs from "@aws-sdk/client-cloudwatch-logs";
import * as ecs from "@aws-sdk/client-ecs";
import * as events from "@aws-sdk/client-eventbridge";
import * as iam from "@aws-sdk/client-iam";
import * as kms from "@aws-sdk/client-kms";
import * as lambda from "@aws-sdk/client-lambda";
import * as secretsmanager from "@aws-sdk/client-secrets-manager";
import * as stepfunctions from "@aws-sdk/client-sfn";
import * as sqs from "@aws-sdk/client-sqs";
import * as ssm from "@aws-sdk/client-ssm";
import type { Location } from "../core";
import type { Answer, Request } from "./translation";

/** The packages of the SDK, by the names that botocore gives to the services. */
const PACKAGES: Readonly<Record<string, object>> = {
    ecs,
    events,
    iam,
    kms,
    lambda,
    logs,
    secretsmanager,
    sqs,
    ssm,
    stepfunctions,
};

/** The SDK's own classes, as far as they are the same for every service. */
interface Client {
    send(command: object): Promise<Answer>;
    readonly middlewareStack: {
        add(middleware: Middleware, options: { step: "build"; name: string }): void;
    };
}
type Middleware = (next: Next) => Next;
type Next = (args: { request: { headers: Record<string, string> } }) => Promise<object>;
type ClientClass = new (settings: object) => Client;
type CommandClass = new (input: object) => object;

const TIMEOUT_MS = 60_000;

/** Sends a request through the AWS SDK to a server that stands for the AWS of that location. */
export type Send = (request: Request, location: Location) => Promise<Answer>;

/** A server that stands for AWS, and the error that it last broke with itself. */
export interface Endpoint {
    readonly endpoint: string;
    lastError(): Promise<string | undefined>;
}

/** Makes what sends requests to a server, with credentials that are good for nothing. */
export function createSend(server: Endpoint): Send {
    const clients = new Map<string, Client>();
    return async ({ service, operation, input }, { region, account }) => {
        const exported = (PACKAGES[service] ?? {}) as Readonly<Record<string, unknown>>;
        const Command = exported[`${operation}Command`] as CommandClass | undefined;
        if (Command === undefined) {
            throw new Error(`the AWS SDK knows no ${operation} of ${service}`);
        }
        const place = `${service} ${region} ${account}`;
        const client =
            clients.get(place) ?? createClient(exported, server.endpoint, region, account);
        clients.set(place, client);
        try {
            return await client.send(new Command(input));
        } catch (error) {
            throw await describeError(error as SdkError, server);
        }
    };
}

interface SdkError extends Error {
    readonly $metadata?: { readonly httpStatusCode?: number };
    readonly $response?: { readonly statusCode?: number };
}

/** A server that broke down answers with a page that the SDK cannot read, nor anybody. */
async function describeError(error: SdkError, server: Endpoint): Promise<Error> {
    const status = error.$response?.statusCode ?? error.$metadata?.httpStatusCode ?? 0;
    return status < 500
        ? new Error(`${error.name}: ${error.message}`)
        : new Error(`moto itself broke: ${(await server.lastError()) ?? `HTTP ${status}`}`);
}

function createClient(
    exported: Readonly<Record<string, unknown>>,
    endpoint: string,
    region: string,
    account: string,
): Client {
    const [, Class] =
        Object.entries(exported).find(([name]) => /^[A-Z]\w+Client$/.test(name)) ?? [];
    const client = new (Class as ClientClass)({
        endpoint,
        region,
        credentials: { accessKeyId: "example", secretAccessKey: "example" },
        // A refusal is an answer, too: it is not asked for twice.
        maxAttempts: 1,
        requestHandler: { requestTimeout: TIMEOUT_MS },
        // A queue's own address is the same server.
        useQueueUrlAsEndpoint: false,
    });
    // moto's way to tell accounts apart: https://docs.getmoto.org/en/latest/docs/multi_account.html
    const nameAccount: Middleware = (next) => (args) => {
        args.request.headers["x-moto-account-id"] = account;
        return next(args);
    };
    client.middlewareStack.add(nameAccount, { step: "build", name: "nameAccount" });
    return client;
}
