import assert from "node:assert/strict";
import { findLogGroup } from "../../../../sandbox/aws/logs";
import type { Properties } from "../../../../sandbox/aws/resource-type";
import { EventAccount } from "../events/account";

const ARN = "arn:aws:logs:us-east-1:123456789012:log-group:/ecs/app";
const CREATE = "simulated AWS: operation error CloudWatch Logs: CreateLogGroup, ";
const NOT_ALLOWED = `${CREATE}InvalidParameterException: The specified KMS key does not exist or is not allowed to be used with Arn '${ARN}'`;
const KEY = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555";
const USE = ["kms:Decrypt*", "kms:Encrypt*", "kms:GenerateDataKey*"];

/** A key policy that lets a service use the key for the log groups of an ARN. */
function keyPolicy(service: string, arn: string, Action: string[] = USE): string {
    const Principal = { Service: service };
    const Condition = { ArnLike: { "kms:EncryptionContext:aws:logs:arn": arn } };
    const statement = { Effect: "Allow", Principal, Action, Resource: "*", Condition };
    return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}

type Row = [inputs: (account: EventAccount) => Properties, message: string];
const rows: Record<string, Row> = {
    "for days that AWS does not have": [
        () => ({ retentionInDays: 2 }),
        "simulated AWS: operation error CloudWatch Logs: PutRetentionPolicy, InvalidParameterException: Value '2' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653]",
    ],
    "of a name with a space": [
        () => ({ name: "a b" }),
        `${CREATE}InvalidParameterException: Value at 'logGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+`,
    ],
    "of a name that is taken": [
        () => ({ name: "/taken" }),
        `${CREATE}ResourceAlreadyExistsException: The specified log group already exists`,
    ],
    "with a key that is named by its alias": [
        () => ({ kmsKeyId: "alias/logs" }),
        `${CREATE}InvalidParameterException: The KMS key must be named by its ARN, and alias/logs is none.`,
    ],
    "with a key that is not there": [() => ({ kmsKeyId: KEY }), NOT_ALLOWED],
    "with a key of the default policy": [
        (account) => ({ kmsKeyId: account.output("key", {}, "arn") }),
        NOT_ALLOWED,
    ],
    "with a key for another region's logs": [
        (account) => {
            const policy = keyPolicy("logs.eu-west-1.amazonaws.com", "*");
            return { kmsKeyId: account.output("key", { policy }, "arn") };
        },
        NOT_ALLOWED,
    ],
    "with a key for other log groups": [
        (account) => {
            const policy = keyPolicy("logs.us-east-1.amazonaws.com", `${ARN}-other`);
            return { kmsKeyId: account.output("key", { policy }, "arn") };
        },
        NOT_ALLOWED,
    ],
    "with a key that may only decrypt": [
        (account) => {
            const policy = keyPolicy("logs.us-east-1.amazonaws.com", "arn:*", ["kms:Decrypt"]);
            return { kmsKeyId: account.output("key", { policy }, "arn") };
        },
        NOT_ALLOWED,
    ],
    "with a key that is disabled": [
        (account) => {
            const policy = keyPolicy("logs.us-east-1.amazonaws.com", "arn:*");
            return { kmsKeyId: account.output("key", { policy, isEnabled: false }, "arn") };
        },
        NOT_ALLOWED,
    ],
};

describe("a simulated log group", () => {
    let account: EventAccount;
    beforeEach(() => {
        account = new EventAccount();
    });
    afterEach(() => account.remove());

    for (const [title, [inputs, message]] of Object.entries(rows)) {
        it(`is refused ${title}`, () => {
            account.make("logGroup", { name: "/taken" });
            const given = { name: "/ecs/app", ...inputs(account) };
            assert.throws(() => account.make("logGroup", given), { message });
            assert.equal(findLogGroup(account.account, "/ecs/app"), undefined);
        });
    }

    it("is kept by its name, with a key whose policy names CloudWatch Logs", () => {
        const policy = keyPolicy("logs.us-east-1.amazonaws.com", ARN);
        const kmsKeyId = account.output("key", { policy }, "arn");
        const inputs = { name: "/ecs/app", retentionInDays: 30, kmsKeyId };
        assert.equal(account.make("logGroup", inputs).id, "/ecs/app");
        assert.deepEqual(findLogGroup(account.account, "/ecs/app"), {
            name: "/ecs/app",
            arn: ARN,
            retentionInDays: 30,
            kmsKeyId,
        });
    });

    it("gets a name of its own from a prefix", () => {
        const { id, outputs } = account.make("logGroup", { namePrefix: "/ecs/app-" });
        assert.match(id, /^\/ecs\/app-[0-9a-f]{26}$/);
        assert.equal(outputs.namePrefix, "/ecs/app-");
    });

    it("changes its retention, and forgets its key", () => {
        const policy = keyPolicy("logs.us-east-1.amazonaws.com", ARN);
        const kmsKeyId = account.output("key", { policy }, "arn");
        const state = account.make("logGroup", { name: "/ecs/app", kmsKeyId });
        account.change("logGroup", state, { name: "/ecs/app", retentionInDays: 7 });
        assert.deepEqual(findLogGroup(account.account, "/ecs/app"), {
            name: "/ecs/app",
            arn: ARN,
            retentionInDays: 7,
        });
    });

    it("stays where it is told to", () => {
        account.drop("logGroup", account.make("logGroup", { name: "/a", skipDestroy: true }));
        const inputs = { name: "/b", deletionProtectionEnabled: true };
        const guarded = account.make("logGroup", inputs);
        assert.throws(() => account.drop("logGroup", guarded), {
            message:
                "simulated AWS: operation error CloudWatch Logs: DeleteLogGroup, ValidationException: The log group is protected from deletion.",
        });
        const found = ["/a", "/b"].map((name) => findLogGroup(account.account, name)?.name);
        assert.deepEqual(found, ["/a", "/b"]);
    });
});
