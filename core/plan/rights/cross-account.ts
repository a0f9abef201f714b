import { parseArn } from "../../arn";
import { compare } from "../../finding";
import type { Location } from "./location";
import type { InjectedSecret } from "./secret-statements";
import { renderDocument, type RenderedDocument } from "./statement";
import { viaServices } from "./store-facts";

/** A statement of a resource policy: it names whom it is for. */
export interface RenderedResourceStatement {
    readonly Effect: "Allow";
    readonly Principal: { readonly AWS: string };
    readonly Action: string | readonly string[];
    readonly Resource: "*";
    readonly Condition?: {
        readonly StringEquals: Readonly<Record<string, readonly string[]>>;
    };
}

/** What another account has to add, so that a role may read a secret there. */
export interface CrossAccountPolicies {
    /** The ARN of the secret. */
    readonly secret: string;
    /** The resource policy of the secret. */
    readonly secretPolicy: RenderedDocument<RenderedResourceStatement>;
    /** The key that encrypts the secret, if it is known. */
    readonly kmsKeyArn?: string;
    /** The statement to add to the policy of that key. */
    readonly keyPolicyStatement?: RenderedResourceStatement;
}

/**
 * Plans what other accounts have to add so that a role may read their secrets. Both sides must
 * allow across accounts; the role's side is the policy of the execution role. Parameters are not
 * here, for Amazon ECS injects none that another account shares.
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html
 */
export function planCrossAccountPolicies(
    secrets: readonly InjectedSecret[],
    roleArn: string,
    location: Location,
): CrossAccountPolicies[] {
    const keys = new Map<string, string | undefined>();
    for (const { reference, kmsKeyArn } of [...secrets].sort(compareKeys)) {
        if (reference.store === "secretsmanager" && isForeign(reference.arn, location)) {
            keys.set(reference.arn, kmsKeyArn);
        }
    }
    return [...keys]
        .sort(([a], [b]) => compare(a, b))
        .map(([secret, kmsKeyArn]) => ({
            secret,
            secretPolicy: renderDocument([allowRole(roleArn, "secretsmanager:GetSecretValue")]),
            ...(kmsKeyArn !== undefined && {
                kmsKeyArn,
                keyPolicyStatement: {
                    ...allowRole(roleArn, ["kms:Decrypt", "kms:DescribeKey"]),
                    Condition: {
                        StringEquals: {
                            "kms:ViaService": viaServices("secretsmanager", secret, location),
                        },
                    },
                },
            }),
        }));
}

/** In a resource policy, `*` is the resource that has the policy. */
function allowRole(roleArn: string, action: string | readonly string[]): RenderedResourceStatement {
    return { Effect: "Allow", Principal: { AWS: roleArn }, Action: action, Resource: "*" };
}

function isForeign(arn: string, location: Location): boolean {
    const account = parseArn(arn)?.account;
    return account !== undefined && account !== location.account;
}

/** A secret has one key: the last is taken, always the same of several, and none only if none is. */
function compareKeys(a: InjectedSecret, b: InjectedSecret): number {
    return compare(a.kmsKeyArn ?? "", b.kmsKeyArn ?? "");
}
