import assert from "node:assert/strict";
import { viaServices } from "../../../../core";
import { KEY_1, LOCATION } from "../fixtures";

describe("viaServices", () => {
    it("takes the region from the key, which is where the secret is", () => {
        const key = KEY_1.replace("eu-west-1", "us-east-1");
        assert.deepEqual(viaServices("ssm", key, LOCATION), ["ssm.us-east-1.amazonaws.com"]);
    });

    it("takes the region of the location where the key is not known", () => {
        assert.deepEqual(viaServices("ssm", "", LOCATION), ["ssm.eu-west-1.amazonaws.com"]);
    });

    it("allows China's own suffix beside the one that is documented", () => {
        const china = { ...LOCATION, partition: "aws-cn", region: "cn-north-1" };
        const key = "arn:aws-cn:kms:cn-north-1:123456789012:key/1";
        assert.deepEqual(viaServices("secretsmanager", key, china), [
            "secretsmanager.cn-north-1.amazonaws.com",
            "secretsmanager.cn-north-1.amazonaws.com.cn",
        ]);
    });

    it("names Amazon S3 in the region of the key, for a bucket's ARN has none", () => {
        const key = KEY_1.replace("eu-west-1", "us-east-1");
        assert.deepEqual(viaServices("s3", key, LOCATION), ["s3.us-east-1.amazonaws.com"]);
    });
});
