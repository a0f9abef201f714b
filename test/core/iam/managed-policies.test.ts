import assert from "node:assert/strict";
import {
    evaluateIdentity,
    managedPolicyDocument,
    MANAGED_POLICIES,
    type Verdict,
} from "../../../core/iam";
import { decrypt, policy, readParameter, readSecret } from "./fixtures";

type Answer = Verdict["answer"];
const rows: [path: string, secret: Answer, parameter: Answer, key: Answer][] = [
    ["service-role/AmazonECSTaskExecutionRolePolicy", "denied", "denied", "denied"],
    ["SecretsManagerReadWrite", "allowed", "denied", "denied"],
    ["AWSSecretsManagerClientReadOnlyAccess", "allowed", "denied", "allowed"],
    ["AmazonSSMReadOnlyAccess", "denied", "allowed", "denied"],
    ["AmazonSSMFullAccess", "denied", "allowed", "denied"],
    ["AmazonSSMManagedInstanceCore", "denied", "allowed", "denied"],
    ["AWSKeyManagementServicePowerUser", "denied", "denied", "denied"],
    ["PowerUserAccess", "allowed", "allowed", "allowed"],
    ["AdministratorAccess", "allowed", "allowed", "allowed"],
    ["AmazonS3ReadOnlyAccess", "denied", "denied", "denied"],
    ["CloudWatchLogsFullAccess", "denied", "denied", "denied"],
    ["service-role/AmazonEC2ContainerServiceforEC2Role", "denied", "denied", "denied"],
    ["AmazonEC2ContainerRegistryPullOnly", "denied", "denied", "denied"],
    ["AmazonEC2ContainerRegistryReadOnly", "denied", "denied", "denied"],
    ["AmazonEC2ContainerRegistryPowerUser", "denied", "denied", "denied"],
    ["AmazonElasticContainerRegistryPublicReadOnly", "denied", "denied", "denied"],
    ["AmazonECS_FullAccess", "denied", "denied", "denied"],
    ["AmazonS3FullAccess", "denied", "denied", "denied"],
    ["CloudWatchAgentServerPolicy", "denied", "denied", "denied"],
    ["CloudWatchAgentAdminPolicy", "denied", "denied", "denied"],
    ["AWSXRayDaemonWriteAccess", "denied", "denied", "denied"],
    ["AWSXrayWriteOnlyAccess", "denied", "denied", "denied"],
    ["AmazonPrometheusRemoteWriteAccess", "denied", "denied", "denied"],
    ["ReadOnlyAccess", "denied", "allowed", "denied"],
    ["SecurityAudit", "denied", "denied", "denied"],
    ["job-function/ViewOnlyAccess", "denied", "denied", "denied"],
    // The path is part of the ARN: AWS has no such policy.
    ["AmazonECSTaskExecutionRolePolicy", "undetermined", "undetermined", "undetermined"],
    ["job-function/DatabaseAdministrator", "undetermined", "undetermined", "undetermined"],
];

describe("managedPolicyDocument", () => {
    for (const [path, ...answers] of rows) {
        it(`answers ${answers.join(", ")} by ${path} to secret, parameter and key`, () => {
            const policies = [managedPolicyDocument(`arn:aws:iam::aws:policy/${path}`)];
            assert.deepEqual(
                [readSecret, readParameter, decrypt].map(
                    (request) => evaluateIdentity(request, policies).answer,
                ),
                answers,
            );
        });
    }

    it("has every entry in the table above, well-formed, with source and date", () => {
        for (const { path, source, date } of MANAGED_POLICIES) {
            assert.ok(
                rows.some(([row]) => row === path),
                path,
            );
            assert.equal(managedPolicyDocument(`arn:aws:iam::aws:policy/${path}`).kind, "document");
            assert.match(source, /^https:\/\/docs\.aws\.amazon\.com\//);
            assert.match(date, /^\d{4}-\d{2}-\d{2}$/);
        }
    });

    it("allows the parameters of Amazon ECS itself by AmazonECS_FullAccess", () => {
        const policies = [managedPolicyDocument("arn:aws:iam::aws:policy/AmazonECS_FullAccess")];
        const resource = "arn:aws:ssm:eu-west-1::parameter/aws/service/ecs/optimized-ami";
        assert.equal(evaluateIdentity({ ...readParameter, resource }, policies).answer, "allowed");
    });

    const excerpts = ["ReadOnlyAccess", "SecurityAudit", "job-function/ViewOnlyAccess"];
    for (const path of [...excerpts, "AmazonECS_FullAccess"]) {
        it(`does not know what ${path} says of services that are not in its excerpt`, () => {
            const policies = [managedPolicyDocument(`arn:aws:iam::aws:policy/${path}`)];
            const name = path.split("/").at(-1);
            for (const action of ["ecr:BatchGetImage", "s3express:CreateSession"]) {
                const verdict = evaluateIdentity({ ...readSecret, action }, policies);
                assert.ok(verdict.answer === "undetermined");
                assert.equal(verdict.isPending, false);
                assert.deepEqual(verdict.missing, [
                    `its Resource, which it does not have (statement NotRecorded of the policy ${name})`,
                ]);
            }
        });
    }

    it("lets a Deny decide whatever an excerpt leaves out", () => {
        const deny = policy([{ Effect: "Deny", Action: "ecr:*", Resource: "*" }]);
        const policies = [managedPolicyDocument("arn:aws:iam::aws:policy/ReadOnlyAccess"), deny];
        const request = { ...readSecret, action: "ecr:BatchGetImage" };
        assert.equal(evaluateIdentity(request, policies).answer, "denied");
    });

    it("has an excerpt complete for the stores, and all else complete", () => {
        assert.deepEqual(
            MANAGED_POLICIES.filter(({ completeFor }) => completeFor).map((entry) => [
                entry.path,
                entry.completeFor,
            ]),
            ["AmazonECS_FullAccess", ...excerpts].map((path) => [
                path,
                ["kms", "s3", "secretsmanager", "ssm"],
            ]),
        );
    });

    it("speaks of resources in the partition of the policy", () => {
        const china = managedPolicyDocument(
            "arn:aws-cn:iam::aws:policy/AWSSecretsManagerClientReadOnlyAccess",
        );
        const resource = readSecret.resource.replace("arn:aws:", "arn:aws-cn:");
        assert.equal(evaluateIdentity({ ...readSecret, resource }, [china]).answer, "allowed");
        assert.equal(evaluateIdentity(readSecret, [china]).answer, "denied");
    });

    it("knows nothing of policies that are not AWS's", () => {
        const own = "arn:aws:iam::123456789012:policy/AdministratorAccess";
        for (const arn of ["", "x", own]) {
            assert.deepEqual(managedPolicyDocument(arn), {
                // What is no ARN may be a value, and is not shown.
                name: arn === own ? own : "that is named by no ARN",
                kind: "unknown",
                why: "it is not an AWS managed policy",
            });
        }
    });
});
