import fc from "fast-check";
import {
    renderArn,
    type Arn,
    type ContainerDefinition,
    type InjectedSecret,
    type Location,
    type ParameterReference,
    type SecretReference,
    type SecretsManagerReference,
} from "../../core";

/** Records with a prototype, as programs write them. */
const RECORD = { noNullPrototype: true } as const;

export const locations: fc.Arbitrary<Location> = fc.constantFrom(
    { partition: "aws", region: "eu-west-1", account: "123456789012" },
    { partition: "aws-cn", region: "cn-north-1", account: "123456789012" },
    { partition: "aws-us-gov", region: "us-gov-west-1", account: "123456789012" },
    { partition: "aws-iso-b", region: "us-isob-east-1", account: "123456789012" },
);

export const arns: fc.Arbitrary<Arn> = fc.record(
    {
        partition: fc.constantFrom("aws", "aws-cn", "aws-us-gov", "aws-iso-b"),
        service: fc.stringMatching(/^[a-z][a-z0-9-]{0,14}$/),
        region: fc.constantFrom("", "eu-west-1", "us-gov-west-1", "ap-southeast-3"),
        account: fc.constantFrom("", "123456789012", "aws"),
        resource: fc.stringMatching(/^[A-Za-z0-9/_+=.@:*?-]{1,40}$/),
    },
    RECORD,
);

/** Some end as if AWS had appended its six characters, as `prod-db-abcdef` does. */
const secretNames = fc.oneof(
    fc.stringMatching(/^[A-Za-z0-9_+=.@!-]{1,12}(\/[A-Za-z0-9_+=.@-]{1,8}){0,2}$/),
    fc.constantFrom("prod-db-abcdef", "my-secret", "a", "rds!db-0123", "-"),
);

const level = /[A-Za-z0-9_.-]{1,8}/.source;
const parameterNames = fc
    .oneof(
        fc.stringMatching(new RegExp(`^(/${level}){1,4}$`)),
        fc.stringMatching(new RegExp(`^${level}$`)),
    )
    .filter((name) => !/^\/?(aws|ssm)/i.test(name));

const suffixes = fc.stringMatching(/^[A-Za-z0-9]{6}$/);

const fields = fc.stringMatching(/^[^:]{1,16}$/);
const parts = fc.oneof(
    fc.record({ jsonKey: fields, versionStage: fields }, { ...RECORD, requiredKeys: [] }),
    fc.record({ jsonKey: fields, versionId: fields }, { ...RECORD, requiredKeys: [] }),
);

/** References to secrets by their complete ARNs. */
export const secretsManagerReferences: fc.Arbitrary<SecretsManagerReference> = fc
    .tuple(locations, secretNames, suffixes, parts)
    .map(([location, name, suffix, part]) => ({
        store: "secretsmanager",
        arn: renderArn({
            ...location,
            service: "secretsmanager",
            resource: `secret:${name}-${suffix}`,
        }),
        ...part,
    }));

/** References to parameters, as they are parsed: by name, or by ARN. */
export const parameterReferences: fc.Arbitrary<ParameterReference> = fc
    .tuple(locations, parameterNames, fc.boolean())
    .map(([location, given, byArn]) => {
        if (!byArn) {
            return { store: "ssm", name: given };
        }
        const path = given.replace(/^\//, "");
        // The ARN of /x and of x is the same: what it says is read as the plain name.
        const name = path.includes("/") ? given : path;
        const arn = renderArn({ ...location, service: "ssm", resource: `parameter/${path}` });
        return { store: "ssm", name, arn };
    });

export const secretReferences: fc.Arbitrary<SecretReference> = fc.oneof(
    secretsManagerReferences,
    parameterReferences,
);

const keyArns = fc.constantFrom(
    "arn:aws:kms:eu-west-1:123456789012:key/00000000-0000-0000-0000-000000000001",
    "arn:aws:kms:eu-west-1:123456789012:key/00000000-0000-0000-0000-000000000002",
    "arn:aws:kms:eu-west-1:123456789012:key/mrk-00000000000000000000000000000003",
);

export const injectedSecrets: fc.Arbitrary<InjectedSecret> = fc.record(
    { reference: secretReferences, kmsKeyArn: keyArns },
    { ...RECORD, requiredKeys: ["reference"] },
);

/** Names of variables, options and containers. */
export const names = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_-]{0,12}$/);

/** Container definitions in the order in which they are rendered. */
export const containerDefinitions: fc.Arbitrary<ContainerDefinition[]> = sortedByName(
    fc.record(
        {
            name: names,
            image: fc.constantFrom("httpd", "nginx:1"),
            memory: fc.nat(4096),
            command: fc.array(fc.string(), { maxLength: 3 }),
            dockerLabels: fc.dictionary(names, fc.string(), { ...RECORD, maxKeys: 3 }),
            environment: sortedByName(fc.record({ name: names, value: fc.string() }, RECORD)),
            secrets: namedReferences(),
            logConfiguration: fc.record(
                {
                    logDriver: fc.constant("splunk"),
                    options: fc.dictionary(names, fc.string(), { ...RECORD, maxKeys: 3 }),
                    secretOptions: namedReferences(),
                },
                { ...RECORD, requiredKeys: ["logDriver"] },
            ),
        },
        { ...RECORD, requiredKeys: ["name", "image"] },
    ),
);

function namedReferences() {
    return sortedByName(fc.record({ name: names, valueFrom: fc.string() }, RECORD));
}

function sortedByName<T extends { name: string }>(entries: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
    return fc
        .uniqueArray(entries, { selector: ({ name }) => name, maxLength: 4 })
        .map((list) => list.sort((a, b) => (a.name < b.name ? -1 : 1)));
}

/** The same value with the keys of every object in another order. */
export function reorderings<T>(value: T): fc.Arbitrary<T> {
    return fc.nat().map((seed) => reorder(value, seed) as T);
}

function reorder(value: unknown, seed: number): unknown {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
        return value;
    }
    const weigh = (key: string) =>
        [...key].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 65_521, seed);
    const entries = Object.entries(value).map(([key, entry]) => [key, reorder(entry, seed)]);
    return Object.fromEntries(
        entries.sort(([a], [b]) => weigh(a as string) - weigh(b as string)),
    ) as unknown;
}
