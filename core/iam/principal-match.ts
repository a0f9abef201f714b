import { principalAccount, type Asked } from "./context";
import { any, lazily, open, unknown, YES, type Fact } from "./kleene";
import type { PrincipalSet } from "./principal";
import { openKind } from "./request";
import { showPrincipals } from "./show";

/** Whether a set names everybody. */
export function namesEverybody(set: PrincipalSet): Fact {
    return set.everybody ? YES : names(set);
}

/** Whether a set names the role itself, by its ARN or its unique id. */
export function namesRoleItself(set: PrincipalSet, request: Asked): Fact {
    return anyOf(set, (text) => isRole(text, request));
}

/** Whether a set names a session of the role. */
export function namesSession(set: PrincipalSet, request: Asked): Fact {
    return anyOf(set, (text) => isSession(text, request));
}

/** Whether a set names the role itself, one of its sessions, or everybody. */
export function namesRole(set: PrincipalSet, request: Asked): Fact {
    return set.everybody
        ? YES
        : anyOf(set, (text) => either(isRole(text, request), isSession(text, request)));
}

/**
 * Whether a set names the role's account, which stands for the identity policies in it.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export function namesAccount(set: PrincipalSet, request: Asked): Fact {
    const account = principalAccount(request);
    const named = anyOf(set, (text) => {
        const id = accountOf(text);
        if (id === undefined) {
            return undefined;
        }
        if (account.open) {
            return open(account.open, "the account of the role");
        }
        return id === account.id ? YES : undefined;
    });
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
    return named.truth === "no" && set.canonicalUser.length > 0
        ? unknown("whose account the canonical user is")
        : named;
}

/** Whether a set names a service. */
export function namesService(set: PrincipalSet, service: string): Fact {
    return set.everybody || set.service.includes(service) ? YES : names(set);
}

/** Asks of each of the AWS principals; an `undefined` says that it is somebody else. */
function anyOf(set: PrincipalSet, isMeant: (text: string) => Fact | undefined): Fact {
    const facts = set.aws.flatMap((text) => isMeant(text) ?? []);
    return facts.length === 0 ? names(set) : any(facts);
}

function either(a: Fact | undefined, b: Fact | undefined): Fact | undefined {
    return a ?? b;
}

function names(set: PrincipalSet): Fact {
    return lazily("no", () => {
        const all = [...set.aws, ...set.service, ...set.federated, ...set.canonicalUser];
        return [all.length === 0 ? "names nobody" : `names ${showPrincipals(all)}`];
    });
}

function isRole(text: string, { principalArn }: Asked): Fact | undefined {
    if (accountOf(text) !== undefined || SESSION.test(text)) {
        return undefined;
    }
    if (/^AROA[A-Z0-9]+$/.test(text)) {
        return unknown(`whether ${text} is the role`);
    }
    // AWS takes no wildcard in a part of a principal, so what such a document does is open.
    if (/[*?]/.test(text)) {
        return unknown(`whom ${showPrincipals([text])} names`);
    }
    const kind = openKind(principalArn);
    if (kind) {
        return open(kind, "the ARN of the role");
    }
    return text === principalArn ? YES : undefined;
}

const SESSION = /^(arn:[^:]+):sts::(\d{12}):assumed-role\/([^/]+)\/./;

function isSession(text: string, { principalArn }: Asked): Fact | undefined {
    const session = SESSION.exec(text);
    if (!session) {
        return undefined;
    }
    const kind = openKind(principalArn);
    if (kind) {
        return open(kind, "the ARN of the role");
    }
    const [, , account, role] = session;
    const isOurs =
        principalArn?.split("/").at(-1) === role && principalArn.split(":")[4] === account;
    // Which name Amazon ECS gives the session is not known, so that this is never a yes.
    return isOurs
        ? unknown(`the name of the role's session, which must be that of ${text}`)
        : undefined;
}

function accountOf(text: string): string | undefined {
    const match = /^(?:(\d{12})|arn:[^:]+:iam::(\d{12}):root)$/.exec(text);
    return match?.[1] ?? match?.[2];
}
