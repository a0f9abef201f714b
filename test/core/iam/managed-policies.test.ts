import assert from "node:assert/strict";
import {
    evaluateIdentity,
    managedPolicyDocument,
    MANAGED_POLICIES,
    type Verdict,
} from "../../../core/iam";
import { decrypt, readParameter, readSecret } from "./fixtures";

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
    ["AmazonECSTaskExecutionRolePolicy", "undetermined", "undetermined", "undetermined"],
    ["ReadOnlyAccess", "undetermined", "undetermined", "undetermined"],
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

    it("speaks of resources in the partition of the policy", () => {
        const china = managedPolicyDocument(
            "arn:aws-cn:iam::aws:policy/AWSSecretsManagerClientReadOnlyAccess",
        );
        const resource = readSecret.resource.replace("arn:aws:", "arn:aws-cn:");
        assert.equal(evaluateIdentity({ ...readSecret, resource }, [china]).answer, "allowed");
        assert.equal(evaluateIdentity(readSecret, [china]).answer, "denied");
    });

    it("knows nothing of policies that are not AWS's", () => {
        for (const arn of ["", "x", "arn:aws:iam::123456789012:policy/AdministratorAccess"]) {
            assert.deepEqual(managedPolicyDocument(arn), {
                name: arn,
                kind: "unknown",
                why: "it is not an AWS managed policy",
            });
        }
    });
});
