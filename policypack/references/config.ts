import type { PolicyConfigSchema } from "@pulumi/policy";
import { PLAINTEXT_CONFIG } from "../config/schema";

const { likely, exemptions } = PLAINTEXT_CONFIG.properties;

/** The configuration of the policy on references: its findings belong to places in containers. */
export const REFERENCES_CONFIG: PolicyConfigSchema = {
    properties: {
        likely: {
            ...likely,
            description:
                "How what is likely wrong, and no more, is reported: a partial ARN, a secret's name. advisory: as advisory; mandatory: at the level of the policy, like what is certain; disabled: not at all.",
        },
        exemptions,
    },
};
