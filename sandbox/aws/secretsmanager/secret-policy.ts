import { parsePolicyDocument } from "../../../core";
import type { Account } from "../account";
import { refuseMalformedResource } from "../policy-refusal";
import { AwsError, canonicalJson, text, type ResourceType } from "../resource-type";
import { keepSecret } from "./keep-secret";
import { findSecret, requireSecret } from "./secrets";

const PUT_POLICY = "Secrets Manager: PutResourcePolicy";

/** The resource type of the resource policy of a secret that another resource made. */
export const secretPolicy: ResourceType = {
    token: "aws:secretsmanager/secretPolicy:SecretPolicy",
    defaults: {},
    required: ["policy", "secretArn"],
    replaceOn: ["secretArn"],
    canonical: { policy: canonicalJson },
    computed: [],
    create(account, inputs) {
        const policy = text(inputs, "policy");
        refuseMalformedPolicy(account, policy, inputs.blockPublicPolicy === true);
        const owner = requireSecret(account, "PutResourcePolicy", text(inputs, "secretArn"));
        keepSecret(account, { ...owner, policy });
        return { id: owner.arn, outputs: inputs };
    },
    read(account, id, outputs) {
        const policy = findSecret(account, id)?.policy;
        return policy === undefined ? undefined : { ...outputs, policy };
    },
    update(account, _id, inputs) {
        return secretPolicy.create(account, inputs);
    },
    delete(account, id) {
        const found = findSecret(account, id);
        if (found) {
            const { policy: _gone, ...rest } = found;
            keepSecret(account, rest);
        }
    },
};

/** Refuses a resource policy that AWS would refuse. */
export function refuseMalformedPolicy(account: Account, policy: string, blockPublic = false): void {
    refuseMalformedResource(account, policy, {
        operation: PUT_POLICY,
        code: "MalformedPolicyDocumentException",
        principals: "This resource policy contains an unsupported principal.",
        // Source: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutResourcePolicy.html
        size: {
            max: 20_480,
            code: "ValidationException",
            message:
                "1 validation error detected: Value at 'resourcePolicy' failed to satisfy constraint: Member must have length less than or equal to 20480",
        },
    });
    const isPublic = parsePolicyDocument(policy).document?.statements.some(
        ({ effect, principals, conditions }) =>
            effect === "Allow" && principals?.everybody === true && conditions.length === 0,
    );
    if (blockPublic && isPublic) {
        const message = "You can't use this policy because it allows public access to the secret.";
        throw new AwsError(PUT_POLICY, "PublicPolicyException", message);
    }
}
