import assert from "node:assert/strict";
import type { SecretReference } from "../../../../core";
import {
    findWatchedLocationFinding,
    findWatchedStageFinding,
} from "../../../../core/plan/rotation";
import { LOCATION, parameterArn, secretArn } from "../fixtures";

const PATH = "containers.web.secrets.DB";
const secret = (arn: string, versionStage?: string): SecretReference => ({
    store: "secretsmanager",
    arn,
    ...(versionStage !== undefined && { versionStage }),
});
const parameter = (arn?: string): SecretReference => ({
    store: "ssm",
    name: "/web/db",
    ...(arn !== undefined && { arn }),
});
const there = (arn: string) => arn.replace("123456789012", "210987654321");
const away = (arn: string) => arn.replace("eu-west-1", "us-east-1");
const finding = (place: string) => ({
    path: PATH,
    reason: `is in ${place}, and Amazon EventBridge sees the events of account 123456789012, region eu-west-1 alone`,
    remedy: "Inject a secret of this account and region, or remove redeployOnRotation and have a rule over there forward its events to a rule of your own here.",
});

describe("findWatchedLocationFinding finds", () => {
    const db = secretArn("db-AbCdEf");
    const rows: [string, SecretReference, object[]][] = [
        ["nothing in a secret of this account and region", secret(db), []],
        ["a secret of another account", secret(there(db)), [finding("account 210987654321")]],
        ["a secret of another region", secret(away(db)), [finding("region us-east-1")]],
        [
            "a secret of both others",
            secret(there(away(db))),
            [finding("account 210987654321, region us-east-1")],
        ],
        ["nothing in a parameter by name", parameter(), []],
        ["nothing in a parameter of this region", parameter(parameterArn("web/db")), []],
        [
            "a parameter of another region",
            parameter(away(parameterArn("web/db"))),
            [finding("region us-east-1")],
        ],
        ["nothing in what is no ARN", secret("db"), []],
    ];
    for (const [name, reference, expected] of rows) {
        it(name, () => {
            assert.deepEqual(findWatchedLocationFinding(reference, LOCATION, PATH), expected);
        });
    }
});

describe("findWatchedStageFinding finds", () => {
    const pending = {
        path: PATH,
        reason: "names version stage AWSPENDING, and AWS Secrets Manager sends no event when it moves",
        remedy: "Leave the version stage out, or remove redeployOnRotation.",
    };
    const arn = secretArn("db-AbCdEf");
    const rows: [string, SecretReference, object[]][] = [
        ["AWSPENDING", secret(arn, "AWSPENDING"), [pending]],
        ["nothing in AWSCURRENT", secret(arn, "AWSCURRENT"), []],
        ["nothing in AWSPREVIOUS, which moves with it", secret(arn, "AWSPREVIOUS"), []],
        ["nothing in a label of one's own", secret(arn, "live"), []],
        ["nothing where no stage is named", secret(arn), []],
        ["nothing in a parameter", parameter(), []],
    ];
    for (const [name, reference, expected] of rows) {
        it(name, () => assert.deepEqual(findWatchedStageFinding(reference, PATH), expected));
    }
});
