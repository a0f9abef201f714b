import { isDeepStrictEqual } from "node:util";
import { isAwsManagedKey, parseParameterName, parameterPath } from "../../../core";
import type { Account } from "../account";
import { findKey } from "../kms";
import { AwsError, readTags, text, type Properties, type ResourceType } from "../resource-type";
import { parameters, publishChange, type Parameter } from "./parameters";
import { chooseTier, INTELLIGENT } from "./tier";

/** Inputs whose change is no new version. */
const NOT_VERSIONED = ["overwrite", "region", "tags", "valueWo"];

const AWS_MANAGED_KEY = "alias/aws/ssm";

/** The resource type of parameters. */
export const parameter: ResourceType = {
    token: "aws:ssm/parameter:Parameter",
    autoName: "name",
    required: ["type"],
    replaceOn: ["dataType", "name"],
    // AWS makes no advanced parameter a standard one, so that the provider makes another one.
    replaceIf: { tier: (old, now) => old === "Advanced" && now === "Standard" },
    ignoreIf: { tier: (old, now) => old !== undefined && now === INTELLIGENT },
    computed: [
        "arn",
        "dataType",
        "hasValueWo",
        "insecureValue",
        "keyId",
        "tagsAll",
        "tier",
        "value",
        "version",
    ],
    recomputed: {
        description: ["version"],
        insecureValue: ["value", "version"],
        keyId: ["version"],
        type: ["version"],
        value: ["version"],
        valueWoVersion: ["version"],
    },
    create(account, inputs) {
        const taken = parameters(account).get(text(inputs, "name"));
        if (taken && inputs.overwrite === true) {
            return parameter.update!(account, taken.name, inputs, {});
        }
        const created = readInputs(account, inputs, undefined);
        if (!parameters(account).create(created.name, created)) {
            const message =
                "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.";
            throw new AwsError("SSM: PutParameter", "ParameterAlreadyExists", message);
        }
        publishChange(account, "Create", created);
        return { id: created.name, outputs: describe(created, inputs) };
    },
    read(account, id, outputs) {
        const found = parameters(account).get(id);
        return found && describe(found, outputs);
    },
    update(account, id, inputs, olds) {
        const old = parameters(account).get(id);
        // The provider puts the parameter again only if more than its tags changed.
        const isPut = Object.keys({ ...olds, ...inputs }).some(
            (name) =>
                !NOT_VERSIONED.includes(name) &&
                !(parameter.computed.includes(name) && inputs[name] === undefined) &&
                !parameter.ignoreIf?.[name]?.(olds[name], inputs[name]) &&
                !isDeepStrictEqual(olds[name], inputs[name]),
        );
        if (old && !isPut) {
            const tagged = { ...old, tags: readTags(inputs) };
            parameters(account).put(id, tagged);
            return { id, outputs: describe(tagged, inputs) };
        }
        const updated = readInputs(account, inputs, old);
        parameters(account).put(id, updated);
        publishChange(account, "Update", updated);
        return { id, outputs: describe(updated, inputs) };
    },
    delete(account, id) {
        const found = parameters(account).get(id);
        if (found) {
            parameters(account).delete(id);
            publishChange(account, "Delete", found);
        }
    },
};

function describe(found: Parameter, properties: Properties): Properties {
    const { valueWo: _neverPutOut, ...rest } = properties;
    const hasValueWo = properties.valueWoVersion !== undefined;
    return {
        dataType: "text",
        ...rest,
        name: found.name,
        type: found.type,
        value: hasValueWo ? "" : found.value,
        insecureValue: text(properties, "insecureValue") && found.value,
        arn: found.arn,
        hasValueWo,
        keyId: found.keyId ?? "",
        tier: found.tier,
        version: found.version,
    };
}

/** The parameter as PutParameter would make it of the inputs, one version after the old one. */
function readInputs(account: Account, inputs: Properties, old: Parameter | undefined): Parameter {
    const refuse = (code: string, message: string): never => {
        throw new AwsError("SSM: PutParameter", code, message);
    };
    const name = text(inputs, "name");
    const type = text(inputs, "type");
    const value = ["value", "insecureValue", "valueWo"]
        .map((input) => text(inputs, input))
        .find((given) => given !== "");
    const { problem } = parseParameterName(name);
    if (problem) {
        refuse("ValidationException", `Parameter name: ${problem.reason}.`);
    }
    if (!["String", "StringList", "SecureString"].includes(type)) {
        refuse("UnsupportedParameterType", "The parameter type is not supported.");
    }
    if (value === undefined) {
        return refuse("ValidationException", "Value must have a length of at least 1.");
    }
    const tier = chooseTier(text(inputs, "tier"), old?.tier, value);
    const keyId = text(inputs, "keyId") || AWS_MANAGED_KEY;
    const key = type === "SecureString" ? findKey(account, keyId) : undefined;
    if (type === "SecureString" && !isAwsManagedKey(keyId) && !key?.usable) {
        refuse("InvalidKeyId", `Key ${keyId} is not found or not enabled.`);
    }
    return {
        name,
        type,
        tier,
        value,
        version: (old?.version ?? 0) + 1,
        arn: account.arn("ssm", `parameter/${parameterPath(name)}`),
        tags: readTags(inputs),
        ...(type === "SecureString" && { keyId }),
        ...(key && { keyArn: key.arn }),
    };
}
