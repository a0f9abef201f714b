/** A value whose form only one issuer gives it. */
export interface TokenForm {
    /** Matched against the whole value. */
    readonly form: RegExp;
    readonly reads: string;
    /** Where the form is documented. */
    readonly source: string;
}

/** Forms of tokens and keys that are secret under any name. */
export const TOKEN_FORMS: readonly TokenForm[] = [
    {
        form: /^(?:AKIA|ASIA)[A-Z0-9]{16}$/,
        reads: "an AWS access key id",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html",
    },
    {
        form: /^gh[opsur]_[A-Za-z0-9]{36,255}$/,
        reads: "a GitHub token",
        source: "https://github.blog/engineering/behind-githubs-new-authentication-token-formats/",
    },
    {
        form: /^github_pat_\w{22,255}$/,
        reads: "a GitHub token",
        source: "https://docs.github.com/authentication",
    },
    {
        form: /^gl(?:pat|ptt|rt|dt|cbt|agent|ft|oas|soat|imt)-[\w.-]{20,300}$/,
        reads: "a GitLab token",
        source: "https://docs.gitlab.com/security/tokens/",
    },
    {
        form: /^xox[abeoprs]-[A-Za-z0-9-]{10,250}$/,
        reads: "a Slack token",
        source: "https://api.slack.com/concepts/token-types",
    },
    {
        form: /^xapp-\d-[A-Z0-9]{5,20}-\d{5,20}-[a-z0-9]{20,100}$/,
        reads: "a Slack token",
        source: "https://api.slack.com/concepts/token-types",
    },
    {
        form: /^(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,250}$/,
        reads: "a Stripe secret key",
        source: "https://docs.stripe.com/keys",
    },
    {
        form: /^whsec_[A-Za-z0-9+/=]{24,250}$/,
        reads: "a webhook's signing secret",
        source: "https://docs.stripe.com/webhooks",
    },
    {
        form: /^SG\.[\w-]{16,32}\.[\w-]{32,64}$/,
        reads: "a SendGrid key",
        source: "https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys",
    },
    {
        form: /^npm_[A-Za-z0-9]{36}$/,
        reads: "an npm token",
        source: "https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/",
    },
    {
        form: /^pypi-[\w-]{50,500}$/,
        reads: "a token for Python packages",
        source: "https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns",
    },
    {
        form: /^shp(?:at|ca|pa|ss)_[A-Fa-f0-9]{32}$/,
        reads: "a Shopify token",
        source: "https://shopify.dev/docs/apps/build/authentication-authorization",
    },
    {
        form: /^hv[sbr]\.[\w-]{24,300}$/,
        reads: "a Vault token",
        source: "https://developer.hashicorp.com/vault/docs/concepts/tokens",
    },
    {
        form: /^sk-(?:ant|proj|svcacct|or|lf)-[\w-]{20,300}$/,
        reads: "a key of a model provider",
        source: "https://docs.anthropic.com, https://platform.openai.com/docs",
    },
    {
        form: /^AIza[\w-]{35}$/,
        reads: "a Google API key",
        source: "https://cloud.google.com/docs/authentication/api-keys",
    },
    {
        form: /^GOCSPX-[\w-]{28}$/,
        reads: "a Google client secret",
        source: "https://developers.google.com/identity/protocols/oauth2",
    },
    {
        form: /^do[opr]_v1_[a-f0-9]{64}$/,
        reads: "a DigitalOcean token",
        source: "https://docs.digitalocean.com/reference/api/create-personal-access-token/",
    },
    {
        form: /^dckr_(?:pat|oat)_[\w-]{20,100}$/,
        reads: "a Docker Hub token",
        source: "https://docs.docker.com/security/access-tokens/",
    },
    {
        form: /^(?:hf_[A-Za-z]{30,40}|pul-[a-f0-9]{40}|dapi[a-f0-9]{32}|glsa_\w{32,64})$/,
        reads: "an access token",
        source: "Hugging Face, Pulumi, Databricks, Grafana: their pages on tokens",
    },
    {
        form: /^AGE-SECRET-KEY-1[A-Z0-9]{58}$/,
        reads: "an age private key",
        source: "https://age-encryption.org/v1",
    },
    {
        form: /^eyJ[\w-]{10,4000}\.eyJ[\w-]{8,8000}\.[\w-]{16,2000}$/,
        reads: "a signed JSON web token",
        source: "https://www.rfc-editor.org/rfc/rfc7519",
    },
];
