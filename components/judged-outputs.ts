import * as pulumi from "@pulumi/pulumi";
import {
    findKeyArnFindings,
    findPlaintextFinding,
    joinPath,
    parseParameterName,
    parseValueFrom,
    secretFieldFinding,
    secretPlaintextFinding,
    type Finding,
} from "../core";
import type { SecretArgs, SecretInjectedServiceArgs } from "./args";
import type { ContainerArgs } from "./args";
import { isOutput } from "./describe-args";

/** An Output of the args that must be judged when it resolves. */
export interface JudgedOutput {
    readonly path: string;
    readonly value: pulumi.Output<unknown>;
    /** What there is to say if the value is a Pulumi secret, known or not; it is not read then. */
    readonly ifSecret?: Finding;
    /** What there is to say of the value; absent if it may be anything. */
    readonly find?: (text: string, isSecret: boolean) => Finding[];
}

/** Lists the Outputs of the args that validation of the plain values could not see into. */
export function listJudgedOutputs(args: SecretInjectedServiceArgs): JudgedOutput[] {
    return [
        ...Object.entries(args.secrets ?? {}).flatMap(([key, secret]) =>
            listOfSecret(secret, joinPath("secrets", key)),
        ),
        ...Object.entries(args.containers).flatMap(([name, container]) =>
            listOfContainer(container, joinPath("containers", name)),
        ),
    ];
}

/**
 * Judges an Output. What is not known during preview is judged at update, and does not keep the
 * others from being judged: `isSecret` of a derived Output resolves either way.
 */
export async function judgeOutput({
    path,
    value,
    ifSecret,
    find,
}: JudgedOutput): Promise<Finding[]> {
    const isSecret = await pulumi.isSecret(value);
    if (isSecret && ifSecret) {
        return [ifSecret];
    }
    const findings: Finding[] = [];
    const judged = value.apply((text) => {
        if (find && typeof text !== "string") {
            findings.push({ path, reason: "must be a string", remedy: "Give a string." });
        } else if (find) {
            findings.push(...find(text as string, isSecret));
        }
    });
    await pulumi.isSecret(judged);
    return findings;
}

function listOfSecret({ store, name, kmsKeyId }: SecretArgs, path: string): JudgedOutput[] {
    const namePath = joinPath(path, "name");
    const keyPath = joinPath(path, "kmsKeyId");
    return [
        ...(store === "ssm" ? listOutputs({ name }, path) : []).map((output) => ({
            ...output,
            find: (text: string) => problemOf(parseParameterName(text), namePath),
        })),
        ...listOutputs({ kmsKeyId }, path).map((output) => ({
            ...output,
            find: (text: string) => findKeyArnFindings(text, keyPath),
        })),
    ];
}

function listOfContainer(container: ContainerArgs, path: string): JudgedOutput[] {
    const { environment, secrets, logConfiguration, ...rest } = container;
    const logPath = joinPath(path, "logConfiguration");
    const { logDriver, options, secretOptions } = logConfiguration ?? {};
    return [
        ...listPlaintext(environment, joinPath(path, "environment"), "secrets"),
        ...listPlaintext(options, joinPath(logPath, "options"), "secretOptions"),
        ...listReferences(secrets, joinPath(path, "secrets")),
        ...listReferences(secretOptions, joinPath(logPath, "secretOptions")),
        // A command, a health check and the like are as plain as environment is.
        ...listFields(rest, path),
        ...listFields({ logDriver }, logPath),
    ];
}

/** Lists the fields that nothing can be injected into, whole: an Output may stand inside. */
function listFields(fields: object, path: string): JudgedOutput[] {
    return Object.entries(fields)
        .filter(([, value]) => typeof value === "object")
        .map(([field, value]) => ({
            path: joinPath(path, field),
            value: pulumi.output<unknown>(value),
            ifSecret: secretFieldFinding(joinPath(path, field), field),
        }));
}

function listPlaintext(
    record: object | undefined,
    path: string,
    instead: "secrets" | "secretOptions",
): JudgedOutput[] {
    return listOutputs(record, path).map((output) => ({
        ...output,
        ifSecret: secretPlaintextFinding(output.path, instead),
        find: (text) => findPlaintextFinding(output.name, text, output.path, instead),
    }));
}

function listReferences(record: object | undefined, path: string): JudgedOutput[] {
    return listOutputs(record, path).map((output) => ({
        ...output,
        // The value of a secret often reads as the name of a parameter.
        find: (text, isSecret) =>
            isSecret && !text.startsWith("arn:")
                ? [secretReferenceFinding(output.path)]
                : problemOf(parseValueFrom(text), output.path),
    }));
}

function listOutputs(record: object = {}, path: string) {
    return Object.entries(record)
        .filter(([, value]) => isOutput(value))
        .map(([name, value]) => ({
            name,
            path: joinPath(path, name),
            value: pulumi.output<unknown>(value),
        }));
}

function problemOf({ problem }: ReturnType<typeof parseValueFrom>, path: string): Finding[] {
    return problem ? [{ path, ...problem }] : [];
}

function secretReferenceFinding(path: string): Finding {
    return {
        path,
        reason: "is a Pulumi secret, and what stands here is written in plaintext",
        remedy: "Give the ARN or name of a secret, not its value; or keep the value in the service's secrets and refer to it by { secret: key }.",
    };
}
