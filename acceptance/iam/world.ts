import {
    evaluateIdentity,
    managedPolicyDocument,
    parseNamedPolicy,
    type AccessRequest,
    type NamedPolicy,
    type Verdict,
} from "../../core";

/** A role with its identity policies, and what it asks for. */
export interface World {
    readonly name: string;
    readonly action: string;
    readonly resource: string;
    readonly policies: readonly WorldPolicy[];
}

/** A policy that is written out, or one of AWS's own. */
export type WorldPolicy =
    | { readonly kind: "written"; readonly statements: readonly WorldStatement[] }
    | { readonly kind: "managed"; readonly arn: string };

/** A statement: of the elements with `Not` and those without it has one each. */
export interface WorldStatement {
    readonly effect: "Allow" | "Deny";
    readonly action: Element;
    readonly resource: Element;
    readonly condition?: WorldCondition;
}

/** `Action` or `NotAction`, `Resource` or `NotResource`. */
export interface Element {
    readonly isNegated: boolean;
    readonly texts: readonly string[];
}

/** A condition of which it is known, by how it was made, whether it holds. */
export interface WorldCondition {
    readonly json: Readonly<Record<string, object>>;
    readonly holds: boolean;
}

/** The account of all worlds: moto's own, which is AWS's example. */
export const ACCOUNT = "123456789012";

/** The tags of the role, which policy variables stand for. */
export const PRINCIPAL_TAGS: Readonly<Record<string, string>> = { team: "app" };

/** Asks core/iam. */
export function answerOfCore(world: World): Verdict["answer"] {
    return evaluateIdentity(requestOf(world), world.policies.map(toNamedPolicy)).answer;
}

/** The document of a written policy. A list of one is written without its brackets. */
export function renderDocument(statements: readonly object[]): string {
    return JSON.stringify({
        Version: "2012-10-17",
        Statement: statements.length === 1 ? statements[0] : statements,
    });
}

/** A statement as it stands in a document. */
export function renderStatement(statement: WorldStatement): object {
    const { effect, action, resource, condition } = statement;
    return {
        Effect: effect,
        [action.isNegated ? "NotAction" : "Action"]: oneOrMany(action.texts),
        [resource.isNegated ? "NotResource" : "Resource"]: oneOrMany(resource.texts),
        ...(condition && { Condition: condition.json }),
    };
}

function oneOrMany(texts: readonly string[]): string | readonly string[] {
    return texts.length === 1 ? texts[0] : texts;
}

function requestOf({ action, resource }: World): AccessRequest {
    const ofKms: AccessRequest["context"] = action.startsWith("kms:")
        ? {
              "kms:ViaService": ["secretsmanager.eu-west-1.amazonaws.com"],
              "kms:EncryptionContext:SecretARN": [
                  `arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:secret:app/db-AbCdEf`,
              ],
          }
        : {};
    return {
        action,
        resource,
        principalArn: `arn:aws:iam::${ACCOUNT}:role/app-execution`,
        principalTags: PRINCIPAL_TAGS,
        context: {
            "aws:RequestedRegion": ["eu-west-1"],
            "aws:ResourceTag/team": ["app"],
            "aws:ResourceTag/*": [],
            ...ofKms,
        },
    };
}

function toNamedPolicy(policy: WorldPolicy, index: number): NamedPolicy {
    if (policy.kind === "managed") {
        return managedPolicyDocument(policy.arn);
    }
    const named = parseNamedPolicy(
        `policy-${index + 1}`,
        renderDocument(policy.statements.map(renderStatement)),
    );
    if (named.kind === "unknown") {
        // A world that AWS would refuse shows nothing.
        throw new Error(`a generated policy is malformed: ${named.why}`);
    }
    return named;
}
