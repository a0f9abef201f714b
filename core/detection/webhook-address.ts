/** Addresses of services that let everybody post who knows them, with the service's own page. */
const WEBHOOKS: readonly { readonly form: RegExp; readonly source: string }[] = [
    {
        form: /^https:\/\/hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/[^\s]{5,}$/,
        source: "https://api.slack.com/messaging/webhooks",
    },
    {
        form: /^https:\/\/(?:[a-z]{1,10}\.)?discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks\/\d{5,25}\/[\w-]{20,}$/,
        source: "https://discord.com/developers/docs/resources/webhook",
    },
    {
        form: /^https:\/\/[a-z0-9-]{1,63}\.webhook\.office\.com\/webhookb2\/[^\s]{20,}$/,
        source: "https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/",
    },
    {
        form: /^https:\/\/outlook\.office(?:365)?\.com\/webhook\/[^\s]{20,}$/,
        source: "https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/",
    },
    {
        form: /^https:\/\/chat\.googleapis\.com\/v1\/spaces\/[^\s]{10,}[?&]token=[^\s]{10,}$/,
        source: "https://developers.google.com/workspace/chat/quickstart/webhooks",
    },
    {
        form: /^https:\/\/hooks\.zapier\.com\/hooks\/catch\/\d{3,12}\/[\w-]{5,}\/?$/,
        source: "https://help.zapier.com/hc/en-us/articles/8496288690317",
    },
    {
        form: /^https:\/\/maker\.ifttt\.com\/trigger\/[^\s/]{1,80}\/(?:json\/)?with\/key\/[\w-]{10,}$/,
        source: "https://ifttt.com/maker_webhooks",
    },
    {
        form: /^https:\/\/api\.telegram\.org\/bot\d{8,10}:[\w-]{35}/,
        source: "https://core.telegram.org/bots/api",
    },
    {
        form: /^https:\/\/(?:oapi\.dingtalk\.com\/robot\/send\?access_token=|qyapi\.weixin\.qq\.com\/cgi-bin\/webhook\/send\?key=|open\.(?:feishu\.cn|larksuite\.com)\/open-apis\/bot\/v2\/hook\/)[\w-]{16,}/,
        source: "DingTalk, WeCom, Feishu and Lark: their pages on bots",
    },
];

/** True if a text is the address of a webhook whose path or query is its only key. */
export function isWebhookAddress(text: string): boolean {
    return text.startsWith("https://") && WEBHOOKS.some(({ form }) => form.test(text));
}
