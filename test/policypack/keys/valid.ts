import { changeStack } from "../../support/pack-stack";
import type { PolicyRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";
import { deployed, KEY, shared, withKey, withParameter, withSecret } from "./stack";

const FOREIGN = { AWS: "arn:aws:iam::210987654321:root" };
const EXTERNAL = "aws:kms/externalKey:ExternalKey";

/** What the policy on keys says nothing of. */
export const valid: PolicyRow[] = [
    { name: "a key that is enabled", stack: deployed },
    {
        name: "a key with nothing said of it",
        stack: withKey({
            isEnabled: undefined,
            keyUsage: undefined,
            customerMasterKeySpec: undefined,
        }),
    },
    { name: "no key", stack: withSecret({ kmsKeyId: undefined }) },
    { name: "an empty key, as state has it", stack: withSecret({ kmsKeyId: "" }) },
    { name: "AWS's own key", stack: withSecret({ kmsKeyId: "alias/aws/secretsmanager" }) },
    {
        name: "AWS's own key by its ARN",
        stack: withSecret({
            kmsKeyId: "arn:aws:kms:us-east-1:123456789012:alias/aws/secretsmanager",
        }),
    },
    { name: "a key of another stack", stack: withSecret({ kmsKeyId: `${KEY.slice(0, -1)}b` }) },
    {
        name: "the id of a key of another stack",
        stack: withSecret({ kmsKeyId: KEY.split("/")[1].replace("a", "b") }),
    },
    {
        name: "a disabled key that no secret has",
        stack: changeStack(withKey({ isEnabled: false }), {
            secret: { props: { kmsKeyId: undefined }, from: {} },
        }),
    },
    {
        name: "a key and a secret that are not there yet",
        stack: changeStack(deployed, {
            key: { props: { arn: UNKNOWN, keyId: UNKNOWN } },
            secret: { props: { arn: UNKNOWN, kmsKeyId: UNKNOWN } },
        }),
    },
    { name: "a parameter with a key", stack: withParameter({ keyId: KEY }, { keyId: ["key"] }) },
    { name: "a parameter with AWS's own key", stack: withParameter({ keyId: "alias/aws/ssm" }) },
    {
        name: "a parameter whose key the provider fills in",
        stack: withParameter({ keyId: UNKNOWN }),
    },
    { name: "a plain parameter without a key", stack: withParameter({ type: "String" }) },
    {
        name: "a plain parameter whose key the provider reads back from nothing",
        stack: withParameter({ type: "String", keyId: UNKNOWN }),
    },
    {
        name: "an imported key with its material",
        stack: withKey(
            { isEnabled: undefined, keyMaterialBase64: UNKNOWN, keyState: UNKNOWN },
            EXTERNAL,
        ),
    },
    {
        name: "an imported key whose material came from elsewhere",
        stack: withKey({ isEnabled: undefined, enabled: true, keyState: "Enabled" }, EXTERNAL),
    },
    {
        name: "an imported key that is about to be enabled",
        stack: withKey({ isEnabled: undefined, enabled: true, keyState: "Disabled" }, EXTERNAL),
    },
    {
        name: "a copy with a key of its region",
        stack: withSecret({
            replicas: [{ region: "eu-west-1", kmsKeyId: KEY.replace("us-east-1", "eu-west-1") }],
        }),
    },
    {
        name: "a copy with AWS's own key",
        stack: withSecret({ replicas: [{ region: "eu-west-1" }] }),
    },
    { name: "copies that are not known yet", stack: withSecret({ replicas: UNKNOWN }) },
    {
        name: "another account under a key of one's own",
        stack: shared({ Principal: FOREIGN }, { kmsKeyId: KEY }),
    },
    {
        name: "one's own account under AWS's own key",
        stack: shared({ Principal: { AWS: "arn:aws:iam::123456789012:root" } }),
    },
    {
        name: "another account that may not read",
        stack: shared({ Principal: FOREIGN, Effect: "Deny" }),
    },
    {
        name: "another account that may describe the secret alone",
        stack: shared({ Principal: FOREIGN, Action: "secretsmanager:DescribeSecret" }),
    },
    { name: "a service", stack: shared({ Principal: { Service: "rds.amazonaws.com" } }) },
    {
        name: "another account, while one's own is not known",
        stack: shared({ Principal: FOREIGN }, { arn: UNKNOWN }),
    },
    {
        name: "a policy that is not known yet",
        stack: withSecret({ kmsKeyId: undefined, policy: UNKNOWN }),
    },
    {
        name: "a policy that is no document",
        stack: withSecret({ kmsKeyId: undefined, policy: "{" }),
    },
    {
        name: "what is suspected, where a team wants to hear none of it",
        stack: withKey({ isEnabled: undefined, keyState: "PendingImport" }, EXTERNAL),
        config: { "secretsmanager-secret-require-usable-key": { suspected: "disabled" } },
    },
];
