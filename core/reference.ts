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

/** What `parseValueFrom` answers. */
export type ParsedReference =
    | { readonly reference: SecretReference; readonly problem?: undefined }
    | { readonly reference?: undefined; readonly problem: ReferenceProblem };

/** Writes a reference as `valueFrom`; the inverse of `parseValueFrom`. */
export function renderValueFrom(reference: SecretReference): string {
    if (reference.store === "ssm") {
        return reference.arn ?? reference.name;
    }
    const { arn, jsonKey, versionStage, versionId } = reference;
    // The plain ARN where it is enough: agents before 1.37 know no other form.
    return jsonKey || versionStage || versionId
        ? [arn, jsonKey ?? "", versionStage ?? "", versionId ?? ""].join(":")
        : arn;
}

/**
 * Whether a Secrets Manager ARN lacks the six random characters that AWS appends to the name, or
 * the pattern for them. A name that itself ends in a hyphen and six characters hides it.
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html
 */
export function isPartialSecretArn(arn: string): boolean {
    return !/-([A-Za-z0-9]{6}|\?{6})$/.test(arn);
}
