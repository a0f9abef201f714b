import { PolicyPack } from "@pulumi/policy";
import { policies } from "./policies";
import { noteAskedTypes } from "./sdk/asked-type";
import { readPropertiesLazily } from "./sdk/lazy-properties";
import { refuseQuickly } from "./sdk/refuse-quickly";
import { refuseUnknownNames } from "./sdk/refuse-unknown-names";
import { shareStack } from "./sdk/share-stack";

noteAskedTypes();
refuseUnknownNames(policies.map(({ name }) => name));
const configured = refuseQuickly(policies);
new PolicyPack("ecs-secrets", {
    policies: readPropertiesLazily() ? shareStack(configured) : configured,
});
