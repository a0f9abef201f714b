import { describePolicy } from "../../support/policy-table";
import { advisory } from "../misplaced/advisory";
import { valid } from "../misplaced/valid";
import { VALUE } from "../wildcards/stack";

describePolicy("ecs-task-role-no-injected-secret-access", {
    values: [VALUE],
    valid,
    invalid: [],
    unknown: advisory,
});
