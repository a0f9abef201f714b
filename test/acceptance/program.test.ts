import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { runProgram, type ProgramRun, type Server } from "../../acceptance/program";
import type { Answer, Request } from "../../acceptance/translation";
import type { Location } from "../../core";
import type { Program } from "../support/recording";

const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:web-0a1b2c3-Made1p";

interface Sent {
    readonly request: Request;
    readonly location: Location;
}

/** Runs a program against a server that answers, by operation, or throws what stands for a refusal. */
async function run(
    program: Program,
    answers: Readonly<Record<string, Answer | Error>> = {},
): Promise<ProgramRun & { sent: Sent[] }> {
    const sent: Sent[] = [];
    const server: Server = {
        send: (request, location) => {
            sent.push({ request, location });
            const answer = answers[request.operation] ?? {};
            return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
        },
        findNetwork: () =>
            Promise.resolve({
                vpcId: "vpc-0a",
                subnetIds: ["subnet-0a"],
                securityGroupId: "sg-0a",
            }),
    };
    return { ...(await runProgram(program, server)), sent };
}

/** A secret and its value, which names the secret by what the server has answered. */
function secretProgram(): void {
    const secret = new aws.secretsmanager.Secret("web");
    new aws.secretsmanager.SecretVersion("web", {
        secretId: secret.arn,
        secretString: pulumi.secret("made-up"),
    });
}

describe("a program that is sent", () => {
    it("names in every request what the server has answered to the ones before", async () => {
        const { sent, resources, failures, errors } = await run(secretProgram, {
            CreateSecret: { ARN: SECRET },
        });
        assert.deepEqual(
            sent.map(({ request }) => JSON.parse(JSON.stringify(request)) as unknown),
            [
                {
                    service: "secretsmanager",
                    operation: "CreateSecret",
                    input: { Name: "web-0a1b2c3" },
                },
                {
                    service: "secretsmanager",
                    operation: "PutSecretValue",
                    input: { SecretId: SECRET, SecretString: "made-up" },
                },
            ],
        );
        assert.deepEqual([resources, failures, errors], [2, [], []]);
    });

    it("tells what is refused, and sends what depends on it all the same", async () => {
        const { requests, failures, errors } = await run(secretProgram, {
            CreateSecret: new Error("InvalidParameterException: made up"),
        });
        assert.deepEqual(
            requests.map(({ resource, request, refusal }) => [
                resource,
                request.operation,
                refusal,
            ]),
            [
                ["Secret web", "CreateSecret", "InvalidParameterException: made up"],
                ["SecretVersion web", "PutSecretValue", undefined],
            ],
        );
        assert.deepEqual([failures, errors], [[], []]);
    });

    it("makes no further request for a resource of which one is refused", async () => {
        const { sent, requests } = await run(
            () => new aws.iam.Role("web", { assumeRolePolicy: "{}" }),
            { CreateRole: new Error("EntityAlreadyExists: made up") },
        );
        assert.deepEqual([sent.length, requests.length], [1, 1]);
    });

    it("takes an entry that failed for a refusal", async () => {
        const FailedEntries = [{ TargetId: "web", ErrorCode: "Invalid" }];
        const { requests } = await run(
            () => new aws.cloudwatch.EventTarget("web", { rule: "changes", arn: "arn:aws:sqs:x" }),
            { PutTargets: { FailedEntryCount: 1, FailedEntries } },
        );
        assert.equal(requests[0].refusal, JSON.stringify(FailedEntries));
    });

    it("fails by name for a resource, an input and a function that it does not know", async () => {
        const bucket = await run(() => new aws.s3.Bucket("web"));
        assert.deepEqual(bucket.failures, [
            "no translation of aws:s3/bucket:Bucket (acceptance/translation)",
        ]);
        const role = await run(
            () => new aws.iam.Role("web", { assumeRolePolicy: "{}", inlinePolicies: [{}] }),
        );
        assert.deepEqual(role.failures, [
            "aws:iam/role:Role web: no translation of the input inlinePolicies",
        ]);
        const { errors } = await run(() => aws.s3.getBucket({ bucket: "web" }));
        assert.deepEqual(
            errors.map(({ message }) => message),
            ["no answer to the function aws:s3/getBucket:getBucket (acceptance/lookups.ts)"],
        );
    });

    it("sends nothing for a component, a provider and what exists already", async () => {
        const { sent, resources, failures } = await run(() => {
            new pulumi.ComponentResource("made:up:Component", "web");
            new aws.Provider("other", { region: "eu-central-1" });
            aws.iam.Role.get("existing", "reader");
        });
        assert.deepEqual([sent, resources, failures], [[], 0, []]);
    });

    it("sends each resource to the account and the region that it is for", async () => {
        const { sent } = await run(() => {
            const provider = new aws.Provider("other", {
                region: "cn-north-1",
                assumeRoles: [{ roleArn: "arn:aws-cn:iam::210987654321:role/deploy" }],
            });
            new aws.ecs.Cluster("a");
            new aws.ecs.Cluster("b", { region: "eu-west-1" });
            new aws.ecs.Cluster("c", {}, { provider });
        });
        const places = sent.map(({ request, location }) => {
            const { clusterName } = request.input as { clusterName: string };
            return [clusterName, location.partition, location.region, location.account];
        });
        assert.deepEqual(places.sort(), [
            ["a-0a1b2c3", "aws", "us-east-1", "123456789012"],
            ["b-0a1b2c3", "aws", "eu-west-1", "123456789012"],
            ["c-0a1b2c3", "aws-cn", "cn-north-1", "210987654321"],
        ]);
    });

    it("answers lookups with the network that the server has", async () => {
        const seen: unknown[] = [];
        const { errors } = await run(() => {
            const vpc = aws.ec2.getVpcOutput({ default: true });
            const { ids } = aws.ec2.getSubnetsOutput({
                filters: [{ name: "vpc-id", values: [vpc.id] }],
            });
            const group = aws.ec2.getSecurityGroupOutput({ vpcId: vpc.id, name: "default" });
            pulumi.all([vpc.id, ids, group.id]).apply((found) => seen.push(found));
        });
        assert.deepEqual([seen, errors], [[["vpc-0a", ["subnet-0a"], "sg-0a"]], []]);
    });

    it("sends nothing any more once the run of a failed program is over", async () => {
        const sent: string[] = [];
        let answer: (answer: Answer) => void = () => undefined;
        const server: Server = {
            send: ({ operation }) => {
                sent.push(operation);
                return new Promise((resolve) => (answer = resolve));
            },
            findNetwork: () => Promise.reject(new Error("not asked")),
        };
        const ended = runProgram(() => {
            new aws.iam.Role("web", { assumeRolePolicy: "{}" });
            // The registration is under way when the program fails.
            return new Promise((_, reject) => setTimeout(() => reject(new Error("made up")), 50));
        }, server);
        const first = await Promise.race([ended, sleep(300)]);
        assert.deepEqual([first, sent], [undefined, ["CreateRole"]]);
        answer({ Role: { Arn: "arn:aws:iam::123456789012:role/web", RoleId: "AROAEXAMPLE" } });
        const { errors, requests } = await ended;
        assert.deepEqual(
            errors.map(({ message }) => message),
            ["made up"],
        );
        await sleep(50);
        assert.deepEqual([sent, requests.length], [["CreateRole"], 0]);
    });
});
