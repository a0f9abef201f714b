/**
 * By these signatures the engine marks what JSON cannot say, in place of
 * `@pulumi/pulumi/runtime/rpc`, which loads all that a program needs.
 * https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/sig/sig.go
 */
export const specialSigKey = "4dabf18193072939515e22adb298388d";

/** Marks an asset. */
export const specialAssetSig = "c44067f5952c0a294b673a41bacd8c17";

/** Marks an archive. */
export const specialArchiveSig = "0def7320c3a5731c473e5ecbe6d01bc7";

/** Marks what Pulumi holds secret. */
export const specialSecretSig = "1b47061264138c4ac30d75fd1eb44270";
