import type { Stack } from "../../support/pack-stack";
import type { ReportedRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";
import { SECRET_ANSWER, shared, withKey } from "./stack";

const row = (name: string, stack: Stack, ...messages: string[]): ReportedRow => ({
    name,
    stack,
    messages,
    resource: "secret",
});

const seen = (state: string) =>
    `suspected: kmsKeyId: key key ${state}, as Pulumi last saw it. Use a key that is enabled; pulumi refresh looks again. ${SECRET_ANSWER}`;

const imported = (keyState: unknown, type = "aws:kms/externalKey:ExternalKey") =>
    withKey({ isEnabled: undefined, keyState }, type);

const NO_MATERIAL = `suspected: kmsKeyId: key key has no key material, as far as the program says. Give keyMaterialBase64, or import it before secrets use the key. ${SECRET_ANSWER}`;

/** What the policy on keys suspects, and does not stop. */
export const suspected: ReportedRow[] = [
    row("an imported key without material", imported(UNKNOWN), NO_MATERIAL),
    row(
        "a replica of an imported key without material",
        imported(undefined, "aws:kms/replicaExternalKey:ReplicaExternalKey"),
        NO_MATERIAL,
    ),
    row(
        "a key whose material was not there",
        imported("PendingImport"),
        seen("has no key material yet"),
    ),
    row("a key that was to be deleted", imported("PendingDeletion"), seen("is to be deleted")),
    row(
        "another account that a condition may let in",
        shared({
            Principal: { AWS: "arn:aws:iam::210987654321:root" },
            Condition: { StringEquals: { "aws:PrincipalOrgID": "o-0000000000" } },
        }),
        "suspected: kmsKeyId: the resource policy lets account 210987654321 read the secret, and the key that AWS manages decrypts for its own account alone. Encrypt it with a key of your own whose policy lets that account use kms:Decrypt. Until then AWS answers there: AccessDeniedException: Access to KMS is not allowed.",
    ),
];
