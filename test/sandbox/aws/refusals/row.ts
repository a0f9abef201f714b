import type { Properties } from "../../../../sandbox/aws/resource-type";
import type { TestAccount, TOKENS } from "../../../support/simulated-aws";

/** A value that no message may hold. */
export const CANARY = "canary-never-shown";

/** A resource whose creation is refused. */
export interface Row {
    readonly title: string;
    readonly type: keyof typeof TOKENS;
    /** What must exist first; the refused inputs may need it. */
    readonly inputs: (account: TestAccount) => Properties;
    readonly message: RegExp;
}

/** Creates a resource of the name `taken`, and gives the inputs to do it once more. */
export function taken(
    account: TestAccount,
    type: keyof typeof TOKENS,
    inputs: Properties,
): Properties {
    const named = { ...inputs, name: "taken" };
    account.create(type, named);
    return named;
}
