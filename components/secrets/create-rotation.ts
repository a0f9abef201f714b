import { Permission } from "@pulumi/aws/lambda";
import { SecretRotation, type Secret, type SecretVersion } from "@pulumi/aws/secretsmanager";
import * as pulumi from "@pulumi/pulumi";
import type { RotationArgs } from "../args";
import { createChild, type Scope } from "../scope";

/** How often a secret is rotated that names no schedule. */
const DEFAULT_DAYS = 30;

/** Creates the rotation of a secret, and what lets AWS Secrets Manager invoke its function. */
export function createRotation(
    scope: Scope,
    suffix: string,
    { arn, id }: Secret,
    rotation: RotationArgs,
    versions: SecretVersion[],
): SecretRotation {
    const { lambdaArn, scheduleExpression, duration, rotateImmediately = false } = rotation;
    const permission =
        (rotation.allowInvocation ?? true)
            ? [
                  createChild(
                      scope,
                      "rotationPermission",
                      Permission,
                      `${suffix}-rotation-permission`,
                      {
                          action: "lambda:InvokeFunction",
                          function: lambdaArn,
                          principal: "secretsmanager.amazonaws.com",
                          sourceArn: arn,
                          sourceAccount: scope.location.account,
                      },
                  ),
              ]
            : [];
    const days =
        scheduleExpression === undefined
            ? (rotation.automaticallyAfterDays ?? DEFAULT_DAYS)
            : undefined;
    return createChild(
        scope,
        "secretRotation",
        SecretRotation,
        `${suffix}-rotation`,
        {
            secretId: id,
            rotationLambdaArn: lambdaArn,
            rotateImmediately,
            rotationRules: { automaticallyAfterDays: days, scheduleExpression, duration },
        },
        { dependsOn: [...permission, ...versions] as pulumi.Resource[] },
    );
}
