import type { Account } from "../account";
import { canonicalJson, text, type Properties, type ResourceType } from "../resource-type";
import { requireRole, roles, withInline } from "./roles";

/** The resource type of the inline policies of roles. */
export const rolePolicy: ResourceType = {
    token: "aws:iam/rolePolicy:RolePolicy",
    isGlobal: true,
    autoName: "name",
    required: ["policy", "role"],
    replaceOn: ["name", "namePrefix", "role"],
    canonical: { policy: canonicalJson },
    computed: ["namePrefix"],
    create(account, inputs) {
        putRolePolicy(account, inputs);
        return { id: `${text(inputs, "role")}:${text(inputs, "name")}`, outputs: inputs };
    },
    read(account, _id, outputs) {
        const policy = roles(account).get(text(outputs, "role"))?.inline[text(outputs, "name")];
        return policy === undefined ? undefined : { ...outputs, policy };
    },
    update(account, id, inputs) {
        putRolePolicy(account, inputs);
        return { id, outputs: inputs };
    },
    delete(account, _id, outputs) {
        const owner = roles(account).get(text(outputs, "role"));
        if (owner) {
            const { [text(outputs, "name")]: _gone, ...inline } = owner.inline;
            roles(account).put(owner.name, { ...owner, inline });
        }
    },
};

function putRolePolicy(account: Account, inputs: Properties): void {
    const owner = requireRole(account, "PutRolePolicy", text(inputs, "role"));
    const added = { [text(inputs, "name")]: text(inputs, "policy") };
    roles(account).put(owner.name, withInline(owner, added));
}
