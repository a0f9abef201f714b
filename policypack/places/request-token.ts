/**
 * Whether a field is what AWS's APIs call a token and is no credential: what makes a request count
 * once, and where the next page begins.
 * Source: https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-idempotency.html
 */
export function isRequestToken(name: string): boolean {
    return /^(?:Client|[Cc]lientRequest|[Ii]dempotency|[Nn]ext|[Cc]ontinuation)Token$/.test(name);
}
