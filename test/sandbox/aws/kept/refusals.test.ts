import assert from "node:assert/strict";
import { resourceType } from "../../../../sandbox/aws/provider";
import { UNKNOWN, type Properties } from "../../../../sandbox/aws/resource-type";
import { KEPT_TOKENS, KeptAccount } from "./kept-account";

const JOB = "aws:batch/jobDefinition:JobDefinition";
const BUCKET = "aws:s3/bucket:Bucket";
const INSTANCE = "aws:ec2/instance:Instance";
const CANARY = "canary-in-a-document";
const AWS = "simulated AWS: operation error";

/** What the provider refuses before AWS is asked. */
const atCheck: Record<string, [token: string, Properties, failures: [string, string][]]> = {
    "a job definition without a type": [
        JOB,
        {},
        [["type", 'Missing required argument. The argument "type" is required']],
    ],
    "container properties that are no JSON, and shows none of them": [
        JOB,
        { type: "container", containerProperties: `{"image": ${CANARY}}` },
        [
            [
                "containerProperties",
                "AWS Batch Job container_properties is invalid: it is no JSON object",
            ],
        ],
    ],
    "container properties that are a list": [
        JOB,
        { type: "container", containerProperties: "[]" },
        [
            [
                "containerProperties",
                "AWS Batch Job container_properties is invalid: it is no JSON object",
            ],
        ],
    ],
    "an instance of no image and no type": [
        INSTANCE,
        {},
        [
            [
                "ami",
                "Invalid combination of arguments. One of ami, launchTemplate must be specified",
            ],
            [
                "instanceType",
                "Invalid combination of arguments. One of instanceType, launchTemplate must be specified",
            ],
        ],
    ],
};

/** What is taken as it is. */
const taken: Record<string, [token: string, Properties]> = {
    "container properties in JSON": [JOB, { type: "container", containerProperties: "{}" }],
    "container properties that are not known yet": [
        JOB,
        { type: "container", containerProperties: UNKNOWN },
    ],
    "container properties of which a part is not known yet": [
        JOB,
        { type: "container", containerProperties: `{"image": ${UNKNOWN}` },
    ],
    "an instance of a launch template": [INSTANCE, { launchTemplate: { id: "lt-1" } }],
};

/** What needs another object, and what AWS says if it is not there. */
const orphans: Record<string, [Properties, message: string]> = {
    "aws:amplify/branch:Branch": [
        { appId: "none", branchName: "main" },
        `${AWS} Amplify: CreateBranch, NotFoundException: App none not found.`,
    ],
    "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate": [
        { application: "none" },
        `${AWS} Elastic Beanstalk: CreateConfigurationTemplate, InvalidParameterValue: No Application named 'none' found.`,
    ],
    "aws:elasticbeanstalk/environment:Environment": [
        { application: "none" },
        `${AWS} Elastic Beanstalk: CreateEnvironment, InvalidParameterValue: No Application named 'none' found.`,
    ],
    "aws:lightsail/containerServiceDeploymentVersion:ContainerServiceDeploymentVersion": [
        { serviceName: "none", containers: [] },
        `${AWS} Lightsail: CreateContainerServiceDeployment, NotFoundException: The ContainerService does not exist: none`,
    ],
    "aws:s3/bucketObject:BucketObject": [
        { bucket: "none" },
        `${AWS} S3: PutObject, NoSuchBucket: The specified bucket does not exist`,
    ],
    "aws:s3/bucketObjectv2:BucketObjectv2": [
        { bucket: "none" },
        `${AWS} S3: PutObject, NoSuchBucket: The specified bucket does not exist`,
    ],
};

describe("what the simulated AWS keeps", () => {
    let account: KeptAccount;
    beforeEach(() => {
        account = new KeptAccount();
    });
    afterEach(() => account.remove());

    for (const [title, [token, inputs, failures]] of Object.entries(atCheck)) {
        it(`refuses ${title}`, () => {
            assert.deepEqual(
                account.checked(token, inputs).failures,
                failures.map(([property, reason]) => ({
                    property,
                    reason: `simulated AWS: ${reason}`,
                })),
            );
        });
    }

    for (const [title, [token, inputs]] of Object.entries(taken)) {
        it(`takes ${title}`, () => {
            assert.deepEqual(account.checked(token, inputs).failures, []);
        });
    }

    for (const [token, [inputs, message]] of Object.entries(orphans)) {
        it(`refuses ${token} of something that is not there`, () => {
            assert.throws(() => account.make(token, inputs), { message });
        });
    }

    it("refuses a bucket whose name is taken", () => {
        account.make(BUCKET, { bucket: "files" });
        assert.throws(() => account.make(BUCKET, { bucket: "files" }), {
            message: `${AWS} S3: CreateBucket, BucketAlreadyOwnedByYou: Your previous request to create the named bucket succeeded and you already own it.`,
        });
    });

    it("is told apart from what is simulated, where a type is refused", () => {
        const list = `; it keeps, and simulates no further, ${KEPT_TOKENS.join(", ")}`;
        assert.throws(
            () => resourceType("aws:none/none:None"),
            ({ message }: Error) =>
                message.startsWith(
                    "simulated AWS: there is no aws:none/none:None here; it has aws:cloudwatch/",
                ) && message.endsWith(list),
        );
    });
});
