import * as provider from "../../../sandbox/aws/provider";
import type { Properties, ResourceState } from "../../../sandbox/aws/resource-type";
import { TestAccount, TOKENS } from "../../support/simulated-aws";

/** A short name of a resource type. */
export type TypeName = keyof typeof TOKENS;

/** The resource type of a short name. */
export const typeOf = (name: TypeName) => provider.resourceType(TOKENS[name]);

/** Checks inputs as the engine does, with the logical name `web`. */
export function checked(name: TypeName, news: Properties, olds: Properties = {}): Properties {
    return provider.checkInputs(typeOf(name), "web", news, olds, new Uint8Array([7])).inputs;
}

/** Updates a resource as the engine does: check, then update with what it was. */
export function update(
    account: TestAccount,
    name: TypeName,
    { id, outputs }: ResourceState,
    news: Properties,
): ResourceState {
    return provider.update(account.account, typeOf(name), id, checked(name, news), outputs);
}
