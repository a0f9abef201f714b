import assert from "node:assert/strict";
import type { sendUnaryData, ServerUnaryCall } from "@grpc/grpc-js";
import { endPause, findPaused, pausable, pauseNext, type Pause } from "../../../sandbox/aws/pauses";
import { TestAccount } from "../../support/simulated-aws";

const QUEUE = "aws:sqs/queue:Queue";
const pause: Pause = { operation: "create", token: QUEUE, moment: "before" };

interface Row {
    readonly pause: Pause;
    readonly urn?: string;
    readonly preview?: boolean;
    /** What has happened when the call was made, and when the pause was ended. */
    readonly expected: readonly [called: readonly string[], ended: readonly string[]];
}

const done = ["done", "answered"];
const rows: Record<string, Row> = {
    "before it is done": { pause, expected: [[], done] },
    "when it is done, before it is answered": {
        pause: { ...pause, moment: "after" },
        expected: [["done"], done],
    },
    "not for a preview": { pause, preview: true, expected: [done, done] },
    "not at another operation": {
        pause: { ...pause, operation: "delete" },
        expected: [done, done],
    },
    "not for a resource of another type": {
        pause,
        urn: "urn:pulumi:dev::web::a:b:C$aws:iam/role:Role::web",
        expected: [done, done],
    },
};

describe("the simulated AWS stands still", () => {
    let test: TestAccount;
    beforeEach(() => {
        test = new TestAccount();
    });
    afterEach(() => test.remove());

    const call = (
        done: string[],
        urn = `urn:pulumi:dev::web::a:b:C$${QUEUE}::web`,
        preview = false,
    ) => {
        const method = pausable<{ getUrn(): string; getPreview(): boolean }, string>(
            "create",
            () => test.account,
            (_call, callback) => {
                done.push("done");
                callback(null, "answered");
            },
        );
        const request = { getUrn: () => urn, getPreview: () => preview };
        const callback: sendUnaryData<string> = (_error, answer) => done.push(answer ?? "");
        method({ request } as ServerUnaryCall<typeof request, string>, callback);
    };
    const ended = () => new Promise((resolve) => setTimeout(resolve, 60));

    for (const [title, { pause: wanted, urn, preview, expected }] of Object.entries(rows)) {
        it(title, async () => {
            const [called, happened]: [string[], string[]] = [[], []];
            pauseNext(test.account, wanted);
            call(happened, urn, preview);
            called.push(...happened);
            endPause(test.account, wanted);
            await ended();
            assert.deepEqual([called, happened], expected);
        });
    }

    it("once: the operation that comes next is answered", async () => {
        const [first, second]: [string[], string[]] = [[], []];
        pauseNext(test.account, pause);
        assert.equal(findPaused(test.account, pause), undefined);
        call(first);
        call(second);
        assert.deepEqual([first, second], [[], done]);
        const paused = { provider: process.pid, engine: process.ppid };
        assert.deepEqual(findPaused(test.account, pause), paused);
        endPause(test.account, pause);
        await ended();
    });
});
