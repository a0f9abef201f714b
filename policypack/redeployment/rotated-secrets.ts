import type { PolicyResource } from "@pulumi/policy";
import { compare, parseArn, secretBehind, type SecretReference } from "../../core";
import { rawValue, readList, readText } from "../stack/decode";
import { knownText, TYPES, type StackModel } from "../stack/model";
import { findSecret, NAMES_OF_SECRET } from "../stack/secrets";

/** A secret that changes outside of the program, on a schedule. */
export interface RotatedSecret {
    /** What it is and what rotates it, for a person. */
    readonly what: string;
    readonly by: string;
    /** The secret, if it is a resource of the stack. */
    readonly secret?: PolicyResource;
    /** Its ARN, while that is known. */
    readonly arn?: string;
}

/** A resource whose service rotates the password that it makes. */
interface ManagedPassword {
    /** The property that asks for it. */
    readonly flag: string;
    /** Where the ARN of the secret is: a property, or a list of objects with one. */
    readonly arn: string | readonly [list: string, property: string];
}

const MASTER_USER: ManagedPassword = {
    flag: "manageMasterUserPassword",
    arn: ["masterUserSecrets", "secretArn"],
};

/**
 * The resources with managed rotation, which goes on unless somebody ends it.
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_managed.html
 */
const MANAGED_PASSWORDS: Readonly<Record<string, ManagedPassword>> = {
    "aws:docdb/cluster:Cluster": MASTER_USER,
    "aws:rds/cluster:Cluster": MASTER_USER,
    "aws:rds/instance:Instance": MASTER_USER,
    "aws:redshift/cluster:Cluster": {
        flag: "manageMasterPassword",
        arn: "masterPasswordSecretArn",
    },
    "aws:redshiftserverless/namespace:Namespace": {
        flag: "manageAdminPassword",
        arn: "adminPasswordSecretArn",
    },
};

const ROTATIONS = [TYPES.secretRotation, "aws-native:secretsmanager:RotationSchedule"];

/** Tells which rotated secret of a stack a reference names, if any. */
export type FindRotated = (reference: SecretReference) => RotatedSecret | undefined;

/** Lists the rotated secrets of a stack, and gives what finds them again. */
export function indexRotated(model: StackModel): FindRotated {
    const all = [...listRotations(model), ...listManaged(model)];
    const byUrn = new Map(all.map((one) => [one.secret?.urn, one]));
    const byArn = new Map(all.map((one) => [one.arn, one]));
    const [located] = all.map(({ arn }) => parseArn(arn ?? "")).filter((arn) => arn !== undefined);
    return (reference) => {
        // Parameter Store hands on secrets of Secrets Manager under a name of its own.
        const behind = located && secretBehind(reference, located);
        const read = behind ? withoutPattern(behind) : reference;
        const secret = findSecret(model, read);
        return (
            (secret && byUrn.get(secret.urn)) ??
            (read.arn === undefined ? undefined : byArn.get(read.arn))
        );
    };
}

function withoutPattern(reference: SecretReference): SecretReference {
    return reference.store === "ssm"
        ? reference
        : { ...reference, arn: reference.arn.replace(/-\?{6}$/, "") };
}

function listRotations(model: StackModel): RotatedSecret[] {
    return ROTATIONS.flatMap((type) => model.ofType(type)).map((rotation) => {
        const secret = model.referred(rotation, "secretId", [TYPES.secret], NAMES_OF_SECRET);
        const arn = knownText(secret ?? rotation, secret ? "arn" : "secretId");
        const what = `secret ${secret?.name ?? arn ?? ""}`;
        return { what, by: `rotation ${rotation.name}`, secret, arn };
    });
}

function listManaged(model: StackModel): RotatedSecret[] {
    return Object.entries(MANAGED_PASSWORDS).flatMap(([type, { flag, arn }]) =>
        model
            .ofType(type)
            .filter(({ props }) => rawValue(props, flag) === true)
            .flatMap(({ name, props }) => {
                const [service] = type.replace("aws:", "").split("/");
                const by = `the service of ${service} ${name} (${flag})`;
                const what = `the password that ${service} ${name} manages`;
                return readArns(props, arn).map((its) => ({ what, by, arn: its }));
            }),
    );
}

function readArns(props: object, arn: ManagedPassword["arn"]): string[] {
    const readings =
        typeof arn === "string"
            ? [readText(props, arn)]
            : listEntries(props, arn[0]).map((entry) => readText(entry, arn[1]));
    return readings.flatMap((one) => (one.kind === "known" ? one.text : [])).sort(compare);
}

function listEntries(props: object, name: string): readonly object[] {
    const list = readList(props, name);
    return list === "unknown" ? [] : list;
}
