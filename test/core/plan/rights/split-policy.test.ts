import assert from "node:assert/strict";
import {
    planExecutionRolePolicy,
    policySize,
    splitPolicy,
    type InjectedSecret,
    type RenderedDocument,
} from "../../../../core";
import { KEY_1, LOCATION, secretArn } from "../fixtures";

const secret = (name: string, kmsKeyArn?: string): InjectedSecret => ({
    reference: { store: "secretsmanager", arn: secretArn(name) },
    ...(kmsKeyArn !== undefined && { kmsKeyArn }),
});
const plan = (...secrets: InjectedSecret[]) => planExecutionRolePolicy(secrets, LOCATION);
const document = (...Statement: object[]) => ({ Version: "2012-10-17", Statement });
const read = (...names: string[]) => ({
    Sid: "ReadSecrets",
    Effect: "Allow",
    Action: "secretsmanager:GetSecretValue",
    Resource: names.map(secretArn),
});
const decrypt = (...names: string[]) => ({
    Sid: "DecryptSecrets",
    Effect: "Allow",
    Action: "kms:Decrypt",
    Resource: [KEY_1],
    Condition: {
        StringEquals: {
            "kms:ViaService": ["secretsmanager.eu-west-1.amazonaws.com"],
            "kms:EncryptionContext:SecretARN": names.map(secretArn),
        },
    },
});
const [A, B, C, D] = ["a-AbCdEf", "b-AbCdEf", "c-AbCdEf", "d-AbCdEf"];
const LONG = `${"l".repeat(200)}-AbCdEf`;
const LONGER = `${"m".repeat(201)}-AbCdEf`;

describe("splitPolicy", () => {
    const rows: [string, RenderedDocument, number, object[]][] = [
        ["leaves one document as it is", plan(secret(A), secret(B)), 1, [document(read(A, B))]],
        [
            "cuts a statement by its resources, evenly",
            plan(secret(A), secret(B), secret(C), secret(D)),
            2,
            [document(read(A, B)), document(read(C, D))],
        ],
        [
            "leaves no part empty for the sake of a long one",
            plan(secret(A), secret(B), secret(LONG)),
            3,
            [document(read(A)), document(read(B)), document(read(LONG))],
        ],
        [
            "gives the parts beside a long one the same share",
            plan(...[A, B, C, D].map((name) => secret(name)), secret(LONG)),
            3,
            [document(read(A, B)), document(read(C, D)), document(read(LONG))],
        ],
        [
            "cuts the encryption contexts of a key and leaves the key",
            plan(secret(A, KEY_1), secret(B, KEY_1)),
            3,
            [document(read(A, B)), document(decrypt(A)), document(decrypt(B))],
        ],
        [
            "puts the rest of a statement and the next one together",
            plan(secret(A, KEY_1), ...[B, C, D, LONG, LONGER].map((name) => secret(name))),
            2,
            [document(read(A, B, C, D, LONG)), document(read(LONGER), decrypt(A))],
        ],
        [
            "says the same again where there is less to say than parts",
            plan(secret(A), secret(B)),
            3,
            [document(read(A)), document(read(B)), document(read(A))],
        ],
        ["keeps a document that says nothing", plan(), 2, [document(), document()]],
        ["makes no document of none", plan(secret(A)), 0, []],
    ];
    for (const [name, policy, count, expected] of rows) {
        it(name, () => assert.deepEqual(splitPolicy(policy, count), expected));
    }

    it("keeps the operator of patterns, also where none is among the contexts of a part", () => {
        const parts = splitPolicy(plan(secret(A, KEY_1), secret("x", KEY_1)), 4);
        const condition = (arn: string) => ({
            StringEquals: { "kms:ViaService": ["secretsmanager.eu-west-1.amazonaws.com"] },
            StringLike: { "kms:EncryptionContext:SecretARN": [arn] },
        });
        assert.deepEqual(
            parts.slice(2).map(({ Statement }) => Statement.map((one) => one.Condition)),
            [[condition(secretArn(A))], [condition(secretArn("x-??????"))]],
        );
    });

    it("cuts four hundred secrets under one key into ten policies", () => {
        const many = Array.from({ length: 400 }, (_, at) => secret(`web/db-${at}-AbCdEf`, KEY_1));
        const sizes = splitPolicy(plan(...many), 10).map(policySize);
        assert.deepEqual([Math.min(...sizes) > 6_000, Math.max(...sizes) <= 6_144], [true, true]);
    });
});
