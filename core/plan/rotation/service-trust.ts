import type { RenderedDocument } from "../rights";

/**
 * A trust policy for one AWS service, on behalf of the named resources of one account alone.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export function planServiceTrust(
    service: string,
    account: string,
    sourceArns: readonly string[],
): RenderedDocument<object> {
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { Service: service },
                Action: "sts:AssumeRole",
                Condition: {
                    ArnLike: { "aws:SourceArn": sourceArns },
                    StringEquals: { "aws:SourceAccount": account },
                },
            },
        ],
    };
}
