import { compare } from "../../finding";
import { renderStatement, type RenderedStatement } from "./statement";

/** The Sid of the decrypt statement of each key: numbered in the order of the keys if several. */
export function planDecryptSids(
    sid: string,
    kmsKeyArns: readonly (string | undefined)[],
): ReadonlyMap<string, string> {
    const keyArns = [...new Set(kmsKeyArns.flatMap((arn) => arn ?? []))].sort(compare);
    return new Map(
        keyArns.map((arn, index) => [arn, keyArns.length === 1 ? sid : `${sid}${index + 1}`]),
    );
}

/** What a decrypt statement is made of. */
export interface DecryptGrant {
    readonly sid: string;
    readonly keyArn: string;
    /** The values of `kms:ViaService`. */
    readonly viaService: readonly string[];
    readonly contextKey: string;
    /** The accepted values of the encryption context. */
    readonly contexts: readonly string[];
    /** Whether some of {@link contexts} are patterns. */
    readonly hasPattern: boolean;
}

/**
 * Writes a statement that allows decrypting with one key, through one service, for some ARNs.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
 */
export function renderDecryptStatement(grant: DecryptGrant): RenderedStatement {
    const { sid, keyArn, viaService, contextKey, contexts, hasPattern } = grant;
    const via = { "kms:ViaService": viaService };
    const context = { [contextKey]: contexts };
    return {
        ...renderStatement(sid, "kms:Decrypt", [keyArn]),
        Condition: hasPattern
            ? { StringEquals: via, StringLike: context }
            : { StringEquals: { ...via, ...context } },
    };
}
