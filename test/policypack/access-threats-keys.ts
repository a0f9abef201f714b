import { DECRYPT, KEY, keyed, MISPLACED, type AccessThreat } from "./access-threat";
import {
    ACCOUNT,
    add,
    chain,
    edit,
    editRight,
    KEY_ARN,
    OTHER_ACCOUNT,
    policy,
    ROLE,
    set,
    TASK_ROLE,
    without,
    type Change,
} from "./access-threats-edits";

const ABROAD = KEY_ARN.replace("us-east-1", "eu-west-1");

const root = (account: string) => ({ AWS: `arn:aws:iam::${account}:root` });

const toKey = (principal: object, more: object = {}) => ({
    Effect: "Allow",
    Principal: principal,
    Action: "kms:*",
    Resource: "*",
    ...more,
});

const admin = toKey({ AWS: `arn:aws:iam::${ACCOUNT}:role/admin` });
const deny = (more: object) =>
    toKey({ AWS: "*" }, { Effect: "Deny", Action: "kms:Decrypt", ...more });

const withKeyPolicy = (...statements: object[]): Change =>
    set("article", { policy: policy(...statements) });

/** The right to decrypt is taken from the role's own policies: something else gives it. */
const dropped = editRight("DecryptSecrets", () => []);

const grant = (props: object = {}): Change =>
    add("aws:kms/grant:Grant", "grant", {
        keyId: KEY_ARN,
        granteePrincipal: ROLE,
        operations: ["Decrypt"],
        ...props,
    });

const GRANTED = chain(dropped, grant());
const NAMED = chain(dropped, withKeyPolicy(admin, toKey({ AWS: ROLE }, { Action: "kms:Decrypt" })));

const words = (name: string, change: Change): AccessThreat =>
    keyed(name, change, [DECRYPT], "words");
const granted = (name: string, change: Change): AccessThreat => ({
    ...keyed(name, change, [DECRYPT], "statement"),
    before: GRANTED,
});
const unusable = (name: string, props: object): AccessThreat =>
    keyed(name, set("article", { ...props }), [KEY], "words");

/** What may go wrong with the key: its policy, its grants, itself. */
export const KEY_ACCESS_THREATS: readonly AccessThreat[] = [
    words("gives the key a policy without the role and without the account", withKeyPolicy(admin)),
    words(
        "gives the key such a policy in a resource of its own",
        add("aws:kms/keyPolicy:KeyPolicy", "key-policy", {
            keyId: KEY_ARN,
            policy: policy(admin),
        }),
    ),
    words("leaves the key to another account", withKeyPolicy(toKey(root(OTHER_ACCOUNT)))),
    words(
        "leaves encrypting alone to the account",
        withKeyPolicy(toKey(root(ACCOUNT), { Action: "kms:Encrypt" })),
    ),
    words(
        "leaves the key to the account through the other store",
        withKeyPolicy(
            toKey(root(ACCOUNT), {
                Condition: { StringEquals: { "kms:ViaService": "ssm.us-east-1.amazonaws.com" } },
            }),
        ),
    ),
    words("denies the key to everybody", withKeyPolicy(toKey(root(ACCOUNT)), deny({}))),
    words(
        "denies the key to this role",
        withKeyPolicy(toKey(root(ACCOUNT)), deny({ Principal: { AWS: ROLE } })),
    ),
    words(
        "denies the key through any store",
        withKeyPolicy(
            toKey(root(ACCOUNT)),
            deny({ Condition: { StringLike: { "kms:ViaService": "*.amazonaws.com" } } }),
        ),
    ),
    granted("revokes the grant that gave the right", without("grant")),
    granted(
        "grants encrypting in place of decrypting",
        edit("grant", (props) => ({ ...props, operations: ["Encrypt", "DescribeKey"] })),
    ),
    {
        ...granted(
            "grants it to the other role",
            edit("grant", (props) => ({ ...props, granteePrincipal: TASK_ROLE })),
        ),
        says: [DECRYPT, MISPLACED],
    },
    granted(
        "grants it for another secret",
        edit("grant", (props) => ({
            ...props,
            constraints: [{ encryptionContextSubset: { SecretARN: `${KEY_ARN}-other` } }],
        })),
    ),
    {
        ...keyed(
            "takes the role out of the key's policy",
            withKeyPolicy(admin),
            [DECRYPT],
            "words",
        ),
        before: NAMED,
    },
    {
        ...keyed(
            "names the other role in the key's policy",
            withKeyPolicy(admin, toKey({ AWS: TASK_ROLE }, { Action: "kms:Decrypt" })),
            [DECRYPT, MISPLACED],
            "words",
        ),
        before: NAMED,
    },
    unusable("disables the key", { isEnabled: false }),
    unusable("makes the key for signatures", { keyUsage: "SIGN_VERIFY" }),
    unusable("makes the key asymmetric", { customerMasterKeySpec: "ECC_NIST_P256" }),
    keyed(
        "takes a key of another region",
        chain(
            set("article", { arn: ABROAD }),
            set("web-secret-database", { kmsKeyId: ABROAD }),
            editRight("DecryptSecrets", (one) => [{ ...one, Resource: ABROAD }]),
        ),
        [KEY],
        "words",
    ),
    keyed(
        "names the key that AWS manages for parameters",
        set("web-secret-database", { kmsKeyId: "alias/aws/ssm" }),
        [KEY],
        "words",
    ),
];
