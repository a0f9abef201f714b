import { parseArn } from "../arn";
import { detectSecret } from "../detection";
import { findFileArnFindings } from "../plan/findings/find-environment-file-findings";
import { hasUnknownPart } from "../plaintext/unknown-part";
import { isPartialSecretArn, type ReferenceProblem } from "../reference";
import { parseValueFrom, WHITE_SPACE } from "../value-from";
import { findPlaceProblem } from "./find-place-problem";
import type { InjectionCertainty, TaskPlace } from "./injection-finding";
import { findCredentialsProblem } from "./parse-credentials";
import { findStandIn, isLost } from "./stand-in";

/** What is wrong with one value, and how sure that is. */
export interface ValueProblem extends ReferenceProblem {
    readonly certainty: InjectionCertainty;
}

/** What a value may be: a reference to a secret, credentials of a registry, a file of variables. */
export type ValueKind = "reference" | "credentials" | "file";

const PROBLEMS: Readonly<Record<ValueKind, (text: string) => ReferenceProblem | undefined>> = {
    reference: (text) => parseValueFrom(text).problem,
    credentials: findCredentialsProblem,
    file: (text) => {
        // A pattern is a name as well: an object's key may hold any character.
        const [finding] = findFileArnFindings(text.replace(/[*?]/g, "x"), "");
        return finding && { reason: `it ${finding.reason}`, remedy: finding.remedy };
    },
};

/** Finds what keeps AWS from reading what a value names; the worst alone. */
export function findValueProblem(
    kind: ValueKind,
    text: string,
    place: TaskPlace,
): ValueProblem | undefined {
    // Others say of a password in a reference's place that it is one; nobody shows it.
    const told = detectSecret("reference", "", text);
    const isTold = told.verdict === "secret" && told.certainty === "certain";
    if (hasUnknownPart(text) || isTold) {
        return undefined;
    }
    const problem = findStandIn(text) ?? PROBLEMS[kind](text);
    if (problem) {
        const hint = HINTS[parseArn(text)?.service ?? ""];
        const remedy = hint && kind !== "file" ? `${hint} ${problem.remedy}` : problem.remedy;
        return { ...problem, remedy, certainty: "certain" };
    }
    return kind === "file" ? undefined : findReferenceProblem(text, place);
}

/** What the ARN of another service was probably meant for. */
const HINTS: Readonly<Record<string, string | undefined>> = {
    iam: "The role belongs into executionRoleArn.",
    kms: "The key that encrypts a secret is found through it: name the secret.",
    rds: "The secret of a database is in its masterUserSecrets: name that.",
    s3: "A file of variables belongs under environmentFiles.",
};

function findReferenceProblem(text: string, place: TaskPlace): ValueProblem | undefined {
    const { reference } = parseValueFrom(text);
    if (text !== text.trimEnd()) {
        return { ...WHITE_SPACE, certainty: "certain" };
    }
    const problem = reference && findPlaceProblem(reference, place);
    if (problem || reference?.store !== "secretsmanager") {
        return problem && { ...problem, certainty: "certain" };
    }
    if (isPartialSecretArn(reference.arn)) {
        return PARTIAL;
    }
    const { jsonKey, versionStage, versionId } = reference;
    return [jsonKey, versionStage, versionId].some(isLost) ? NO_KEY : undefined;
}

/** Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html */
const PARTIAL: ValueProblem = {
    certainty: "likely",
    reason: "it is a partial ARN, without the hyphen and the six characters that AWS appends to a name: AWS may find another secret by it, and a policy that names the complete ARN does not match it",
    remedy: "Give the complete ARN, for example secret.arn.",
};

const NO_KEY: ValueProblem = {
    certainty: "likely",
    reason: "its JSON key or version is what a program writes where it has none: undefined, a placeholder",
    remedy: "Leave the field empty: `ARN:::` is the whole secret.",
};
