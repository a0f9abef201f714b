import assert from "node:assert/strict";
import type { SecretReference } from "../../../../core";
import { IDLE_PATTERN, planRotationPatterns } from "../../../../core/plan/rotation";
import { putSecretValue } from "../../../../sandbox/aws/secretsmanager";
import { listMessages } from "../../../../sandbox/aws/sqs";
import { putParameterValue } from "../../../../sandbox/aws/ssm";
import { EventAccount } from "./account";

const QUEUE = "arn:aws:sqs:us-east-1:123456789012:seen";
const VALUE = "fake-value";

/** An account in which whatever the planned rules match is put into a queue. */
class Watch extends EventAccount {
    readonly db = this.output("secret", { name: "db" }, "arn");
    readonly replica = this.output("secret", { name: "db-replica" }, "arn");

    constructor() {
        super();
        // The first version is the current one, whatever its labels.
        [this.db, this.replica].forEach((secret) => this.label(secret, "AWSCURRENT"));
        const parameters = ["plain", "/app/key", "/app/key/deep"];
        parameters.forEach((name) => this.create("parameter", { ...PARAMETER, name }));
        const statement = {
            Effect: "Allow",
            Principal: { Service: "events.amazonaws.com" },
            Action: "sqs:SendMessage",
            Resource: QUEUE,
        };
        const policy = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
        this.make("queue", { name: "seen", policy });
    }

    /** Makes a rule of each pattern that is planned for the references. */
    watch(references: readonly SecretReference[], count: number): void {
        const patterns = planRotationPatterns(references, this.account.location, count);
        assert.equal(patterns.length, count);
        patterns.forEach((eventPattern, index) => {
            const rule = this.make("rule", { name: `rule-${index}`, eventPattern }).id;
            this.make("target", { rule, arn: QUEUE });
        });
    }

    /** Gives a secret a version with a label. */
    label(secretId: string, label: string): void {
        const versionStages = [label];
        this.create("secretVersion", { secretId, secretString: VALUE, versionStages });
    }
}

const PARAMETER = { type: "SecureString", value: VALUE };

type Change = (watch: Watch) => unknown;
type Row = [references: (watch: Watch) => SecretReference[], change: Change, seen: number];

const db = ({ db: arn }: Watch): SecretReference[] => [{ store: "secretsmanager", arn }];
const partial = (watch: Watch): SecretReference[] => [
    { store: "secretsmanager", arn: watch.db.slice(0, -7) },
];
const labelled = ({ db: arn }: Watch): SecretReference[] => [
    { store: "secretsmanager", arn, versionStage: "own" },
];
const parameters = (...names: string[]): (() => SecretReference[]) => {
    return () => names.map((name) => ({ store: "ssm", name }));
};
const rotate = (which: "db" | "replica"): Change => {
    return (watch) => putSecretValue(watch.account, watch[which], VALUE);
};
const change = (name: string): Change => {
    return ({ account }) => putParameterValue(account, name, "fake-other");
};

const rows: Record<string, Row> = {
    "a secret of a complete ARN": [db, rotate("db"), 1],
    "no secret that begins with the name of the one": [db, rotate("replica"), 0],
    "a secret of a partial ARN": [partial, rotate("db"), 1],
    "no label but the current one": [db, (watch) => watch.label(watch.db, "own"), 0],
    "the label that is injected": [labelled, (watch) => watch.label(watch.db, "own"), 1],
    "the injected label alone": [labelled, rotate("db"), 0],
    "a parameter of a plain name": [parameters("plain"), change("plain"), 1],
    "a parameter of a path": [parameters("/app/key"), change("/app/key"), 1],
    "one of several parameters": [parameters("plain", "/app/key"), change("/app/key"), 1],
    "no parameter below the one": [parameters("/app/key"), change("/app/key/deep"), 0],
    "no parameter that is new": [
        parameters("/new"),
        (watch) => watch.create("parameter", { ...PARAMETER, name: "/new" }),
        0,
    ],
};

describe("the rules that are planned for rotation see, in the simulated AWS,", () => {
    let watch: Watch;
    beforeEach(() => {
        watch = new Watch();
    });
    afterEach(() => watch.remove());

    for (const [title, [references, happens, seen]] of Object.entries(rows)) {
        it(title, () => {
            // One rule more than it takes: the idle one sees nothing.
            watch.watch(references(watch), 2);
            happens(watch);
            assert.equal(listMessages(watch.account, QUEUE).length, seen);
        });
    }

    it("nothing where they are idle", () => {
        watch.watch([], 1);
        assert.equal(
            watch.refresh("rule", { id: "rule-0", outputs: {} })?.eventPattern,
            IDLE_PATTERN,
        );
        [rotate("db"), rotate("replica"), change("plain")].forEach((happens) => happens(watch));
        assert.deepEqual(listMessages(watch.account, QUEUE), []);
    });
});
