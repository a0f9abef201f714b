import type { PolicyResource } from "@pulumi/policy";
import { messageOf } from "../sdk/lazy-properties";
import { StackModel } from "./model";

let last: { readonly sent: readonly PolicyResource[]; readonly model: StackModel } | undefined;

/**
 * The model of a stack: the same for all policies that are asked of it in turn, though the SDK gives
 * each of them its own objects. What was read and indexed for one serves the next.
 */
export function readStack(resources: readonly PolicyResource[]): StackModel {
    if (!last || !isSameStack(last.sent, resources)) {
        last = { sent: resources, model: new StackModel(resources) };
    }
    return last.model;
}

function isSameStack(one: readonly PolicyResource[], other: readonly PolicyResource[]): boolean {
    return (
        one === other ||
        (one.length === other.length &&
            one.every(({ props }, index) => {
                const message = messageOf(props);
                return message !== undefined && message === messageOf(other[index].props);
            }))
    );
}
