import { Server } from "@grpc/grpc-js";
import type { PolicyPackArgs } from "@pulumi/policy";
import { AnalyzeStackRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import { version } from "../package.json";
import { PACK_METADATA, PACK_NAME } from "../pack-args";
import { policies } from "../policies";
import { noteAskedTypes } from "../sdk/asked-type";
import { readPropertiesLazily } from "../sdk/lazy-properties";
import { refuseQuickly } from "../sdk/refuse-quickly";
import { refuseUnknownNames } from "../sdk/refuse-unknown-names";
import { shareStack } from "../sdk/share-stack";
import type { Server as SdkServer } from "../sdk/server";
import { noteStackConfig } from "./stack-config";
// Not copies of what they export: one is reached into, and no types tell of what the other has.
// eslint-disable-next-line @typescript-eslint/no-require-imports
import deserialize = require("@pulumi/policy/deserialize");
// eslint-disable-next-line @typescript-eslint/no-require-imports
import server = require("@pulumi/policy/server");

/** What `new PolicyPack` calls when it has read the version from a file, which there is none of. */
interface Sdk {
    serve(name: string, version: string, level: "advisory", pack: PolicyPackArgs): void;
}

/** Serves the pack to the engine, and prints where. */
export function servePack(): void {
    const grpc = Server as SdkServer;
    noteAskedTypes(grpc);
    noteStackConfig(grpc);
    refuseUnknownNames(
        policies.map(({ name }) => name),
        grpc,
    );
    const quick = refuseQuickly(policies);
    const isLazy = readPropertiesLazily(deserialize as object);
    const served = isLazy ? shareStack(quick, AnalyzeStackRequest) : quick;
    const pack = { ...PACK_METADATA, policies: served };
    (server as unknown as Sdk).serve(PACK_NAME, version, "advisory", pack);
}
