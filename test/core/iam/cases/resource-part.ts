import { ACCOUNT, allowSecret, KEY, PARAMETER, readSecret, SECRET, UNKNOWN } from "../fixtures";
import { byIdentity, type Case, type IdentityRow } from "./case";
import { PAGES } from "./sources";

const secret = (
    name: string,
    expected: IdentityRow[2],
    Resource: unknown,
    source: string = PAGES.resource,
): IdentityRow => [name, source, expected, allowSecret({ Resource })];
const inRegion = (arn: string) => arn.replace("eu-west-1", "us-east-1");

/** What a `Resource` covers. */
export const resourcePart: Case[] = [
    ...byIdentity(readSecret, [
        secret("* covers every resource", "allowed identity-policy", "*"),
        secret("one of several resources suffices", "allowed identity-policy", [KEY, SECRET]),
        secret("a list without the resource does not cover it", "denied no-allow", [
            KEY,
            PARAMETER,
        ]),
        secret(
            "six ? cover the random characters of a secret",
            "allowed identity-policy",
            SECRET.replace("AbCdEf", "??????"),
            PAGES.secretAccess,
        ),
        secret(
            "five ? do not cover the six random characters of a secret",
            "denied no-allow",
            SECRET.replace("AbCdEf", "?????"),
            PAGES.secretAccess,
        ),
        secret(
            "an ARN that lacks a field may cover by a * that reaches beyond a colon",
            "undetermined possible-allow",
            SECRET.replace(/:secretsmanager:[^:]*:[^:]*/, ":*"),
        ),
        secret(
            "-* covers the random characters of a secret",
            "allowed identity-policy",
            SECRET.replace("AbCdEf", "*"),
            PAGES.secretAccess,
        ),
        secret(
            "the ARN without the random characters does not cover the secret",
            "denied no-allow",
            SECRET.slice(0, -7),
            PAGES.secretAccess,
        ),
        secret(
            "the ARN with a JSON key does not cover the secret",
            "denied no-allow",
            `${SECRET}:password::`,
            PAGES.secretInTask,
        ),
        secret(
            "the ARN with stage and version does not cover the secret",
            "denied no-allow",
            `${SECRET}::AWSCURRENT:`,
            PAGES.secretInTask,
        ),
        secret(
            "a wildcard in the resource part crosses slashes",
            "allowed identity-policy",
            SECRET.replace("app/db", "a*b"),
        ),
        secret(
            "a wildcard in the resource part crosses colons",
            "allowed identity-policy",
            SECRET.replace("secret:app/db", "s*b"),
        ),
        secret(
            "resources are compared with regard to case",
            "denied no-allow",
            SECRET.replace("app/db", "App/Db"),
        ),
        secret(
            "a wildcard may stand for the region",
            "allowed identity-policy",
            SECRET.replace("eu-west-1", "*"),
        ),
        secret(
            "a wildcard may stand for the account",
            "allowed identity-policy",
            SECRET.replace(ACCOUNT, "*"),
        ),
        secret(
            "a wildcard may stand for the partition",
            "allowed identity-policy",
            SECRET.replace("arn:aws", "arn:*"),
        ),
        secret(
            "the short form arn:aws:* covers what begins so",
            "allowed identity-policy",
            "arn:aws:*",
        ),
        secret(
            "the short form with the service covers the service",
            "allowed identity-policy",
            "arn:aws:secretsmanager:*",
        ),
        secret("the short form of another service does not", "denied no-allow", "arn:aws:ssm:*"),
        secret("another region does not cover the secret", "denied no-allow", inRegion(SECRET)),
        secret(
            "another account does not cover the secret",
            "denied no-allow",
            SECRET.replace(ACCOUNT, "210987654321"),
        ),
        secret(
            "another partition does not cover the secret",
            "denied no-allow",
            SECRET.replace("arn:aws", "arn:aws-cn"),
        ),
        secret(
            "a * at the end of a part may reach beyond the colon",
            "undetermined possible-allow",
            `arn:aws:secretsmanager:*:secret:app/*`,
        ),
        secret(
            "a * within a part does not reach beyond the colon",
            "denied no-allow",
            `arn:aws:secretsmanager:*west:secret:app/*`,
        ),
        secret("foo covers nothing", "denied no-allow", "foo", PAGES.grammar),
        secret(
            "an object that was turned into text covers nothing",
            "denied no-allow",
            "[object Object]",
            PAGES.grammar,
        ),
        secret(
            "a placeholder of another language covers nothing",
            "denied no-allow",
            "${secret.arn}",
            PAGES.variables,
        ),
        secret(
            "the beginning of an ARN covers nothing",
            "denied no-allow",
            "arn:aws:secretsmanager",
            PAGES.grammar,
        ),
        secret(
            "an ARN that is not known yet may be the right one",
            "pending possible-allow",
            UNKNOWN,
        ),
        secret(
            "an ARN of which a part is not known yet may be the right one",
            "pending possible-allow",
            SECRET.replace("AbCdEf", UNKNOWN),
        ),
        secret(
            "the right ARN beside one that is not known yet suffices",
            "allowed identity-policy",
            [UNKNOWN, SECRET],
        ),
    ]),
];
