import { describePolicy } from "../../support/policy-table";
import { invalid } from "../kms-decrypt/invalid";
import { plannedUnknown } from "../kms-decrypt/planned-unknown";
import { plannedValid } from "../kms-decrypt/planned-valid";
import { VALUE } from "../kms-decrypt/stack";
import { unknown } from "../kms-decrypt/unknown";
import { valid } from "../kms-decrypt/valid";

describePolicy("ecs-execution-role-require-kms-decrypt", {
    values: [VALUE],
    valid: [...valid, ...plannedValid],
    invalid,
    unknown: [...unknown, ...plannedUnknown],
});
