import type { Account } from "../account";
import { AwsError, text, type Properties, type ResourceType } from "../resource-type";
import { aliases, findKey, type Alias } from "./keys";

/** The resource type of the aliases of keys. */
export const alias: ResourceType = {
    token: "aws:kms/alias:Alias",
    autoName: "name",
    namePrefix: "alias/",
    required: ["targetKeyId"],
    replaceOn: ["name", "namePrefix"],
    computed: ["arn", "namePrefix", "targetKeyArn"],
    create(account, inputs) {
        const created = readInputs(account, "CreateAlias", inputs);
        if (!aliases(account).create(created.name, created)) {
            const message = `An alias with the name ${created.arn} already exists`;
            throw new AwsError("KMS: CreateAlias", "AlreadyExistsException", message);
        }
        return { id: created.name, outputs: describe(account, created, inputs) };
    },
    read(account, id, outputs) {
        const found = aliases(account).get(id);
        return found && describe(account, found, outputs);
    },
    update(account, id, inputs) {
        const updated = readInputs(account, "UpdateAlias", inputs);
        aliases(account).put(id, updated);
        return { id, outputs: describe(account, updated, inputs) };
    },
    delete(account, id) {
        aliases(account).delete(id);
    },
};

function describe(account: Account, found: Alias, properties: Properties): Properties {
    const { arn, name, keyId } = found;
    return { ...properties, arn, name, targetKeyArn: account.arn("kms", `key/${keyId}`) };
}

/** Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html */
function readInputs(account: Account, operation: string, inputs: Properties): Alias {
    const refuse = (code: string, message: string): never => {
        throw new AwsError(`KMS: ${operation}`, code, message);
    };
    const name = text(inputs, "name");
    if (!/^alias\/[A-Za-z0-9/_-]{1,250}$/.test(name)) {
        refuse("ValidationException", "Alias must begin with alias/ and hold letters, digits, /_-");
    }
    if (name.startsWith("alias/aws/")) {
        refuse("NotAuthorizedException", "The name of an alias may not begin with alias/aws/");
    }
    const keyId = text(inputs, "targetKeyId");
    const key = findKey(account, keyId);
    if (!key || key.manager === "AWS" || key.state === "PendingDeletion" || isAlias(keyId)) {
        return refuse("NotFoundException", `Key '${keyId}' does not exist`);
    }
    return { name, arn: account.arn("kms", name), keyId: key.id };
}

function isAlias(keyId: string): boolean {
    return /(^|:)alias\//.test(keyId);
}
