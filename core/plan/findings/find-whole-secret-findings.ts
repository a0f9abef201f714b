import type { Finding } from "../../finding";
import { isPartialSecretArn } from "../../reference";
import { joinPath } from "../shape/shape";
import type { ReferenceDescription } from "./description";
import { findOneReferenceFindings } from "./find-reference-findings";
import { isCreated, readMeantSecret, type MeantSecret, type OwnSecrets } from "./meant-secret";
import { readJsonKeys } from "./secret-store";

const CREDENTIALS = ["password", "username"];

/**
 * Finds what is wrong with the secret that holds the credentials of a private registry.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html
 */
export function findCredentialsFindings(
    reference: ReferenceDescription,
    own: OwnSecrets | undefined,
    path: string,
): Finding[] {
    const meant = readMeantSecret(reference, own);
    return [
        ...findOneReferenceFindings(reference, own, path),
        ...(meant ? findUnfitCredentials(reference, meant, path) : []),
    ];
}

function findUnfitCredentials(
    reference: ReferenceDescription,
    meant: MeantSecret,
    path: string,
): Finding[] {
    if (meant.store === "ssm") {
        const reason =
            "is a parameter, and Amazon ECS reads credentials of a registry from AWS Secrets Manager alone";
        return [{ path, reason, remedy: "Keep them in a secret there." }];
    }
    const { existing } = meant;
    const isPartial = existing?.store === "secretsmanager" && isPartialSecretArn(existing.arn);
    const partial = {
        path,
        reason: "is a partial ARN",
        remedy: "Give the complete ARN, with the hyphen and the six characters that AWS appended to the name.",
    };
    const parts = findNotWhole(
        meant,
        "Amazon ECS reads user name and password from the whole secret",
        path,
    );
    return [...parts, ...(isPartial ? [partial] : []), ...findOtherKeys(meant, reference, path)];
}

/** Finds that credentials of one's own are not what Amazon ECS takes: these two keys and no other. */
function findOtherKeys(
    { own }: MeantSecret,
    reference: ReferenceDescription,
    path: string,
): Finding[] {
    const keys = own ? readJsonKeys(own) : "unknown";
    if (
        keys === "unknown" ||
        (keys !== "whole" && [...keys].sort().join() === CREDENTIALS.join())
    ) {
        return [];
    }
    const isNew = isCreated(reference);
    return [
        {
            path: isNew ? path : joinPath(path, "secret"),
            reason: "is a secret whose JSON keys are not username and password alone",
            remedy: "Give it a jsonValue with the keys username and password.",
        },
    ];
}

/** Finds what is wrong with the secrets that the containers may read themselves. */
export function findReadSecretFindings(
    reference: ReferenceDescription,
    own: OwnSecrets | undefined,
    path: string,
): Finding[] {
    if (isCreated(reference)) {
        const reason = "is a new secret, which the containers could not name";
        return [{ path, reason, remedy: "Add it to secrets, and refer to it by { secret: key }." }];
    }
    const meant = readMeantSecret(reference, own);
    return [
        ...findOneReferenceFindings(reference, own, path),
        ...(meant ? findNotWhole(meant, "a right is to the whole secret", path) : []),
    ];
}

function findNotWhole({ parts, store }: MeantSecret, why: string, path: string): Finding[] {
    const reason = `names a JSON key or a version, and ${why}`;
    // Of a parameter, which has no parts, the reference itself is found to be wrong.
    return Object.keys(parts).length > 0 && store !== "ssm"
        ? [{ path, reason, remedy: "Name the secret alone." }]
        : [];
}
