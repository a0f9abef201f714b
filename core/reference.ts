import { parseArn } from "./arn";

/**
 * A secret as a container definition names it in `valueFrom`, taken apart.
 * What is written into the task definition and what the execution role must be allowed to read are
 * both rendered from this one model, so that they cannot drift apart.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html
 */
export type SecretReference = SecretsManagerReference | ParameterReference;

/** The stores that Amazon ECS injects from. */
export const SECRET_STORES = ["secretsmanager", "ssm"] as const;

/** One of {@link SECRET_STORES}. */
export type SecretStore = (typeof SECRET_STORES)[number];

/** A secret in AWS Secrets Manager. */
export interface SecretsManagerReference {
    readonly store: "secretsmanager";
    /** The ARN of the secret, without JSON key, version stage and version id. */
    readonly arn: string;
    readonly jsonKey?: string;
    readonly versionStage?: string;
    readonly versionId?: string;
}

/** A parameter in SSM Parameter Store, by ARN or by name (then in the task's own region). */
export interface ParameterReference {
    readonly store: "ssm";
    readonly arn?: string;
    readonly name: string;
}

/** Why a text is no reference, and what to write instead. */
export interface ReferenceProblem {
    readonly reason: string;
    readonly remedy: string;
}

/** What {@link parseValueFrom} answers. */
export type ParsedReference =
    | { readonly reference: SecretReference; readonly problem?: undefined }
    | { readonly reference?: undefined; readonly problem: ReferenceProblem };

const FORMS =
    "a complete Secrets Manager ARN (arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-AbCdEf), " +
    "that ARN with :json-key:version-stage:version-id, an SSM parameter ARN, or a parameter name";

/** Parses a `valueFrom` exactly as Amazon ECS reads it. */
export function parseValueFrom(text: string): ParsedReference {
    if (text === "") {
        return problem("valueFrom is empty", `Give ${FORMS}.`);
    }
    if (!text.startsWith("arn:")) {
        return parseParameterName(text);
    }
    const arn = parseArn(text);
    if (arn?.service === "secretsmanager" && arn.resource.startsWith("secret:")) {
        return parseSecretArn(text);
    }
    if (arn?.service === "ssm" && /^parameter\/[^/]/.test(arn.resource)) {
        return parseParameterArn(text, arn.resource);
    }
    if (arn?.service === "ssm" && arn.resource.startsWith("parameter//")) {
        return problem(
            "the parameter ARN has two slashes after `parameter`",
            "The ARN of parameter /a/b ends in parameter/a/b, with one slash.",
        );
    }
    return problem("the ARN is neither a secret's nor a parameter's", `Give ${FORMS}.`);
}

/** Writes a reference as `valueFrom`; the inverse of {@link parseValueFrom}. */
export function renderValueFrom(reference: SecretReference): string {
    if (reference.store === "ssm") {
        return reference.arn ?? reference.name;
    }
    const { arn, jsonKey, versionStage, versionId } = reference;
    // The plain ARN where it is enough: agents before 1.37 know no other form.
    return jsonKey === undefined && versionStage === undefined && versionId === undefined
        ? arn
        : [arn, jsonKey ?? "", versionStage ?? "", versionId ?? ""].join(":");
}

/**
 * Whether a Secrets Manager ARN lacks the six random characters that AWS appends to the name.
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html
 */
export function isPartialSecretArn(arn: string): boolean {
    return !/-[A-Za-z0-9]{6}$/.test(arn);
}

/** The part of a parameter's ARN after `parameter/`: the name without its leading slash. */
export function parameterPath(name: string): string {
    return name.replace(/^\//, "");
}

function parseSecretArn(text: string): ParsedReference {
    const parts = text.split(":");
    const arn = parts.slice(0, 7).join(":");
    if (parts[6] === "") {
        return problem("the secret ARN has no name", `Give ${FORMS}.`);
    }
    if (parts.length === 7) {
        return { reference: { store: "secretsmanager", arn } };
    }
    if (parts.length !== 10) {
        return problem(
            `the secret ARN carries ${parts.length - 7} of the three fields :json-key:version-stage:version-id`,
            "Write all three, empty ones as well: `ARN:json-key::` for a JSON key alone.",
        );
    }
    const [jsonKey, versionStage, versionId] = parts.slice(7).map((part) => part || undefined);
    if (versionStage !== undefined && versionId !== undefined) {
        return problem(
            "the reference names a version stage and a version id",
            "Name one of the two, or none for AWSCURRENT.",
        );
    }
    return {
        reference: {
            store: "secretsmanager",
            arn,
            ...(jsonKey !== undefined && { jsonKey }),
            ...(versionStage !== undefined && { versionStage }),
            ...(versionId !== undefined && { versionId }),
        },
    };
}

function parseParameterArn(text: string, resource: string): ParsedReference {
    const path = resource.slice("parameter/".length);
    const parsed = parseParameterName(path.includes("/") ? `/${path}` : path);
    return parsed.problem
        ? parsed
        : { reference: { ...(parsed.reference as ParameterReference), arn: text } };
}

/** Source: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html */
export function parseParameterName(name: string): ParsedReference {
    if (name.includes(":")) {
        return problem(
            "Amazon ECS takes no version or label after a parameter name",
            "Name the parameter alone; Amazon ECS reads its latest version.",
        );
    }
    if (!/^[A-Za-z0-9_.\-/]+$/.test(name) || (name.includes("/") && !/^(\/[^/]+)+$/.test(name))) {
        return problem(
            "this is no parameter name (letters, digits, . - _ and, from the first character on, / between levels)",
            `Give ${FORMS}.`,
        );
    }
    if (/^\/?(aws|ssm)/i.test(name) && !name.startsWith("/aws/reference/secretsmanager/")) {
        return problem("a parameter name may not begin with aws or ssm", "Name it otherwise.");
    }
    return { reference: { store: "ssm", name } };
}

function problem(reason: string, remedy: string): ParsedReference {
    return { problem: { reason, remedy } };
}
