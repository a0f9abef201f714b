/** What an option of a log driver takes. */
export type CredentialForm = "password" | "token" | "user:password";

/**
 * Options by which log drivers and the plugins of FireLens routers take a credential, in lower case
 * and without `-`, `_` and dots: some plugins write the same option in several ways.
 * Source: https://github.com/aws-samples/amazon-ecs-firelens-examples
 */
const CREDENTIALS: Readonly<Record<string, Readonly<Record<string, CredentialForm>>>> = {
    splunk: { splunktoken: "token" },
    logentries: { logentriestoken: "token" },
    awsfirelens: {
        apikey: "token",
        bearertoken: "token",
        // Elastic Cloud's, as user:password.
        cloudauth: "user:password",
        httppasswd: "password",
        httppassword: "password",
        licensekey: "token",
        passwd: "password",
        password: "password",
        secretkey: "token",
        sharedkey: "token",
        splunktoken: "token",
        token: "token",
    },
};

/** Reads what a log driver takes by an option, if that is a credential. */
export function readCredentialOption(
    logDriver: string,
    option: string,
): CredentialForm | undefined {
    const name = option.toLowerCase().replace(/[-_.]/g, "");
    const known = Object.hasOwn(CREDENTIALS, logDriver) ? CREDENTIALS[logDriver] : {};
    return Object.hasOwn(known, name) ? known[name] : undefined;
}
