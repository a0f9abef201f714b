import { PolicyPack } from "@pulumi/policy";
import { policies } from "./policies";
import { readPropertiesLazily } from "./sdk/lazy-properties";
import { refuseQuickly } from "./sdk/refuse-quickly";

readPropertiesLazily();
new PolicyPack("ecs-secrets", { policies: refuseQuickly(policies) });
