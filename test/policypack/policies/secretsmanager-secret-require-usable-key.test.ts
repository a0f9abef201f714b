import { describePolicy } from "../../support/policy-table";
import { invalid } from "../keys/invalid";
import { invalidParameters } from "../keys/invalid-parameters";
import { NAME, VALUE } from "../keys/stack";
import { suspected } from "../keys/suspected";
import { valid } from "../keys/valid";

describePolicy(NAME, {
    values: [VALUE],
    valid,
    invalid: [...invalid, ...invalidParameters],
    unknown: suspected,
});
