import { bucket, bucketV2 } from "./bucket";
import { objectTypes } from "./bucket-object";
import { bucketPolicy } from "./bucket-policy";
import { encryptionTypes } from "./encryption";

export { bucketArn } from "./bucket";
export { findBucket, objects, type FoundBucket } from "./buckets";

/** The resource types of Amazon S3. */
export const s3Types = [bucket, bucketPolicy, bucketV2, ...encryptionTypes, ...objectTypes];
