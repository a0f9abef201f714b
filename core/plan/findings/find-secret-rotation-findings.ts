import { parseArn } from "../../arn";
import type { Finding } from "../../finding";
import { joinPath } from "../shape/shape";
import type { RotationDescription } from "./description";

/**
 * Finds what AWS Secrets Manager would not rotate a secret with.
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotationRulesType.html
 */
export function findSecretRotationFindings(rotation: RotationDescription, path: string): Finding[] {
    const { lambdaArn, automaticallyAfterDays: days, scheduleExpression, duration } = rotation;
    const daysPath = joinPath(path, "automaticallyAfterDays");
    const findings: Finding[] = [];
    if (typeof lambdaArn === "string" && !isFunctionArn(lambdaArn)) {
        findings.push({
            path: joinPath(path, "lambdaArn"),
            reason: "is not the ARN of a Lambda function",
            remedy: "Give the function's ARN, for example rotate.arn.",
        });
    }
    if (typeof days === "number" && (days < 1 || days > 1000)) {
        const remedy = "Give a number from 1 to 1000.";
        findings.push({ path: daysPath, reason: "is no number of days to rotate after", remedy });
    }
    if (days !== undefined && scheduleExpression !== undefined) {
        findings.push({
            path: daysPath,
            reason: "cannot be given together with scheduleExpression",
            remedy: "Give one of the two.",
        });
    }
    if (typeof scheduleExpression === "string" && !SCHEDULE.test(scheduleExpression)) {
        findings.push({
            path: joinPath(path, "scheduleExpression"),
            reason: "is no schedule",
            remedy: "Write it like rate(10 days) or cron(0 8 1 * ? *).",
        });
    }
    if (typeof duration === "string" && !/^[1-9]\d?h$/.test(duration)) {
        const remedy = "Write it like 3h.";
        findings.push({
            path: joinPath(path, "duration"),
            reason: "is no number of hours",
            remedy,
        });
    }
    return findings;
}

/** Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html */
const SCHEDULE = /^(rate\([1-9]\d{0,3} (hours?|days?)\)|cron\([^\s()]+( [^\s()]+){5}\))$/;

function isFunctionArn(text: string): boolean {
    const arn = parseArn(text);
    return arn?.service === "lambda" && /^function:[A-Za-z0-9_-]+(:[^:]+)?$/.test(arn.resource);
}
