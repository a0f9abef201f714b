import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as provider from "../../../../sandbox/aws/provider";
import { UNKNOWN } from "../../../../sandbox/aws/resource-type";
import { KEPT_TOKENS, KeptAccount } from "./kept-account";

const JOB = "aws:batch/jobDefinition:JobDefinition";
const OBJECT = "aws:s3/bucketObjectv2:BucketObjectv2";
const CANARY = "canary-in-what-is-kept";

describe("an object that the simulated AWS keeps", () => {
    let account: KeptAccount;
    beforeEach(() => {
        account = new KeptAccount();
    });
    afterEach(() => account.remove());

    for (const token of KEPT_TOKENS) {
        it(`is found again, updated and deleted: ${token}`, () => {
            const type = provider.resourceType(token);
            const inputs = account.minimal(token);
            const { id, outputs } = account.make(token, inputs);
            const read = () => provider.read(account.account, type, id, outputs);
            assert.deepEqual(read(), outputs);

            const news = { ...account.checked(token, inputs, outputs).inputs, ...inputs };
            const updated = provider.update(account.account, type, id, news, outputs);
            assert.equal(updated.id, id);
            assert.deepEqual(Object.keys(updated.outputs).sort(), Object.keys(outputs).sort());

            provider.remove(account.account, type, id, outputs);
            assert.equal(read(), undefined);
            assert.throws(() => provider.update(account.account, type, id, news, outputs), {
                message: `simulated AWS: there is no ${token} ${id} any more`,
            });
        });
    }

    it("has a new revision with each update of what it runs, not known before", () => {
        const type = provider.resourceType(JOB);
        const given = { name: "nightly", type: "container", containerProperties: "{}" };
        const created = account.make(JOB, given);
        const arn = "arn:aws:batch:us-east-1:123456789012:job-definition/nightly";
        assert.equal(created.outputs.arn, `${arn}:1`);

        const news = { ...given, containerProperties: '{"image":"httpd"}' };
        const preview = provider.previewUpdate(type, created.outputs, given, news);
        assert.deepEqual([preview.arn, preview.revision], [UNKNOWN, UNKNOWN]);
        assert.equal(preview.arnPrefix, arn);
        const updated = provider.update(account.account, type, created.id, news, created.outputs);
        assert.deepEqual([updated.outputs.arn, updated.outputs.revision], [`${arn}:2`, 2]);
    });

    it("is not changed by another layout of its document", () => {
        const type = provider.resourceType(JOB);
        const olds = { containerProperties: '{"image":"httpd"}' };
        const news = { containerProperties: '{ "image": "httpd" }' };
        assert.deepEqual(provider.diffInputs(type, olds, news).changed, []);
    });

    it("has the logical name as its key, if it is an object in a bucket", () => {
        const bucket = account.make("aws:s3/bucket:Bucket", { bucket: "files" }).id;
        const { id, outputs } = account.make(OBJECT, { bucket, content: "made-up" });
        assert.deepEqual(
            [id, outputs.key, outputs.arn],
            ["files/web", "web", "arn:aws:s3:::files/web"],
        );
    });

    it("leaves none of its inputs in the account's files", () => {
        const bucket = account.make("aws:s3/bucket:Bucket", {}).id;
        account.make(OBJECT, { bucket, content: CANARY });
        account.make(JOB, { type: "container", containerProperties: `{"a":"${CANARY}"}` });
        const texts = fs
            .readdirSync(account.folder, { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => fs.readFileSync(`${entry.parentPath}/${entry.name}`, "utf8"));
        // Bucket and object are found by who reads files, too.
        assert.equal(texts.length, 5);
        assert.ok(texts.every((text) => !text.includes(CANARY)));
    });
});
