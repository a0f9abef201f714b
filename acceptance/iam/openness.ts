import { MANAGED_POLICIES } from "../../core";
import type { World } from "./world";

/** What core/iam may leave open, and where AWS's own words leave it open. */
const OPEN: readonly { readonly why: string; readonly isIn: (world: World) => boolean }[] = [
    {
        why: "an excerpt of a managed policy does not speak of the service",
        isIn: ({ action, policies }) =>
            policies.some(
                (policy) =>
                    policy.kind === "managed" &&
                    isLeftOut(policy.arn, action.slice(0, action.indexOf(":"))),
            ),
    },
    {
        // «It can expand», which says that it may: see
        // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
        why: "a wildcard at the end of a segment may reach beyond its colon",
        isIn: ({ policies }) =>
            policies.some(
                (policy) =>
                    policy.kind === "written" &&
                    policy.statements.some(({ resource }) =>
                        resource.texts.some((text) => /\*:/.test(text)),
                    ),
            ),
    },
    {
        // https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-missing-arn-field
        why: "an ARN that lacks fields is an error, and a wildcard in it may reach beyond a colon",
        isIn: ({ policies }) =>
            policies.some(
                (policy) =>
                    policy.kind === "written" &&
                    policy.statements.some(({ resource }) =>
                        resource.texts.some(
                            (text) => /^arn:.*[*?]/.test(text) && text.split(":").length < 6,
                        ),
                    ),
            ),
    },
];

/** Why core/iam may say that it is not known; `undefined` if it has no reason to. */
export function findOpenness(world: World): string | undefined {
    return OPEN.find(({ isIn }) => isIn(world))?.why;
}

function isLeftOut(arn: string, service: string): boolean {
    const entry = MANAGED_POLICIES.find(({ path }) => arn.endsWith(`:policy/${path}`));
    return entry?.completeFor?.includes(service) === false;
}
