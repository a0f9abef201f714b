import { article, DECRYPT, keyed, READ, type AccessThreat } from "./access-threat";
import {
    ACCOUNT,
    editResource,
    editRight,
    OTHER_ACCOUNT,
    setRight,
    withCondition,
    without,
    RIGHTS,
} from "./access-threats-edits";

const dropped = () => [];
const OTHER_SECRET = `arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:other-AbCdEf`;
const ALIAS = `arn:aws:kms:us-east-1:${ACCOUNT}:alias/web`;

const decrypt = (name: string, change: AccessThreat["change"]): AccessThreat =>
    keyed(name, change, [DECRYPT], "statement");
const readSecret = (name: string, change: AccessThreat["change"]): AccessThreat =>
    keyed(name, change, [READ], "statement");
const readParameter = (name: string, change: AccessThreat["change"]): AccessThreat =>
    article(name, change, [READ], "statement");

/** What may go wrong with the statements of the execution role. */
export const RIGHT_THREATS: readonly AccessThreat[] = [
    readSecret("drops the statement that reads the secret", editRight("ReadSecrets", dropped)),
    readSecret(
        "reads versions of another stage",
        withCondition("ReadSecrets", "secretsmanager:VersionStage", "AWSPREVIOUS"),
    ),
    readSecret(
        "reads the secret of another id",
        withCondition("ReadSecrets", "secretsmanager:SecretId", OTHER_SECRET),
    ),
    readSecret(
        "reads secrets with a tag that this one does not have",
        withCondition("ReadSecrets", "aws:ResourceTag/team", "web"),
    ),
    readSecret(
        "reads as a principal of another account",
        withCondition("ReadSecrets", "aws:PrincipalAccount", OTHER_ACCOUNT),
    ),
    readSecret(
        "reads another secret",
        editResource("ReadSecrets", () => OTHER_SECRET),
    ),
    readSecret(
        "reads the secret of another region",
        editResource("ReadSecrets", (arn) => arn.replace("us-east-1", "eu-west-1")),
    ),
    readSecret(
        "reads the secret of another account",
        editResource("ReadSecrets", (arn) => arn.replace(ACCOUNT, OTHER_ACCOUNT)),
    ),
    readSecret(
        "reads the secret of another partition",
        editResource("ReadSecrets", (arn) => arn.replace("arn:aws:", "arn:aws-cn:")),
    ),
    readSecret(
        "names the secret with the JSON key of its reference",
        editResource("ReadSecrets", (arn) => `${arn}:password::`),
    ),
    readSecret(
        "names the secret without the six characters that AWS appends",
        editResource("ReadSecrets", (arn) => arn.replace(/-AbCdEf$/, "")),
    ),
    readSecret(
        "names the secret by its name alone",
        editResource("ReadSecrets", (arn) => arn.split(":secret:")[1]),
    ),
    readSecret(
        "describes the secret in place of reading it",
        setRight("ReadSecrets", { Action: "secretsmanager:DescribeSecret" }),
    ),
    readSecret(
        "allows all actions but the one that reads",
        editRight("ReadSecrets", ({ Action: _all, ...one }) => [
            { ...one, NotAction: "secretsmanager:Get*" },
        ]),
    ),
    readParameter(
        "drops the statement that reads the parameter",
        editRight("ReadParameters", dropped),
    ),
    readParameter(
        "allows the parameter one at a time",
        setRight("ReadParameters", { Action: "ssm:GetParameter" }),
    ),
    readParameter(
        "allows parameters by their path",
        setRight("ReadParameters", { Action: "ssm:GetParametersByPath" }),
    ),
    readParameter(
        "names the parameter with two slashes",
        editResource("ReadParameters", (arn) => arn.replace(":parameter/", ":parameter//")),
    ),
    readParameter(
        "names the parameter without the word parameter",
        editResource("ReadParameters", (arn) => arn.replace(":parameter/", ":")),
    ),
    readParameter(
        "names the path above the parameter",
        editResource("ReadParameters", (arn) => arn.replace("/database-password", "")),
    ),
    decrypt("drops the statement that decrypts", editRight("DecryptSecrets", dropped)),
    decrypt(
        "decrypts with an alias of the key",
        editResource("DecryptSecrets", () => ALIAS),
    ),
    decrypt(
        "decrypts with the id of the key",
        editResource("DecryptSecrets", (arn) => arn.split("/")[1]),
    ),
    decrypt(
        "decrypts with the key of another region",
        editResource("DecryptSecrets", (arn) => arn.replace("us-east-1", "eu-west-1")),
    ),
    decrypt(
        "decrypts through the other store",
        withCondition("DecryptSecrets", "kms:ViaService", "ssm.us-east-1.amazonaws.com"),
    ),
    decrypt(
        "decrypts through the store of another region",
        withCondition("DecryptSecrets", "kms:ViaService", "secretsmanager.eu-west-1.amazonaws.com"),
    ),
    decrypt(
        "decrypts another secret",
        withCondition("DecryptSecrets", "kms:EncryptionContext:SecretARN", OTHER_SECRET),
    ),
    decrypt(
        "decrypts a parameter in place of a secret",
        withCondition("DecryptSecrets", "kms:EncryptionContext:PARAMETER_ARN", OTHER_SECRET),
    ),
    decrypt(
        "decrypts for callers of another account",
        withCondition("DecryptSecrets", "kms:CallerAccount", OTHER_ACCOUNT),
    ),
    decrypt(
        "makes data keys in place of decrypting",
        setRight("DecryptSecrets", { Action: "kms:GenerateDataKey" }),
    ),
    keyed("takes all rights away", without(RIGHTS), [DECRYPT, READ], "statement"),
];
