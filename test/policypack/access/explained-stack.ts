import type { PolicyResource } from "@pulumi/policy";
import { explainService, type ServiceExplanation } from "../../../policypack/access/explain-stack";
import { StackModel, TYPES } from "../../../policypack/stack/model";
import { toResources, type Stack } from "../../support/pack-stack";

/** Explains the first task definition of a stack. */
export function explainStack(stack: Stack): ServiceExplanation | undefined {
    const sent = toResources(stack).map((resource) => ({ ...resource, propertyDependencies: {} }));
    const linked = sent as unknown as PolicyResource[];
    toResources(stack).forEach(({ propertyDependencies = {} }, index) => {
        linked[index].propertyDependencies = Object.fromEntries(
            Object.entries(propertyDependencies).map(([property, urns]) => [
                property,
                linked.filter(({ urn }) => urns.includes(urn)),
            ]),
        );
    });
    const model = new StackModel(linked);
    return explainService(model, model.ofType(TYPES.taskDefinition)[0]);
}
