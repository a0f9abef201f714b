import { isDeepStrictEqual } from "node:util";
import { isAwsManagedKey, parseParameterName, parameterPath } from "../../core";
import type { Account } from "./account";
import { findKey } from "./kms";
import { AwsError, text, type Properties, type ResourceType } from "./resource-type";

/** A parameter as the simulated Parameter Store keeps it. */
export interface Parameter {
    readonly name: string;
    readonly arn: string;
    readonly type: string;
    readonly tier: string;
    readonly value: string;
    readonly version: number;
    /** Absent for types other than SecureString, `alias/aws/ssm` for the AWS managed key. */
    readonly keyId?: string;
}

/** Inputs whose change is no new version. */
const NOT_VERSIONED = ["overwrite", "region", "tags", "valueWo"];

const AWS_MANAGED_KEY = "alias/aws/ssm";
const MAX_CHARACTERS: Readonly<Record<string, number>> = { Standard: 4096, Advanced: 8192 };

const parameters = (account: Account) => account.collection<Parameter>("ssm-parameters");

/** All parameters. */
export const listParameters = (account: Account) => parameters(account).list();

/** Finds a parameter by its name or ARN. */
export function findParameter(account: Account, nameOrArn: string): Parameter | undefined {
    return parameters(account.inRegionOf(nameOrArn))
        .list()
        .find(({ name, arn }) => name === nameOrArn || arn === nameOrArn);
}

const parameter: ResourceType = {
    token: "aws:ssm/parameter:Parameter",
    autoName: "name",
    required: ["type"],
    replaceOn: ["dataType", "name"],
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
        const created = readInputs(account, inputs, 1);
        const taken = parameters(account).get(created.name);
        if (taken && inputs.overwrite === true) {
            return parameter.update!(account, created.name, inputs, {});
        }
        if (!parameters(account).create(created.name, created)) {
            const message =
                "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.";
            throw new AwsError("SSM: PutParameter", "ParameterAlreadyExists", message);
        }
        return { id: created.name, outputs: describe(created, inputs) };
    },
    read(account, id, outputs) {
        const found = parameters(account).get(id);
        return found && describe(found, outputs);
    },
    update(account, id, inputs, olds) {
        const old = parameters(account).get(id)?.version ?? 0;
        const isVersioned = Object.keys({ ...olds, ...inputs }).some(
            (name) =>
                !NOT_VERSIONED.includes(name) &&
                !(parameter.computed.includes(name) && inputs[name] === undefined) &&
                !isDeepStrictEqual(olds[name], inputs[name]),
        );
        const version = isVersioned ? old + 1 : old;
        const updated = readInputs(account, inputs, version);
        parameters(account).put(id, updated);
        return { id, outputs: describe(updated, inputs) };
    },
    delete(account, id) {
        parameters(account).delete(id);
    },
};

/** The resource types of AWS Systems Manager Parameter Store. */
export const ssmTypes = [parameter];

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

function readInputs(account: Account, inputs: Properties, version: number): Parameter {
    const refuse = (code: string, message: string): never => {
        throw new AwsError("SSM: PutParameter", code, message);
    };
    const name = text(inputs, "name");
    const type = text(inputs, "type");
    const tier = text(inputs, "tier") || "Standard";
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
    const most = MAX_CHARACTERS[tier] ?? MAX_CHARACTERS.Advanced;
    if (value.length > most) {
        const message = `${tier} tier parameters support a maximum parameter value of ${most} characters.`;
        refuse("ValidationException", message);
    }
    const keyId = text(inputs, "keyId") || AWS_MANAGED_KEY;
    if (type === "SecureString" && !isAwsManagedKey(keyId) && !findKey(account, keyId)?.usable) {
        refuse("InvalidKeyId", `Key ${keyId} is not found or not enabled.`);
    }
    return {
        name,
        type,
        tier,
        value,
        version,
        arn: account.arn("ssm", `parameter/${parameterPath(name)}`),
        ...(type === "SecureString" && { keyId }),
    };
}
