import * as aws from "@pulumi/aws";
import assert from "node:assert/strict";
import { keptTypes } from "../../sandbox/aws/kept";
import type { SandboxStack } from "../../sandbox/stack";
import { useSandbox } from "../support/sandbox";

const ROLE = "arn:aws:iam::123456789012:role/made-up";
const instance = { ami: "ami-0123456789abcdef0", instanceType: "t4g.nano" };

/** One resource of every type that is kept and not simulated further. */
async function createEverything(): Promise<void> {
    const amplify = new aws.amplify.App("web");
    new aws.amplify.Branch("web", { appId: amplify.id, branchName: "main" });
    new aws.apprunner.Service("web", {
        serviceName: "web",
        sourceConfiguration: {
            imageRepository: { imageIdentifier: "made-up", imageRepositoryType: "ECR" },
        },
    });
    new aws.batch.JobDefinition("web", {
        type: "container",
        containerProperties: JSON.stringify({ image: "httpd" }),
    });
    new aws.codebuild.Project("web", {
        artifacts: { type: "NO_ARTIFACTS" },
        environment: { computeType: "BUILD_GENERAL1_SMALL", image: "made-up", type: "made-up" },
        serviceRole: ROLE,
        source: { type: "NO_SOURCE" },
    });
    new aws.dynamodb.Table("web", { attributes: [{ name: "id", type: "S" }], hashKey: "id" });
    new aws.ec2.Instance("web", instance);
    new aws.ec2.SpotInstanceRequest("web", instance);
    new aws.ec2.SpotFleetRequest("web", {
        iamFleetRole: ROLE,
        launchSpecifications: [instance],
        targetCapacity: 1,
    });
    new aws.ec2.LaunchTemplate("web");
    new aws.ec2.LaunchConfiguration("web", { imageId: instance.ami, instanceType: "t4g.nano" });
    new aws.iam.InstanceProfile("web");
    const beanstalk = new aws.elasticbeanstalk.Application("web");
    new aws.elasticbeanstalk.ConfigurationTemplate("web", { application: beanstalk.name });
    new aws.elasticbeanstalk.Environment("web", { application: beanstalk.name });
    new aws.glue.Connection("web");
    new aws.glue.Job("web", { command: { scriptLocation: "s3://made-up" }, roleArn: ROLE });
    new aws.glue.Trigger("web", { actions: [{ jobName: "web" }], type: "ON_DEMAND" });
    const containers = new aws.lightsail.ContainerService("web", { power: "nano", scale: 1 });
    new aws.lightsail.ContainerServiceDeploymentVersion("web", {
        containers: [{ containerName: "web", image: "httpd" }],
        serviceName: containers.name,
    });
    const bucket = "made-up";
    new aws.s3.BucketOwnershipControls("web", {
        bucket,
        rule: { objectOwnership: "BucketOwnerEnforced" },
    });
    new aws.s3.BucketPublicAccessBlock("web", { bucket });
    new aws.s3.BucketVersioning("web", { bucket, versioningConfiguration: { status: "Enabled" } });
    new aws.scheduler.Schedule("web", {
        flexibleTimeWindow: { mode: "OFF" },
        scheduleExpression: "rate(1 day)",
        target: { arn: "arn:aws:sqs:us-east-1:123456789012:made-up", roleArn: ROLE },
    });
    await Promise.resolve();
}

describe("what the simulated AWS keeps, on the real engine,", () => {
    const sandbox = useSandbox();
    let stack: SandboxStack;
    before("open a stack", async () => {
        stack = await sandbox().stack("dev", { project: "kept", run: createEverything });
    });

    const changes = (operation: string) =>
        keptTypes.map(({ token }) => `${operation} ${token}`).sort();
    const ofAws = (steps: readonly string[]) => steps.filter((step) => step.includes(" aws:"));

    it("is previewed", async () => {
        const preview = await stack.preview();
        assert.deepEqual(ofAws(preview.changes), changes("create"), preview.output);
        assert.equal(preview.exitCode, 0, preview.output);
    });

    it("comes up", async () => {
        const up = await stack.up();
        assert.deepEqual(ofAws(up.changes), changes("create"), up.output);
        assert.equal(up.exitCode, 0, up.output);
    });

    it("does not change when nothing has changed", async () => {
        const up = await stack.up();
        assert.deepEqual(up.changes, [], up.output);
        assert.equal(up.exitCode, 0, up.output);
    });

    it("is destroyed", async () => {
        const destroy = await stack.destroy();
        assert.deepEqual(ofAws(destroy.changes), changes("delete"), destroy.output);
        assert.equal(destroy.exitCode, 0, destroy.output);
    });
});
