import { PolicyPack } from "@pulumi/policy";
import { PACK_METADATA, PACK_NAME } from "./pack-args";
import { policies } from "./policies";
import { noteAskedTypes } from "./sdk/asked-type";
import { readPropertiesLazily } from "./sdk/lazy-properties";
import { refuseQuickly } from "./sdk/refuse-quickly";
import { refuseUnknownNames } from "./sdk/refuse-unknown-names";
import { shareStack } from "./sdk/share-stack";

noteAskedTypes();
refuseUnknownNames(policies.map(({ name }) => name));
const configured = refuseQuickly(policies);
new PolicyPack(PACK_NAME, {
    ...PACK_METADATA,
    policies: readPropertiesLazily() ? shareStack(configured) : configured,
});
