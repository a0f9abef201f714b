import { describePolicy } from "../../support/policy-table";
import { VALUE } from "../wildcards/stack";
import { invalid } from "../wildcards/invalid";
import { valid } from "../wildcards/valid";

describePolicy("iam-role-policy-no-wildcard-secret-access", {
    values: [VALUE],
    valid,
    invalid,
    unknown: [],
});
