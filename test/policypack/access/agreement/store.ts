import { TYPES } from "../../../../policypack/stack/types";
import type { Properties } from "../../../../sandbox/aws/resource-type";
import { accountMarks, fill, render, renderAll, type Marks } from "./marks";
import type { Injection } from "./plan";
import { OWN, STRANGER, type Made, type Program } from "./program";

/** What was made of an injection. */
export interface Stored {
    readonly marks: Marks;
    readonly valueFrom: string;
    /** Makes what names the role: policies that are resources of their own, and grants. */
    readonly makeRest: () => void;
}

/** Makes resources where an injection is, by short names. */
type Make = (type: keyof typeof TYPES, inputs: Properties) => Made;

const TAGS = { team: "web" };

/** Makes a secret or parameter with its key; before there is the role nothing may name it. */
export function store(
    program: Program,
    injection: Injection,
    index: number,
    hasRole: boolean,
): Stored {
    const account = injection.where === "another account" ? STRANGER : OWN;
    const region = injection.where === "another region" ? "eu-west-1" : "us-east-1";
    const make: Make = (type, inputs) =>
        program.make(TYPES[type], `${type}${index}`, { region, ...inputs }, account);
    const name = `web/db${index}`;
    const marks = placeMarks(injection, account, region, index);
    const early = (policy: Injection["keyPolicy"]) =>
        policy && hasRole && !injection.hasPolicyResources ? render(policy, marks) : undefined;
    const keyPolicy = early(injection.keyPolicy);
    const key = makeKey(make, injection, marks["alias-name"], keyPolicy);
    const secretPolicy = early(injection.secretPolicy);
    const arn = makeSecret(make, injection, name, { key: key?.id, policy: secretPolicy });
    const all: Marks = {
        ...marks,
        arn,
        "arn-cut": arn.slice(0, -1),
        unsuffixed: injection.store === "ssm" ? arn : arn.slice(0, -7),
        key: key?.arn ?? marks["other-key"],
        "key-cut": (key?.arn ?? marks["other-key"]).slice(0, -1),
    };
    return {
        marks: all,
        valueFrom: referenceTo(injection, arn, name),
        makeRest: () => {
            if (injection.keyPolicy && keyPolicy === undefined) {
                const policy = renderAll(injection.keyPolicy, all);
                make("keyPolicy", { keyId: key?.arn, policy });
            }
            if (injection.secretPolicy && secretPolicy === undefined) {
                const policy = renderAll(injection.secretPolicy, all);
                make("secretPolicy", { secretArn: arn, policy });
            }
            makeGrants(program, injection, all, account);
        },
    };
}

function placeMarks({ store }: Injection, account: string, region: string, index: number): Marks {
    const at = `${region}:${account}`;
    const other = store === "ssm" ? "parameter/web/other" : "secret:web/other-AbCdEf";
    return {
        ...accountMarks(account),
        region,
        store,
        "not-store": store === "ssm" ? "secretsmanager" : "ssm",
        context: store === "ssm" ? "PARAMETER_ARN" : "SecretARN",
        other: `arn:aws:${store}:${at}:${other}`,
        "other-key": `arn:aws:kms:${at}:key/01234567-89ab-4def-8123-456789abcdef`,
        alias: `arn:aws:kms:${at}:alias/db${index}`,
        "alias-name": `alias/db${index}`,
    };
}

/** The key, by its ARN and by what the secret names it by; none where it is one of AWS's. */
function makeKey(
    make: Make,
    { key: kind }: Injection,
    name: string,
    policy: string | undefined,
): { arn: string; id: string } | undefined {
    if (kind === "default" || kind === "managed alias") {
        return undefined;
    }
    const made = make("key", { description: "made up", tags: TAGS, policy });
    const arn = String(made.outputs.arn);
    if (kind === "own") {
        return { arn, id: arn };
    }
    make("alias", { name, targetKeyId: made.outputs.keyId });
    return { arn, id: name };
}

/** The secret or parameter, by its ARN. */
function makeSecret(
    make: Make,
    { store, key: kind }: Injection,
    name: string,
    { key, policy }: { key?: string; policy?: string },
): string {
    const keyId = kind === "managed alias" ? `alias/aws/${store}` : key;
    if (store === "ssm") {
        const inputs = { name: `/${name}`, type: "SecureString", value: "made-up", tags: TAGS };
        return String(make("parameter", { ...inputs, keyId }).outputs.arn);
    }
    const { id } = make("secret", { name, kmsKeyId: keyId, policy, tags: TAGS });
    make("secretVersion", { secretId: id, secretString: '{"password":"made-up"}' });
    return id;
}

/** A parameter of another region has no name here. */
function referenceTo({ store, reference, where }: Injection, arn: string, name: string): string {
    if (store === "ssm") {
        return reference === "name" && where === "here" ? `/${name}` : arn;
    }
    switch (reference) {
        case "json key":
            return `${arn}:password::`;
        case "stage":
            return `${arn}::AWSCURRENT:`;
        case "partial":
            // From another account AWS takes the complete ARN alone.
            return where === "another account" ? arn : arn.slice(0, -7);
        default:
            return arn;
    }
}

function makeGrants(program: Program, { grants }: Injection, marks: Marks, account: string): void {
    grants.forEach(({ grantee, operations, constraint }, index) => {
        const constraints = constraint && [fill(constraint, marks)];
        program.make(
            TYPES.keyGrant,
            `grant${index} of ${marks.key}`,
            {
                name: `grant${index}`,
                region: marks.region,
                keyId: marks.key,
                granteePrincipal: fill(grantee, marks),
                operations,
                constraints,
            },
            account,
        );
    });
}
