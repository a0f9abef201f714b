import { hex } from "../ids";
import { text, type ResourceType } from "../resource-type";
import { requireRole, roles, withAttached } from "./roles";

/** The resource type that attaches managed policies to roles. */
export const rolePolicyAttachment: ResourceType = {
    token: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    isGlobal: true,
    required: ["policyArn", "role"],
    replaceOn: ["policyArn", "role"],
    computed: [],
    create(account, inputs) {
        const owner = requireRole(account, "AttachRolePolicy", text(inputs, "role"));
        roles(account).put(owner.name, withAttached(account, owner, [text(inputs, "policyArn")]));
        return { id: `${owner.name}-${hex(26)}`, outputs: inputs };
    },
    read(account, _id, outputs) {
        const owner = roles(account).get(text(outputs, "role"));
        return owner?.attached.includes(text(outputs, "policyArn")) ? outputs : undefined;
    },
    delete(account, _id, outputs) {
        const owner = roles(account).get(text(outputs, "role"));
        if (owner) {
            const attached = owner.attached.filter((arn) => arn !== text(outputs, "policyArn"));
            roles(account).put(owner.name, { ...owner, attached });
        }
    },
};
