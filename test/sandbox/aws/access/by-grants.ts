import type { KeptAccount } from "../kept/kept-account";
import { keyFor, READ, readAlone } from "./by-keys";
import { denied, KMS, ROLE, type Arns, type World } from "./world";

const grant =
    (inputs: object = {}) =>
    (account: KeptAccount, { key }: Arns) => {
        account.make("aws:kms/grant:Grant", {
            keyId: key,
            granteePrincipal: ROLE,
            operations: ["Decrypt"],
            ...inputs,
        });
    };
const context = (context: object) => ({ constraints: [context] });

/** What grants of the key decide: the end of `runs when …` or `stops when …`, and what it says. */
export const byGrants: Record<string, [Partial<World>, string?]> = {
    "a grant gives its role the key": [{ role: readAlone, then: grant() }],
    "a grant gives its role the key that leaves nothing to the account": [
        { role: readAlone, key: keyFor({ AWS: "210987654321" }), then: grant() },
    ],
    "a grant gives another role the key": [
        {
            role: readAlone,
            then: grant({ granteePrincipal: "arn:aws:iam::123456789012:role/other" }),
        },
        KMS,
    ],
    "a grant gives its role the key to encrypt": [
        { role: readAlone, then: grant({ operations: ["Encrypt"] }) },
        KMS,
    ],
    "a grant gives its role the key for the secret alone": [
        {
            role: readAlone,
            then: (account, arns) => {
                grant(context({ encryptionContextSubset: { SecretARN: arns.secret } }))(
                    account,
                    arns,
                );
            },
        },
    ],
    "a grant gives its role the key for another secret alone": [
        {
            role: readAlone,
            then: grant(context({ encryptionContextSubset: { SecretARN: "another" } })),
        },
        KMS,
    ],
    "a grant asks for an encryption context that has no version": [
        {
            role: readAlone,
            then: (account, arns) => {
                grant(context({ encryptionContextEquals: { SecretARN: arns.secret } }))(
                    account,
                    arns,
                );
            },
        },
        KMS,
    ],
    "a grant is revoked": [
        {
            role: readAlone,
            then: (account, { key }) => {
                const token = "aws:kms/grant:Grant";
                const inputs = { keyId: key, granteePrincipal: ROLE, operations: ["Decrypt"] };
                account.discard(token, account.make(token, inputs));
            },
        },
        KMS,
    ],
    "a grant gives its role the key, and a Deny of the role takes it": [
        { role: () => [READ, denied("kms:Decrypt")], then: grant() },
        KMS,
    ],
};
