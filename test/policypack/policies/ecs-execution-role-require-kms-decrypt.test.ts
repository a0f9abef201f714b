import { describePolicy } from "../../support/policy-table";
import { invalid } from "../kms-decrypt/invalid";
import { VALUE } from "../kms-decrypt/stack";
import { unknown } from "../kms-decrypt/unknown";
import { valid } from "../kms-decrypt/valid";

describePolicy("ecs-execution-role-require-kms-decrypt", {
    values: [VALUE],
    valid,
    invalid,
    unknown,
});
