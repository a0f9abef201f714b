import { hex } from "../ids";
import { AwsError, text, type Properties, type ResourceType } from "../resource-type";
import { findFunction, functions, requireFunction, type FunctionPermission } from "./functions";

/** The inputs of a permission; AWS Lambda changes none of them. */
const INPUTS = [
    "action",
    "eventSourceToken",
    "function",
    "functionUrlAuthType",
    "invokedViaFunctionUrl",
    "principal",
    "principalOrgId",
    "qualifier",
    "sourceAccount",
    "sourceArn",
    "statementId",
    "statementIdPrefix",
];

/** The resource type of the statements of a function's policy. */
export const permission: ResourceType = {
    token: "aws:lambda/permission:Permission",
    required: ["action", "function", "principal"],
    replaceOn: INPUTS,
    computed: ["statementId", "statementIdPrefix"],
    create(account, inputs) {
        const owner = requireFunction(account, "AddPermission", text(inputs, "function"));
        const prefix = text(inputs, "statementIdPrefix");
        const sid = text(inputs, "statementId") || `${prefix || "terraform-"}${hex(26)}`;
        if (owner.permissions.some((one) => one.sid === sid)) {
            const message = `The statement id (${sid}) provided already exists. Please provide a new statement id, or remove the existing statement.`;
            throw new AwsError("Lambda: AddPermission", "ResourceConflictException", message);
        }
        const permissions = [...owner.permissions, readPermission(sid, inputs)];
        functions(account).put(owner.functionName, { ...owner, permissions });
        return { id: sid, outputs: { ...inputs, statementId: sid, statementIdPrefix: prefix } };
    },
    read(account, id, outputs) {
        const owner = findFunction(account, text(outputs, "function"));
        return owner?.permissions.some(({ sid }) => sid === id) ? outputs : undefined;
    },
    delete(account, id, outputs) {
        const owner = findFunction(account, text(outputs, "function"));
        if (owner) {
            const permissions = owner.permissions.filter(({ sid }) => sid !== id);
            functions(account).put(owner.functionName, { ...owner, permissions });
        }
    },
};

function readPermission(sid: string, inputs: Properties): FunctionPermission {
    const sourceArn = text(inputs, "sourceArn");
    const sourceAccount = text(inputs, "sourceAccount");
    return {
        sid,
        principal: text(inputs, "principal"),
        action: text(inputs, "action"),
        ...(sourceArn !== "" && { sourceArn }),
        ...(sourceAccount !== "" && { sourceAccount }),
    };
}
