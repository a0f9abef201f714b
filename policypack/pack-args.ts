import type { PolicyPackArgs } from "@pulumi/policy";
import { description } from "./package.json";
import { PLAINTEXT_TAGS } from "./plaintext/tags";

/** The name of the pack, which configurations and policy groups name it by. */
export const PACK_NAME = "ecs-secrets";

/** What the pack says of itself, beside its policies; Pulumi Cloud shows it. */
export const PACK_METADATA: Omit<PolicyPackArgs, "policies"> = {
    displayName: "Secrets for Amazon ECS",
    description,
    provider: "aws",
    tags: [...PLAINTEXT_TAGS, "ecs"],
};
