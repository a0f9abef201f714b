import { Secret, SecretVersion } from "@pulumi/aws/secretsmanager";
import { Parameter } from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import fc from "fast-check";
import type {
    ReferenceArgs,
    SecretArgs,
    SecretReferenceArgs,
    SecretResource,
} from "../../components";
import { arnOf } from "./api";

/** What every value begins with, so that it is found wherever it is told. */
export const CANARY = "made-up-canary";

const KEYS = ["1", "2", "3"].map((last) =>
    arnOf("kms", `key/00000000-0000-4000-8000-00000000000${last}`),
);

/** A customer managed key, or none. */
export const keys = fc.option(fc.constantFrom(...KEYS), { nil: undefined, freq: 2 });

interface Kind {
    readonly store: "secretsmanager" | "ssm";
    /** Where its value comes from; absent if it exists already. */
    readonly own?: (value: pulumi.Input<string>) => Partial<SecretArgs>;
    /** How it is named; absent if it is one of the component's. */
    readonly existing?: (source: Existing) => ReferenceArgs | SecretReferenceArgs;
    /** Whether a resource of the program is it. */
    readonly make?: (name: string, kmsKeyId?: string) => SecretResource;
    /** Whether the key is named in the args; else it is looked up, or none. */
    readonly namesKey: boolean;
}

interface Existing extends Planned {
    readonly made?: SecretResource;
}

const makeSecret = (name: string, kmsKeyId?: string) => new Secret(name, { name, kmsKeyId });

const makeVersion = (name: string) =>
    new SecretVersion(`${name}-version`, { secretId: makeSecret(name).id });

const makeParameter = (name: string, keyId?: string) =>
    new Parameter(name, { name: `/${name}`, type: "SecureString", keyId });

const own = (store: Kind["store"], make: Kind["own"]): Kind => ({
    store,
    own: make,
    namesKey: true,
});
const named = (store: Kind["store"], existing: Kind["existing"], namesKey: boolean): Kind => ({
    ...{ store, existing, namesKey },
});
const ofResource = (store: Kind["store"], make: Kind["make"], namesKey: boolean): Kind => ({
    ...{ store, make, namesKey },
    existing: ({ made }) => ({ secret: made }),
});

/** Every way to name or to own a secret. */
export const KINDS = {
    value: own("secretsmanager", (value) => ({ value })),
    json: own("secretsmanager", (value) => ({ jsonValue: { b: "x", a: value } })),
    generate: own("secretsmanager", () => ({ generate: {} })),
    generateJson: own("secretsmanager", (value) => ({
        generate: { jsonKey: "a", jsonValue: { b: value } },
    })),
    first: own("secretsmanager", (initialValue) => ({ external: { initialValue } })),
    later: own("secretsmanager", () => ({ external: {} })),
    ssmValue: own("ssm", (value) => ({ value })),
    ssmGenerate: own("ssm", () => ({ generate: {} })),
    ssmFirst: own("ssm", (initialValue) => ({ external: { initialValue } })),
    text: named("secretsmanager", ({ arn }) => ({ valueFrom: arn }), false),
    output: named("secretsmanager", ({ arn }) => ({ valueFrom: pulumi.output(arn) }), false),
    object: named("secretsmanager", ({ arn, key }) => ({ valueFrom: arn, kmsKeyId: key }), true),
    partial: named(
        "secretsmanager",
        ({ arn }) => ({ valueFrom: arn.replace(/-AbCdEf$/, "") }),
        false,
    ),
    parameterName: named(
        "ssm",
        ({ arn, key }) => ({ valueFrom: arn.replace(/^.*:parameter/, ""), kmsKeyId: key }),
        true,
    ),
    parameterArn: named("ssm", ({ arn, key }) => ({ valueFrom: arn, kmsKeyId: key }), true),
    secret: ofResource("secretsmanager", makeSecret, true),
    version: ofResource("secretsmanager", makeVersion, false),
    parameter: ofResource("ssm", makeParameter, true),
} satisfies Record<string, Kind>;

/** A secret of a generated program. */
export const sources = fc.record({
    kind: fc.constantFrom(...(Object.keys(KINDS) as (keyof typeof KINDS)[])),
    key: keys,
    isNamed: fc.boolean(),
    isOutput: fc.boolean(),
    isAdopted: fc.boolean(),
});

export type Source = typeof sources extends fc.Arbitrary<infer S> ? S : never;

/** What must become of a secret of a program. */
export interface Planned {
    readonly store: Kind["store"];
    /** The complete ARN of the secret, which the role must be allowed to read. */
    readonly arn: string;
    /** What the statement names. */
    readonly resource: string;
    /** The customer managed key that encrypts it. */
    readonly key?: string;
    /** The value that the program gives it. */
    readonly value?: string;
}

const arnIn = (store: Kind["store"], name: string) =>
    store === "ssm"
        ? arnOf("ssm", `parameter/${name}`)
        : arnOf("secretsmanager", `secret:${name}-AbCdEf`);

/** Makes the args of a secret that the component owns, and says what becomes of it. */
export function ownSecret(
    source: Source,
    index: string,
    logicalName: string,
): { args: SecretArgs; planned: Planned } {
    const { store, own: make } = KINDS[source.kind] as Kind;
    const value = `${CANARY}-${index}-`;
    const name = source.isNamed ? `app/${index}` : `${logicalName}-0a1b2c3`;
    const args = make?.(source.isOutput ? pulumi.secret(value) : value) ?? {};
    const arn = arnIn(store, name);
    const isGiven = JSON.stringify(make?.(value)).includes(value);
    return {
        args: {
            store,
            ...(source.isNamed && { name: store === "ssm" ? `/${name}` : name }),
            ...(source.key && { kmsKeyId: source.key }),
            ...args,
        },
        planned: {
            ...{ store, arn, resource: arn, key: source.key },
            ...(isGiven && { value }),
        },
    };
}

/** Says what a secret is that exists; one without a key in the args is looked up, if that can be. */
export function planExisting({ kind, key }: Source, index: string): Planned {
    const { store } = KINDS[kind] as Kind;
    const arn = arnIn(store, `there/${index}`);
    const resource = kind === "partial" ? arn.replace(/AbCdEf$/, "??????") : arn;
    return { store, arn, resource, key };
}

/** Makes the resource that a secret of the program is, if it is one. */
export function makeResource({ kind, key }: Source, index: string): SecretResource | undefined {
    return (KINDS[kind] as Kind).make?.(`there/${index}`, key);
}
