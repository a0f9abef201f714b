import type { Account } from "../account";
import { hex } from "../ids";
import { isMissingPrincipal } from "../principals";
import { AwsError, text, UNKNOWN, type Properties, type ResourceType } from "../resource-type";
import { grants, type Grant, type GrantConstraint } from "./grants";
import { requireKey } from "./keys";

/** Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateGrant.html */
const OPERATIONS = [
    "CreateGrant",
    "Decrypt",
    "DeriveSharedSecret",
    "DescribeKey",
    "Encrypt",
    "GenerateDataKey",
    "GenerateDataKeyPair",
    "GenerateDataKeyPairWithoutPlaintext",
    "GenerateDataKeyWithoutPlaintext",
    "GenerateMac",
    "GetPublicKey",
    "ReEncryptFrom",
    "ReEncryptTo",
    "RetireGrant",
    "Sign",
    "Verify",
    "VerifyMac",
];

/** The resource type of grants; every change of one makes another one. */
export const grant: ResourceType = {
    token: "aws:kms/grant:Grant",
    defaults: { retireOnDelete: false },
    required: ["granteePrincipal", "keyId", "operations"],
    replaceOn: [
        "constraints",
        "grantCreationTokens",
        "granteePrincipal",
        "keyId",
        "name",
        "operations",
        "retireOnDelete",
        "retiringPrincipal",
    ],
    validate: findFailures,
    computed: ["grantId", "grantToken", "name"],
    create(account, inputs) {
        const key = requireUsable(account, text(inputs, "keyId"));
        const grantee = text(inputs, "granteePrincipal");
        if (isMissingPrincipal(account, grantee)) {
            refuse("InvalidArnException", `ARN does not refer to a valid principal: ${grantee}`);
        }
        const created: Grant = {
            grantId: hex(64),
            grantToken: `AQpA${hex(60)}`,
            name: text(inputs, "name"),
            keyArn: key.arn,
            grantee,
            operations: [...(inputs.operations as readonly string[])].sort(),
            constraints: readConstraints(inputs),
        };
        grants(account.ofArn(key.arn)).create(created.grantId, created);
        return {
            id: `${text(inputs, "keyId")}:${created.grantId}`,
            outputs: describe(created, inputs),
        };
    },
    read(account, id, outputs) {
        const at = account.ofArn(text(outputs, "keyId"));
        const found = grants(at).get(id.slice(id.lastIndexOf(":") + 1));
        return found && describe(found, outputs);
    },
    delete(account, id, outputs) {
        grants(account.ofArn(text(outputs, "keyId"))).delete(id.slice(id.lastIndexOf(":") + 1));
    },
};

function requireUsable(account: Account, keyId: string) {
    const key = requireKey(account.ofArn(keyId), "CreateGrant", keyId);
    return key.state === "Disabled" ? refuse("DisabledException", `${key.arn} is disabled.`) : key;
}

function refuse(code: string, message: string): never {
    throw new AwsError("KMS: CreateGrant", code, message);
}

function describe({ grantId, grantToken, name }: Grant, properties: Properties): Properties {
    return { ...properties, grantId, grantToken, name };
}

function readConstraints({ constraints }: Properties): GrantConstraint[] {
    return ((constraints ?? []) as readonly Properties[]).flatMap((one) => [
        ...constraintOf("equals", one.encryptionContextEquals),
        ...constraintOf("subset", one.encryptionContextSubset),
    ]);
}

function constraintOf(kind: GrantConstraint["kind"], context: unknown): GrantConstraint[] {
    return context === undefined ? [] : [{ kind, context: context as Record<string, string> }];
}

function findFailures({ granteePrincipal: grantee, operations }: Properties) {
    const list = Array.isArray(operations) ? (operations as readonly unknown[]) : [];
    const isArn = /^arn:[^:]+:(iam|sts):|\.amazonaws\.com(\.cn)?$/;
    return [
        ...(typeof grantee === "string" && grantee !== UNKNOWN && !isArn.test(grantee)
            ? [
                  {
                      property: "granteePrincipal",
                      reason: `simulated AWS: "granteePrincipal" (${grantee}) is an invalid ARN: arn: invalid prefix`,
                  },
              ]
            : []),
        ...list
            .filter((one) => one !== UNKNOWN && !OPERATIONS.includes(String(one)))
            .map((one) => ({
                property: "operations",
                reason: `simulated AWS: expected operations to be one of ${JSON.stringify(OPERATIONS)}, got ${String(one)}`,
            })),
    ];
}
