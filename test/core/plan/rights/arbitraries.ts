import fc from "fast-check";
import type {
    EnvironmentFile,
    InjectedSecret,
    ParameterReference,
    SecretReference,
    SecretUse,
} from "../../../../core";
import { names, parameterReferences, secretsManagerReferences } from "../../../support/arbitraries";

const RECORD = { noNullPrototype: true } as const;

/** Few names, so that one secret is named by complete and partial ARN and behind a parameter. */
const fewNames = fc.constantFrom("a", "db", "web/db", "prod-db-abcdef", "db-AbCdEf-x");

const fewSecrets: fc.Arbitrary<SecretReference> = fc
    .tuple(fewNames, fc.constantFrom("", "-AbCdEf", "-ZzZzZz"))
    // A partial ARN that looks complete is another thing: IAM refuses it, and a finding says so.
    .filter(([name, suffix]) => suffix !== "" || !/-[A-Za-z0-9]{6}$/.test(name))
    .map(([name, suffix]) => ({
        store: "secretsmanager",
        arn: `arn:aws:secretsmanager:eu-west-1:123456789012:secret:${name}${suffix}`,
    }));

const throughParameterStore: fc.Arbitrary<ParameterReference> = fc
    .tuple(fewNames, fc.boolean())
    .map(([secretName, byArn]) => {
        const name = `/aws/reference/secretsmanager/${secretName}`;
        const arn = `arn:aws:ssm:us-east-1:123456789012:parameter${name}`;
        return { store: "ssm", name, ...(byArn && { arn }) };
    });

/** References of every kind that Amazon ECS reads. */
const references: fc.Arbitrary<SecretReference> = fc.oneof(
    secretsManagerReferences,
    parameterReferences,
    fewSecrets,
    throughParameterStore,
);

/** Customer managed keys of several regions, partitions and accounts. */
export const keys: fc.Arbitrary<string> = fc
    .tuple(
        fc.constantFrom("aws:kms:eu-west-1", "aws:kms:us-east-1", "aws-cn:kms:cn-north-1"),
        fc.constantFrom("123456789012", "210987654321"),
        fc.constantFrom("1", "2"),
    )
    .map(([where, account, last]) => {
        const id = `00000000-0000-0000-0000-00000000000${last}`;
        return `arn:${where}:${account}:key/${id}`;
    });

/** Injected secrets, with and without a key. */
export const injected: fc.Arbitrary<InjectedSecret> = fc.record(
    { reference: references, kmsKeyArn: keys },
    { ...RECORD, requiredKeys: ["reference"] },
);

/** Environment files, some with keys that look like patterns, variables or JSON. */
const environmentFiles: fc.Arbitrary<EnvironmentFile> = fc.record(
    {
        arn: fc
            .tuple(
                fc.constantFrom("app", "bucket.of.web"),
                fc.oneof(
                    fc.constantFrom("*.env", "?/${aws:userid}.env", '"\\".env', "a:b.env"),
                    fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8})?\.env$/),
                ),
            )
            .map(([bucket, key]) => `arn:aws:s3:::${bucket}/${key}`),
        kmsKeyArn: keys,
    },
    { ...RECORD, requiredKeys: ["arn"] },
);

/** All that a policy is planned for. */
export const wishes = fc.record(
    {
        secrets: fc.array(injected, { maxLength: 6 }),
        environmentFiles: fc.array(environmentFiles, { maxLength: 3 }),
    },
    RECORD,
);

/** Places at which something is read. */
export const uses: fc.Arbitrary<SecretUse[]> = fc.array(
    fc.record(
        {
            container: names,
            target: fc.constantFrom("secrets", "secretOptions", "environmentFiles"),
            name: names,
            injected: fc.oneof(injected, environmentFiles),
        },
        { ...RECORD, requiredKeys: ["target", "name", "injected"] },
    ),
    { maxLength: 8 },
);

/** The same list in another order. */
export function shuffles<T>(list: readonly T[]): fc.Arbitrary<T[]> {
    return fc.shuffledSubarray([...list], { minLength: list.length });
}
