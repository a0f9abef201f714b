import type { Wire } from "./fleet";
import { arnOf, idOf, KEY_POLICY, secretOf } from "./service-documents";

/** What of a service's resources differs: inputs, what AWS computes, and what they come from. */
export interface Part {
    readonly type: string;
    readonly inputs: Wire;
    readonly computed: Wire;
    readonly from?: Readonly<Record<string, readonly string[]>>;
}

/** The key of a service, and its alias. */
export function listKeys(name: string, index: number): Record<string, Part> {
    const arn = arnOf("kms", `key/${idOf(index)}`);
    return {
        key: {
            type: "aws:kms/key:Key",
            inputs: { description: name, enableKeyRotation: true, policy: KEY_POLICY },
            computed: {
                id: idOf(index),
                arn,
                keyId: idOf(index),
                isEnabled: true,
                customerMasterKeySpec: "SYMMETRIC_DEFAULT",
                keyUsage: "ENCRYPT_DECRYPT",
            },
        },
        alias: {
            type: "aws:kms/alias:Alias",
            inputs: { name: `alias/${name}`, targetKeyId: idOf(index) },
            computed: {
                id: `alias/${name}`,
                arn: arnOf("kms", `alias/${name}`),
                targetKeyArn: arn,
            },
            from: { targetKeyId: ["key"] },
        },
    };
}

/** The secrets and parameters of a service. */
export function listSecrets(name: string, index: number): Record<string, Part> {
    const kmsKeyId = arnOf("kms", `key/${idOf(index)}`);
    const secrets = ["api", "database"].flatMap((short): [string, Part][] => {
        const arn = secretOf(name, short);
        return [
            [
                `secret-${short}`,
                {
                    type: "aws:secretsmanager/secret:Secret",
                    inputs: { name: `${name}/${short}`, kmsKeyId, recoveryWindowInDays: 7 },
                    computed: { id: arn, arn, policy: "", replicas: [] },
                    from: { kmsKeyId: ["key"] },
                },
            ],
            [
                `version-${short}`,
                {
                    type: "aws:secretsmanager/secretVersion:SecretVersion",
                    inputs: {
                        secretId: arn,
                        secretString: heldSecret(`made-up-${index}-${short}`),
                    },
                    computed: {
                        id: `${arn}|v1`,
                        arn,
                        versionId: "v1",
                        versionStages: ["AWSCURRENT"],
                    },
                    from: { secretId: [`secret-${short}`] },
                },
            ],
        ];
    });
    const parameters = ["mail", "queue"].map((short): [string, Part] => [
        `parameter-${short}`,
        {
            type: "aws:ssm/parameter:Parameter",
            inputs: {
                name: `/${name}/${short}`,
                type: "SecureString",
                keyId: kmsKeyId,
                value: heldSecret(`made-up-${index}-${short}`),
            },
            computed: { id: `/${name}/${short}`, arn: arnOf("ssm", `parameter/${name}/${short}`) },
            from: { keyId: ["key"] },
        },
    ]);
    return Object.fromEntries([...secrets, ...parameters]);
}

/** The mark that Pulumi puts around what is secret. */
function heldSecret(value: string): Wire {
    return { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value };
}
