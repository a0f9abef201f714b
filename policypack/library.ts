// What `pulumi-ecs-secrets/policies` exports, for packs that take single policies.
import "./guard";

export { policies, policyNamed, type PolicyName } from "./policies";
