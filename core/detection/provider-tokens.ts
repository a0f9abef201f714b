/** A value whose form only one issuer gives it. */
export interface TokenForm {
    /** What every such value begins with. */
    readonly starts: readonly string[];
    /** Matched against the whole value. */
    readonly form: RegExp;
    readonly reads: string;
    /** Where the form is documented. */
    readonly source: string;
    /** True where a value of the form may be meant for everybody. */
    readonly mayBePublic?: true;
    /** True where its last six characters are a checksum of those before. */
    readonly hasChecksum?: true;
}

/** Forms of tokens and keys that are secret under any name. */
export const TOKEN_FORMS: readonly TokenForm[] = [
    {
        starts: ["AKIA", "ASIA"],
        form: /^A[KS]IA[A-Z0-9]{16}$/,
        reads: "an AWS access key id",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html",
    },
    {
        starts: ["ghp_", "gho_", "ghs_", "ghu_", "ghr_"],
        form: /^gh[opsur]_[A-Za-z0-9]{36,255}$/,
        reads: "a GitHub token",
        source: "https://github.blog/engineering/behind-githubs-new-authentication-token-formats/",
        hasChecksum: true,
    },
    {
        starts: ["github_pat_"],
        form: /^github_pat_\w{22,255}$/,
        reads: "a GitHub token",
        source: "https://docs.github.com/authentication",
    },
    {
        starts: ["gl"],
        form: /^gl(?:pat|ptt|rt|dt|cbt|agent|ft|oas|soat|imt)-[\w.-]{20,300}$/,
        reads: "a GitLab token",
        source: "https://docs.gitlab.com/security/tokens/",
    },
    {
        starts: ["xox"],
        form: /^xox[abeoprs]-[A-Za-z0-9-]{10,250}$/,
        reads: "a Slack token",
        source: "https://api.slack.com/concepts/token-types",
    },
    {
        starts: ["xapp-"],
        form: /^xapp-\d-[A-Z0-9]{5,20}-\d{5,20}-[a-z0-9]{20,100}$/,
        reads: "a Slack token",
        source: "https://api.slack.com/concepts/token-types",
    },
    {
        starts: ["sk_", "rk_"],
        form: /^(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,250}$/,
        reads: "a Stripe secret key",
        source: "https://docs.stripe.com/keys",
    },
    {
        starts: ["whsec_"],
        form: /^whsec_[A-Za-z0-9+/=]{24,250}$/,
        reads: "a webhook's signing secret",
        source: "https://docs.stripe.com/webhooks",
    },
    {
        starts: ["SG."],
        form: /^SG\.[\w-]{16,32}\.[\w-]{32,64}$/,
        reads: "a SendGrid key",
        source: "https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys",
    },
    {
        starts: ["npm_"],
        form: /^npm_[A-Za-z0-9]{36}$/,
        reads: "an npm token",
        source: "https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/",
        hasChecksum: true,
    },
    {
        starts: ["pypi-"],
        form: /^pypi-[\w-]{50,500}$/,
        reads: "a token for Python packages",
        source: "https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns",
    },
    {
        starts: ["shp"],
        form: /^shp(?:at|ca|pa|ss)_[A-Fa-f0-9]{32}$/,
        reads: "a Shopify token",
        source: "https://shopify.dev/docs/apps/build/authentication-authorization",
    },
    {
        starts: ["hvs.", "hvb.", "hvr."],
        form: /^hv[sbr]\.[\w-]{24,300}$/,
        reads: "a Vault token",
        source: "https://developer.hashicorp.com/vault/docs/concepts/tokens",
    },
    {
        starts: ["sk-"],
        form: /^sk-(?:(?:ant|proj|svcacct|admin|or|lf)-[\w-]{20,300}|[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}|[A-Za-z0-9]{48}|[a-f0-9]{32})$/,
        reads: "a key of a model provider",
        source: "https://docs.anthropic.com, https://platform.openai.com/docs",
    },
    {
        starts: ["gsk_", "xai-", "pplx-", "r8_", "tvly-", "nvapi-"],
        form: /^(?:gsk_|xai-|pplx-|r8_|tvly-|nvapi-)[\w-]{24,120}$/,
        reads: "a key of a model provider",
        source: "Groq, xAI, Perplexity, Replicate, Tavily, NVIDIA: their pages on keys",
    },
    {
        starts: ["AIza"],
        form: /^AIza[\w-]{35}$/,
        reads: "a Google API key",
        source: "https://cloud.google.com/docs/authentication/api-keys",
        mayBePublic: true,
    },
    {
        starts: ["GOCSPX-"],
        form: /^GOCSPX-[\w-]{28}$/,
        reads: "a Google client secret",
        source: "https://developers.google.com/identity/protocols/oauth2",
    },
    {
        starts: ["ya29."],
        form: /^ya29\.[\w.-]{20,2000}$/,
        reads: "a Google access token",
        source: "https://cloud.google.com/docs/authentication/token-types",
    },
    {
        starts: ["doo_v1_", "dop_v1_", "dor_v1_"],
        form: /^do[opr]_v1_[a-f0-9]{64}$/,
        reads: "a DigitalOcean token",
        source: "https://docs.digitalocean.com/reference/api/create-personal-access-token/",
    },
    {
        starts: ["dckr_"],
        form: /^dckr_(?:pat|oat)_[\w-]{20,100}$/,
        reads: "a Docker Hub token",
        source: "https://docs.docker.com/security/access-tokens/",
    },
    {
        starts: ["hf_", "pul-", "dapi", "glsa_", "glc_"],
        form: /^(?:hf_[A-Za-z]{30,40}|pul-[a-f0-9]{40}|dapi[a-f0-9]{32}|glsa_\w{32,64}|glc_[A-Za-z0-9+/=]{40,400})$/,
        reads: "an access token",
        source: "Hugging Face, Pulumi, Databricks, Grafana: their pages on tokens",
    },
    {
        starts: ["NRAK-", "PMAK-", "lin_api_", "sntrys_", "tskey-", "rubygems_", "dp.", "sbp_"],
        form: /^(?:NRAK-[A-Z0-9]{27}|PMAK-[a-f0-9]{24}-[a-f0-9]{34}|lin_api_[A-Za-z0-9]{40}|sntrys_[\w+/=-]{40,400}|tskey-[a-z]{3,10}-[\w-]{16,100}|rubygems_[a-f0-9]{48}|dp\.(?:pt|st|ct|sa)\.[\w.-]{32,100}|sbp_[a-f0-9]{40})$/,
        reads: "an access token",
        source: "New Relic, Postman, Linear, Sentry, Tailscale, RubyGems, Doppler, Supabase: their pages on tokens",
    },
    {
        starts: ["ATATT3x", "ATBB", "EAAA", "sq0csp-", "xkeysib-", "key-", "ntn_", "sb_secret_"],
        form: /^(?:ATATT3x[\w=-]{100,300}|ATBB[A-Za-z0-9]{28,40}|EAAA[\w-]{60}|sq0csp-[\w-]{43}|xkeysib-[a-f0-9]{64}-[A-Za-z0-9]{16}|key-[a-f0-9]{32}|ntn_[A-Za-z0-9]{40,60}|sb_secret_[\w-]{20,60})$/,
        reads: "an access token",
        source: "Atlassian, Square, Brevo, Mailgun, Notion, Supabase: their pages on keys",
    },
    {
        starts: ["da2-", "squ_", "sqp_", "sqa_"],
        form: /^(?:da2-[a-z0-9]{26}|sq[upa]_[a-f0-9]{40})$/,
        reads: "an access token",
        source: "AWS AppSync, SonarQube: their pages on keys and tokens",
        mayBePublic: true,
    },
    {
        starts: ["dt0c01.", "CFPAT-", "nfp_", "HRKU-", "pscale_", "bkua_", "CCIPAT_", "pnu_"],
        form: /^(?:dt0c01\.[A-Z0-9]{24}\.[A-Z0-9]{64}|CFPAT-[\w-]{43}|nfp_[A-Za-z0-9]{36}|HRKU-[\w-]{36,66}|pscale_(?:tkn|pw|oauth)_[\w.-]{32,64}|bkua_[a-f0-9]{40}|CCIPAT_\w{20,100}|pnu_[A-Za-z0-9]{36})$/,
        reads: "an access token",
        source: "Dynatrace, Contentful, Netlify, Heroku, PlanetScale, Buildkite, CircleCI, Prefect: their pages on tokens",
    },
    {
        starts: ["AGE-SECRET-KEY-1"],
        form: /^AGE-SECRET-KEY-1[A-Z0-9]{58}$/,
        reads: "an age private key",
        source: "https://age-encryption.org/v1",
    },
    {
        starts: ["eyJ"],
        form: /^eyJ[\w-]{10,4000}\.eyJ[\w-]{8,8000}\.[\w-]{16,2000}$/,
        reads: "a signed JSON web token",
        source: "https://www.rfc-editor.org/rfc/rfc7519",
        mayBePublic: true,
    },
    {
        starts: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
        form: /^\d{8,10}:[A-Za-z0-9_-]{35}$/,
        reads: "a Telegram bot's token",
        source: "https://core.telegram.org/bots/api#authorizing-your-bot",
    },
    {
        starts: ["M", "N", "O"],
        form: /^[MNO][A-Za-z0-9]{23,25}\.[\w-]{6}\.[\w-]{27,38}$/,
        reads: "a Discord bot's token",
        source: "https://discord.com/developers/docs/reference#authentication",
    },
];
