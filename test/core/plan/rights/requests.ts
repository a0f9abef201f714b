import {
    evaluateIdentity,
    parseNamedPolicy,
    type AccessRequest,
    type EnvironmentFile,
    type InjectedSecret,
    type Location,
    type RenderedDocument,
} from "../../../../core";

const ROLE = "arn:aws:iam::123456789012:role/web-execution-role";
/** What AWS appends to a name that a partial ARN ends with. */
const SUFFIX = "-Qq0Qq0";
const SECRET_PATH = "/aws/reference/secretsmanager/";

const request = (
    action: string,
    resource: string,
    context: AccessRequest["context"] = {},
): AccessRequest => ({ action, resource, principalArn: ROLE, context });

function decrypt(store: string, keyArn: string, contextKey: string, arn: string): AccessRequest {
    const region = keyArn.split(":")[3];
    return request("kms:Decrypt", keyArn, {
        "kms:ViaService": [`${store}.${region}.amazonaws.com`],
        [`kms:EncryptionContext:${contextKey}`]: [arn],
    });
}

function requestsOfSecret(arn: string, kmsKeyArn: string | undefined): AccessRequest[] {
    return [
        request("secretsmanager:GetSecretValue", arn),
        ...(kmsKeyArn ? [decrypt("secretsmanager", kmsKeyArn, "SecretARN", arn)] : []),
    ];
}

/**
 * What is asked of AWS while a secret is read: written here anew, from what AWS says of ARNs and
 * of encryption contexts, and not with the code under test.
 */
export function requestsOf(
    { reference, kmsKeyArn }: InjectedSecret,
    { partition, region, account }: Location,
    parameterActions = ["ssm:GetParameters"],
): AccessRequest[] {
    if (reference.store === "secretsmanager") {
        const isPartial = !/-[A-Za-z0-9]{6}$/.test(reference.arn);
        return requestsOfSecret(isPartial ? reference.arn + SUFFIX : reference.arn, kmsKeyArn);
    }
    const { name } = reference;
    const arn =
        reference.arn ??
        `arn:${partition}:ssm:${region}:${account}:parameter/${name.replace(/^\//, "")}`;
    const reads = parameterActions.map((action) => request(action, arn));
    if (name.startsWith(SECRET_PATH)) {
        const [prefix, where, , ...home] = arn.split(":");
        const secretName = `${name.slice(SECRET_PATH.length)}${SUFFIX}`;
        const [homeRegion, homeAccount] = home;
        const secret = [
            prefix,
            where,
            "secretsmanager",
            homeRegion,
            homeAccount,
            "secret",
            secretName,
        ];
        return [...reads, ...requestsOfSecret(secret.join(":"), kmsKeyArn)];
    }
    return kmsKeyArn ? [...reads, decrypt("ssm", kmsKeyArn, "PARAMETER_ARN", arn)] : reads;
}

/** What is asked of AWS while an environment file is read, with a bucket key and without. */
export function requestsOfFile({ arn, kmsKeyArn }: EnvironmentFile): AccessRequest[] {
    const bucket = arn.slice(0, arn.indexOf("/"));
    return [
        request("s3:GetObject", arn),
        request("s3:GetBucketLocation", bucket),
        ...(kmsKeyArn
            ? [arn, bucket].map((context) => decrypt("s3", kmsKeyArn, "aws:s3:arn", context))
            : []),
    ];
}

/** Tells whether documents, together all that a role has, allow a request for certain. */
export function accessBy(
    documents: readonly RenderedDocument[],
): (asked: AccessRequest) => boolean {
    const policies = documents.map((document, at) => parseNamedPolicy(`policy ${at}`, document));
    return (asked) => evaluateIdentity(asked, policies).answer === "allowed";
}

/** The document without one of its statements. */
export function without(document: RenderedDocument, at: number): RenderedDocument {
    return { ...document, Statement: document.Statement.filter((_, index) => index !== at) };
}
