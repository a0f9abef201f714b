import { describePolicy } from "../../support/policy-table";
import { invalid } from "../secret-access/invalid";
import { unknown } from "../secret-access/unknown";
import { valid } from "../secret-access/valid";

describePolicy("ecs-execution-role-require-secret-access", {
    values: [],
    valid,
    invalid,
    unknown,
});
