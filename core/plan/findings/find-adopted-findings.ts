import type { Finding } from "../../finding";
import { isPartialSecretArn, renderValueFrom } from "../../reference";
import { parseValueFrom } from "../../value-from";
import { joinPath } from "../shape/shape";
import type { SecretDescription } from "./description";

const COMPLETE =
    "Give the complete ARN, with the hyphen and the six characters that AWS appended to the name.";

/** Finds what is wrong with the ARN of a secret that exists already. */
export function findAdoptedFindings(secret: SecretDescription, path: string): Finding[] {
    const { arn, store } = secret;
    return typeof arn === "string" ? findArnFindings(arn, store, path, joinPath(path, "arn")) : [];
}

function findArnFindings(arn: string, store: unknown, path: string, at: string): Finding[] {
    if (arn === "") {
        return [{ path: at, reason: "is empty", remedy: GIVE_A_WHOLE }];
    }
    const { reference, problem } = parseValueFrom(arn);
    if (problem) {
        return [{ path: at, ...problem }];
    }
    if (reference.arn === undefined) {
        const reason = "is the name of a parameter, and an ARN is needed here";
        return [{ path: at, reason, remedy: GIVE_A_WHOLE }];
    }
    if (reference.arn !== renderValueFrom(reference)) {
        const reason =
            "holds a JSON key or a version, which belong to the references to the secret";
        return [{ path: at, reason, remedy: "End it with the secret's name." }];
    }
    if (reference.store === "secretsmanager" && isPartialSecretArn(reference.arn)) {
        return [{ path: at, reason: "is a partial ARN", remedy: COMPLETE }];
    }
    const reason = "is not the store of the secret that arn names";
    return typeof store === "string" && store !== reference.store
        ? [{ path: joinPath(path, "store"), reason, remedy: "Leave it out." }]
        : [];
}

const GIVE_A_WHOLE = "Give the complete ARN of a secret, or the ARN of a parameter.";
