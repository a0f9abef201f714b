import { parseArn } from "./arn";
import { parseReadableName } from "./parameter-name";
import type { ParameterReference, ParsedReference, ReferenceProblem } from "./reference";
import { GIVE_A_REFERENCE, problem } from "./reference-problem";

/** The remedy for what belongs to a secret and does not name it. */
const NAME_THE_SECRET = "Name the secret; the key that encrypts it is found through it.";

/** What is wrong with white space around a reference, which Amazon ECS reads as a part of it. */
export const WHITE_SPACE: ReferenceProblem = {
    reason: "there is white space before or after the reference",
    remedy: "Take it away.",
};

/** What JavaScript writes for no value; Amazon ECS would look for a parameter of that name. */
const NOTHING: readonly string[] = ["undefined", "null", "NaN"];

/** Parses a `valueFrom` exactly as Amazon ECS reads it. */
export function parseValueFrom(text: string): ParsedReference {
    if (text === "") {
        return problem("valueFrom is empty", GIVE_A_REFERENCE);
    }
    if (NOTHING.includes(text)) {
        return problem(
            "it is what a program writes where it has no value",
            "Give the ARN of the secret there; a parameter that is called so, by its ARN.",
        );
    }
    // What follows three colons is the user's own.
    if (text !== (text.split(":").length < 10 ? text.trim() : text.trimStart())) {
        return { problem: WHITE_SPACE };
    }
    if (!text.startsWith("arn:")) {
        return text.startsWith("alias/")
            ? problem("the text is the alias of a KMS key", NAME_THE_SECRET)
            : parseReadableName(text);
    }
    // What follows the secret's name is the user's own: a JSON key may hold a space.
    const arn = parseArn(text.split(":").slice(0, 7).join(":"));
    if (!arn) {
        return problem("the text begins with arn: and is no ARN", GIVE_A_REFERENCE);
    }
    const isSecret = arn.service === "secretsmanager" && arn.resource.startsWith("secret:");
    const isParameter = arn.service === "ssm" && /^parameter\/[^/]/.test(arn.resource);
    if ((isSecret || isParameter) && !(arn.region && /^\d+$/.test(arn.account))) {
        return problem("the ARN lacks its region or its account", GIVE_A_REFERENCE);
    }
    if (isSecret) {
        return parseSecretArn(text);
    }
    if (isParameter) {
        return parseParameterArn(text, arn.resource);
    }
    if (arn.service === "ssm" && arn.resource.startsWith("parameter//")) {
        return problem(
            "the parameter ARN has two slashes after `parameter`",
            "The ARN of parameter /a/b ends in parameter/a/b, with one slash.",
        );
    }
    return problem("the ARN is neither a secret's nor a parameter's", GIVE_A_REFERENCE);
}

function parseSecretArn(text: string): ParsedReference {
    const parts = text.split(":");
    const arn = parts.slice(0, 7).join(":");
    if (parts[6] === "") {
        return problem("the secret ARN has no name", GIVE_A_REFERENCE);
    }
    if (parts[6].includes("|")) {
        return problem(
            "the text is the id that Pulumi gives a SecretVersion: an ARN and a version id, with a bar between them",
            "Give the version's `arn`, and after `:::` its `versionId` if that very version is meant.",
        );
    }
    // The role's policy names the secret as it stands here: a pattern would widen the right.
    if (!/^[A-Za-z0-9/_+=.@!-]+$/.test(parts[6])) {
        return problem(
            "the secret's name holds what no secret's name may hold",
            "Name one secret, with letters, digits and / _ + = . @ ! - alone.",
        );
    }
    if (parts.length === 7) {
        return { reference: { store: "secretsmanager", arn } };
    }
    if (parts.length > 10) {
        return problem(
            `the secret ARN carries ${parts.length - 7} fields after the secret's name, and Amazon ECS reads three`,
            "Name a JSON key without a colon: `ARN:json-key:version-stage:version-id`.",
        );
    }
    if (parts.length < 10) {
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
    if (text.split(":").length === 9) {
        return problem(
            "Amazon ECS reads no JSON key out of a parameter",
            "Name the parameter alone, and keep one value in it; a JSON key can be read out of a secret of Secrets Manager.",
        );
    }
    const parsed = parseReadableName(path.includes("/") ? `/${path}` : path);
    return parsed.problem
        ? parsed
        : { reference: { ...(parsed.reference as ParameterReference), arn: text } };
}
