import type { PutParameterCommandInput } from "@aws-sdk/client-ssm";
import type { ParameterArgs } from "@pulumi/aws/ssm";
import { physicalName, regionalArn } from "./names";
import { defineTranslation, refuseRest, type Answer } from "./request";
import { capitalTag, listTags } from "./tags";

/** `aws:ssm/parameter:Parameter` */
export const parameter = defineTranslation<ParameterArgs>(function* (args, declared) {
    const { name, type, value, insecureValue, valueWo, keyId, description, tier, ...more } = args;
    const { allowedPattern, dataType, overwrite, tags, ...others } = more;
    const { region: _, valueWoVersion: __, ...rest } = others;
    refuseRest(rest);
    const Name = physicalName({ name }, declared);
    const { Version }: Answer = yield {
        service: "ssm",
        operation: "PutParameter",
        input: {
            Name,
            Type: type as PutParameterCommandInput["Type"],
            Value: value ?? insecureValue ?? valueWo,
            KeyId: keyId,
            Description: description,
            Tier: tier as PutParameterCommandInput["Tier"],
            AllowedPattern: allowedPattern,
            DataType: dataType,
            Overwrite: overwrite,
            Tags: listTags(tags, capitalTag),
        } satisfies PutParameterCommandInput,
    };
    const arn = regionalArn(declared, "ssm", `parameter/${Name.replace(/^\//, "")}`);
    return { id: Name, name: Name, arn, version: Version, type, value: value ?? insecureValue };
});
