import { describePolicy } from "../../support/policy-table";
import { advisory } from "../redeployment/advisory";
import { VALUE } from "../redeployment/stack";
import { valid } from "../redeployment/valid";

describePolicy("ecs-service-require-redeployment", {
    values: [VALUE],
    valid,
    invalid: [],
    unknown: advisory,
});
