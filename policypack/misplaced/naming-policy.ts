import { evaluateIdentity, STORE_FACTS, type AccessRequest, type NamedPolicy } from "../../core";
import type { Rights } from "../access/judge";
import type { Need } from "../access/need";
import { isOfComponent } from "../stack/model";

/** What a program reads each with; it may ask for one parameter or for several. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
    [STORE_FACTS.secretsmanager.action]: [STORE_FACTS.secretsmanager.action],
    [STORE_FACTS.ssm.action]: [STORE_FACTS.ssm.action, "ssm:GetParameter"],
};

/** What stands for the six characters that AWS appends to the name of a secret. */
const APPENDED = /-([A-Za-z0-9]{6}|\?{6}|\*)$/;

/**
 * The name of a policy that allows a role to read the very secret of a need, and was not written for
 * many. Our component gives a task role no right that its args do not name.
 */
export function findNamingPolicy({ policies }: Rights, need: Need): string | undefined {
    const [request] = need.requests;
    const actions = Object.hasOwn(ACTIONS, request.action) ? ACTIONS[request.action] : [];
    return policies
        .filter(({ resource }) => resource === undefined || !isOfComponent(resource))
        .map(({ policy }) => policy)
        .find((policy) => actions.some((action) => isAllowing(policy, { ...request, action })))
        ?.name;
}

/** Whether any policy names what a need is for, be it allowed or not: it is soon seen. */
export function mayBeNamed({ policies }: Rights, { requests: [request] }: Need): boolean {
    return (
        Object.hasOwn(ACTIONS, request.action) &&
        policies.some(({ policy }) =>
            listResources(policy).some((text) => isNaming(text, request.resource)),
        )
    );
}

function listResources(policy: NamedPolicy): readonly string[] {
    return policy.kind === "document"
        ? policy.document.statements.flatMap(({ resources }) => resources ?? [])
        : [];
}

function isAllowing(policy: NamedPolicy, request: AccessRequest): boolean {
    return (
        policy.kind === "document" &&
        evaluateIdentity(request, [onlyNaming(policy, request.resource)]).answer === "allowed"
    );
}

/** What remains of a policy without the statements that name something else, or more. */
function onlyNaming(policy: NamedPolicy & { kind: "document" }, arn: string): NamedPolicy {
    const statements = policy.document.statements.flatMap((statement) => {
        const resources = statement.resources?.filter((text) => isNaming(text, arn)) ?? [];
        return statement.effect === "Deny"
            ? [statement]
            : resources.length > 0
              ? [{ ...statement, resources }]
              : [];
    });
    return { ...policy, document: { ...policy.document, statements } };
}

function isNaming(text: string, arn: string): boolean {
    const isSecret = arn.split(":")[2] === "secretsmanager";
    return text === arn || (isSecret && text.replace(APPENDED, "") === arn.replace(APPENDED, ""));
}
