import type { Account } from "../account";
import { findFunction, type FunctionPermission } from "../lambda";
import { AwsError, text, type ResourceType } from "../resource-type";
import { keepSecret } from "./keep-secret";
import { findSecret, requireSecret, type Secret } from "./secrets";

const ROTATOR = "secretsmanager.amazonaws.com";

/** The resource type of the rotation of a secret by a function. The function is never run. */
export const secretRotation: ResourceType = {
    token: "aws:secretsmanager/secretRotation:SecretRotation",
    defaults: { rotateImmediately: true },
    required: ["secretId"],
    replaceOn: ["secretId"],
    computed: ["rotationEnabled"],
    create(account, inputs) {
        const owner = requireSecret(account, "RotateSecret", text(inputs, "secretId"));
        const rotationLambdaArn = text(inputs, "rotationLambdaArn");
        refuseUnscheduled(inputs.rotationRules);
        refuseUninvokable(account, owner, rotationLambdaArn);
        keepSecret(account, { ...owner, rotationLambdaArn });
        return { id: owner.arn, outputs: { ...inputs, rotationEnabled: true } };
    },
    read(account, id, outputs) {
        const rotationLambdaArn = findSecret(account, id)?.rotationLambdaArn;
        return rotationLambdaArn === undefined
            ? undefined
            : { ...outputs, rotationEnabled: true, rotationLambdaArn };
    },
    update(account, _id, inputs) {
        return secretRotation.create(account, inputs);
    },
    delete(account, id) {
        const found = findSecret(account, id);
        if (found) {
            const { rotationLambdaArn: _gone, ...rest } = found;
            keepSecret(account, rest);
        }
    },
};

function refuse(code: string, message: string): never {
    throw new AwsError("Secrets Manager: RotateSecret", code, message);
}

/** Source: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotationRulesType.html */
function refuseUnscheduled(rules: unknown): void {
    const { automaticallyAfterDays: days, scheduleExpression } = (rules ?? {}) as {
        automaticallyAfterDays?: number;
        scheduleExpression?: string;
    };
    if ((days === undefined) === (scheduleExpression === undefined)) {
        refuse(
            "InvalidParameterException",
            "RotationRules must hold either AutomaticallyAfterDays or ScheduleExpression.",
        );
    }
    if (days !== undefined && !(days >= 1 && days <= 1000)) {
        refuse("InvalidParameterException", "AutomaticallyAfterDays must be from 1 to 1000.");
    }
}

/** Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html */
function refuseUninvokable(account: Account, secret: Secret, functionArn: string): void {
    const permissions = findFunction(account, functionArn)?.permissions ?? [];
    if (!permissions.some((one) => lets(one, account, secret))) {
        refuse(
            "AccessDeniedException",
            "Secrets Manager cannot invoke the specified Lambda function. Ensure that the function policy grants access to the principal secretsmanager.amazonaws.com.",
        );
    }
}

function lets(
    { principal, action, sourceArn, sourceAccount }: FunctionPermission,
    account: Account,
    secret: Secret,
): boolean {
    return (
        principal === ROTATOR &&
        ["lambda:InvokeFunction", "lambda:*"].includes(action) &&
        (sourceAccount === undefined || sourceAccount === account.id) &&
        (sourceArn === undefined || sourceArn === secret.arn)
    );
}
