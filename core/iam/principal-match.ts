import { any, no, unknown, YES, type Fact } from "./kleene";
import type { PrincipalSet } from "./principal";
import { principalAccount } from "./context";
import type { AccessRequest } from "./request";

const OTHERS = no("names other principals");

/** Whether a set names the role itself, or everybody. */
export function namesRole(set: PrincipalSet, request: AccessRequest): Fact {
    return set.everybody ? YES : any(set.aws.map((text) => isRole(text, request)).concat(OTHERS));
}

/**
 * Whether a set names the role's account, which stands for the identity policies in it.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export function namesAccount(set: PrincipalSet, request: AccessRequest): Fact {
    const account = principalAccount(request);
    return any(
        set.aws.map((text) => {
            const named = accountOf(text);
            if (named === undefined) {
                return OTHERS;
            }
            if (account === undefined) {
                return unknown("the account of the role");
            }
            return named === account ? YES : no(`names the account ${named}`);
        }),
    );
}

/** Whether a set names a service. */
export function namesService(set: PrincipalSet, service: string): Fact {
    if (set.everybody || set.service.includes(service)) {
        return YES;
    }
    const services = set.service.join(", ");
    return no(services === "" ? "names no service" : `names ${services}`);
}

function isRole(text: string, request: AccessRequest): Fact {
    const { principalArn } = request;
    if (accountOf(text) !== undefined) {
        return OTHERS;
    }
    if (principalArn === undefined) {
        return unknown("the ARN of the role");
    }
    if (text === principalArn) {
        return YES;
    }
    if (/^AROA[A-Z0-9]+$/.test(text)) {
        return unknown(`whether ${text} is the role`);
    }
    const session = /^(arn:[^:]+):sts::(\d{12}):assumed-role\/([^/]+)\/./.exec(text);
    const role = principalArn.split("/").at(-1);
    const sameAccount = session?.[2] === principalArn.split(":")[4];
    return session && sameAccount && session[3] === role
        ? unknown(`the name of the role's session, which must be that of ${text}`)
        : no(`names ${text}`);
}

function accountOf(text: string): string | undefined {
    const match = /^(?:(\d{12})|arn:[^:]+:iam::(\d{12}):root)$/.exec(text);
    return match?.[1] ?? match?.[2];
}
