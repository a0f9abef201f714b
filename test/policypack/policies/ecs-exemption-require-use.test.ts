import { VALUE } from "../exemptions/base";
import { IDLE, NEEDED } from "../exemptions/idle";
import { MISTAKES } from "../exemptions/mistakes";
import { describePolicy } from "../../support/policy-table";

describePolicy("ecs-exemption-require-use", {
    values: [VALUE],
    valid: NEEDED,
    invalid: MISTAKES,
    unknown: IDLE,
});
