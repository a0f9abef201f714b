import type { PolicyConfigSchema } from "@pulumi/policy";

/** The JSON schema of one setting. */
type SettingSchema = PolicyConfigSchema["properties"][string];

const PATTERN: SettingSchema = { type: "string", minLength: 1 };

const BY_URN = {
    urn: {
        ...PATTERN,
        description:
            "The resources it is for: a pattern that matches the whole URN, for example *::aws:ecs/taskDefinition:TaskDefinition::web.",
    },
    reason: {
        type: "string",
        pattern: "\\S",
        description: "Why the team lives with the finding.",
    },
    expires: {
        type: "string",
        pattern: "^\\d{4}-\\d{2}-\\d{2}$",
        description: "The last day on which it holds, in UTC: YYYY-MM-DD.",
    },
} satisfies Record<string, SettingSchema>;

const BY_PLACE = {
    urn: BY_URN.urn,
    container: {
        ...PATTERN,
        description: "The container it is for, with * and ? as wildcards; any where left out.",
    },
    variable: {
        ...PATTERN,
        description:
            "The variable or option it is for, with * and ? as wildcards; any where left out.",
    },
    reason: BY_URN.reason,
    expires: BY_URN.expires,
} satisfies Record<string, SettingSchema>;

function exemptionsOf(properties: Record<string, SettingSchema>): SettingSchema {
    return {
        type: "array",
        description: "Findings that the team knows of and lives with until a day.",
        items: {
            type: "object",
            properties,
            required: ["urn", "reason", "expires"],
            additionalProperties: false,
        },
    };
}

/** The level of what is likely a secret and no more. */
const LIKELY: SettingSchema = {
    type: "string",
    enum: ["advisory", "mandatory", "disabled"],
    default: "advisory",
    description:
        "How what is likely a secret, and no more, is reported. advisory: as advisory; mandatory: at the level of the policy, like what is certain; disabled: not at all.",
};

/** The configuration of a policy against secrets in plaintext. */
export const PLAINTEXT_CONFIG: PolicyConfigSchema = {
    properties: {
        likely: LIKELY,
        allow: {
            type: "array",
            items: PATTERN,
            description:
                "Names that are no secrets, with * and ? as wildcards; a value that is unmistakably a secret still counts.",
        },
        deny: {
            type: "array",
            items: PATTERN,
            description: "Names that are secrets, with * and ? as wildcards; goes before allow.",
        },
        exemptions: exemptionsOf(BY_PLACE),
    },
};

/** The level of what is suspected at a first preview. */
const SUSPECTED: SettingSchema = {
    ...LIKELY,
    description:
        "How what is suspected is reported: before the values of a first preview are known, nothing that could make it right depends on them. advisory: as advisory; mandatory: at the level of the policy, like what is proven; disabled: not at all.",
};

/** The configuration of a policy that suspects at a first preview what it proves at an update. */
export const SUSPECTED_CONFIG: PolicyConfigSchema = {
    properties: { suspected: SUSPECTED, exemptions: exemptionsOf(BY_URN) },
};

/** The configuration of a policy whose findings belong to a resource as a whole. */
export const URN_EXEMPTIONS_CONFIG: PolicyConfigSchema = {
    properties: { exemptions: exemptionsOf(BY_URN) },
};

/** The configuration of the policy on exemptions itself. */
export const LIST_CONFIG: PolicyConfigSchema = {
    properties: {
        list: {
            type: "boolean",
            default: false,
            description:
                "Whether every exemption in use is reported, as advisory, with what it hides.",
        },
    },
};
