import assert from "node:assert/strict";
import { startExecution } from "../../../../sandbox/aws/states";
import { allow, together } from "../../../support/simulated-aws";
import { EventAccount, trustOf } from "../events/account";

const ROLE = "arn:aws:iam::123456789012:role/machine";
const URL = "https://sqs.us-east-1.amazonaws.com/123456789012/q";
const SEND = allow("sqs:SendMessage");
const OTHER = allow("s3:GetObject");
const KEY = allow(["kms:Decrypt", "kms:GenerateDataKey"]);

/** A queue policy of one statement for the role. */
function forRole(Effect: string, role = ROLE): string {
    const statement = {
        Effect,
        Principal: { AWS: role },
        Action: "sqs:SendMessage",
        Resource: "*",
    };
    return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}

type Row = [sends: boolean, rights: object, policy?: string, key?: "aws" | "own"];
const rows: Record<string, Row> = {
    "sends with a right of its own": [true, SEND],
    "does not send without one": [false, OTHER],
    "sends if the queue policy names it": [true, OTHER, forRole("Allow")],
    "does not send if the queue policy names another role": [
        false,
        OTHER,
        forRole("Allow", `${ROLE}-other`),
    ],
    "does not send if the queue policy denies it": [false, SEND, forRole("Deny")],
    "sends if the queue policy denies it to another role": [
        true,
        SEND,
        forRole("Deny", `${ROLE}-other`),
    ],
    "sends to a queue with the key that AWS manages": [true, SEND, undefined, "aws"],
    "sends to a queue with a key that it may use": [true, together(SEND, KEY), undefined, "own"],
    "does not send to a queue with a key that it may not use": [false, SEND, undefined, "own"],
};

describe("the role of a state machine", () => {
    let account: EventAccount;
    beforeEach(() => {
        account = new EventAccount();
    });
    afterEach(() => account.remove());

    for (const [title, [sends, rights, policy, key]] of Object.entries(rows)) {
        it(title, () => {
            const keys = {
                aws: () => ({ kmsMasterKeyId: "alias/aws/sqs" }),
                own: () => ({ kmsMasterKeyId: account.output("key", {}, "arn") }),
            };
            account.make("queue", { name: "q", policy, ...(key && keys[key]()) });
            const definition = JSON.stringify({
                StartAt: "Send",
                States: {
                    Send: {
                        Type: "Task",
                        Resource: "arn:aws:states:::sqs:sendMessage",
                        Parameters: { QueueUrl: URL, MessageBody: "m" },
                        End: true,
                    },
                },
            });
            const roleArn = account.roleOf("machine", trustOf("states"), rights);
            const arn = account.makeArn("machine", { definition, roleArn });
            const { status, cause } = startExecution(account.account, arn, {});
            assert.equal(status, sends ? "SUCCEEDED" : "FAILED");
            assert.match(cause ?? "", sends ? /^$/ : /Error Code: AccessDenied\)$/);
        });
    }
});
