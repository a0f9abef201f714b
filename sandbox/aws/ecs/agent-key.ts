import {
    parseNamedPolicy,
    viaServices,
    type NamedPolicy,
    type ResourceSide,
    type SecretStore,
} from "../../../core";
import type { Account } from "../account";
import { evaluateRole, tagContext } from "../iam";
import { findKey, listGrants, type KeyRights } from "../kms";
import { refusal, type Agent, type AgentRequest } from "./agent-access";

/** What is to be decrypted, and by whom. */
export interface Encrypted {
    readonly by: SecretStore | "s3";
    /** The ARN, id or alias of the key. */
    readonly keyId: string;
    /** The account and region that the store uses the key in. */
    readonly at: Account;
    /** What the store encrypted with: `SecretARN` and the like, by name. */
    readonly encryptionContext: Readonly<Record<string, string>>;
}

/** Why a store could not decrypt for the agent. */
export interface KeyProblem {
    /** `state` where nobody could decrypt, whatever their rights. */
    readonly kind: "access" | "state";
    /** In the words of AWS KMS. */
    readonly message: string;
}

/** Why a store may not decrypt with a key for the agent; `undefined` if it may. */
export function findKeyProblem(agent: Agent, encrypted: Encrypted): KeyProblem | undefined {
    const { at, keyId } = encrypted;
    const key = findKey(at, keyId);
    if (!key) {
        return state(`Key '${keyId}' does not exist`, "NotFoundException");
    }
    if (!key.usable) {
        return key.state === "Disabled"
            ? state(`${key.arn} is disabled.`, "DisabledException")
            : state(`${key.arn} is ${STATES[key.state]}.`, "KMSInvalidStateException");
    }
    const request = requestOf(agent, key, encrypted);
    const message =
        key.manager === "AWS"
            ? managedRefusal(agent, request, encrypted)
            : refusal(agent, request, sideOf(at, key));
    return message === undefined ? undefined : { kind: "access", message };
}

const STATES: Readonly<Record<KeyRights["state"], string>> = {
    Disabled: "disabled",
    Enabled: "enabled",
    PendingDeletion: "pending deletion",
    PendingImport: "pending import",
};

/** Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html */
function state(message: string, code: string): KeyProblem {
    return {
        kind: "state",
        message: `${message} (Service: AWSKMS; Status Code: 400; Error Code: ${code})`,
    };
}

/** All that AWS KMS knows of the key and of who uses it for whom. */
function requestOf(agent: Agent, key: KeyRights, encrypted: Encrypted): AgentRequest {
    const { by, at, encryptionContext } = encrypted;
    const isReplica =
        key.primaryRegion !== undefined && !key.arn.includes(`:${key.primaryRegion}:`);
    const pairs = Object.entries(encryptionContext).map(
        ([name, value]) => [`kms:EncryptionContext:${name}`, [value]] as const,
    );
    return {
        action: "kms:Decrypt",
        resource: key.arn,
        context: {
            ...tagContext(["aws:ResourceTag"], key.tags),
            "aws:ViaAWSService": ["true"],
            "kms:CallerAccount": [agent.role.arn.split(":")[4]],
            "kms:EncryptionAlgorithm": ["SYMMETRIC_DEFAULT"],
            "kms:EncryptionContextKeys": Object.keys(encryptionContext),
            ...Object.fromEntries(pairs),
            "kms:KeyOrigin": [key.origin],
            "kms:KeySpec": ["SYMMETRIC_DEFAULT"],
            "kms:KeyUsage": ["ENCRYPT_DECRYPT"],
            "kms:MultiRegion": [String(key.primaryRegion !== undefined)],
            "kms:MultiRegionKeyType":
                key.primaryRegion === undefined ? [] : [isReplica ? "REPLICA" : "PRIMARY"],
            "kms:PrimaryRegion": key.primaryRegion === undefined ? [] : [key.primaryRegion],
            "kms:ResourceAliases": key.aliases,
            "kms:ViaService": [viaServices(by, key.arn, at.location)[0]],
        },
    };
}

function sideOf(at: Account, { arn, policy }: KeyRights): ResourceSide {
    const grants = listGrants(at, arn).map(({ grantId, name, ...rest }) => ({
        ...rest,
        name: name === "" ? grantId : name,
    }));
    return { kind: "key", policy, grants };
}

/**
 * The key of AWS for one service lets everybody of its account decrypt through that service, without
 * a right of their own: only a Deny keeps a role from it.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-key
 */
function managedRefusal(
    agent: Agent,
    request: AgentRequest,
    { at }: Encrypted,
): string | undefined {
    const side: ResourceSide = { kind: "key", policy: managedKeyPolicy(at, request), grants: [] };
    const { verdict } = evaluateRole(agent.role, agent.session, request, side);
    const isRefused =
        verdict.answer === "denied" &&
        (verdict.reason === "explicit-deny" || agent.role.arn.split(":")[4] !== at.id);
    return isRefused ? refusal(agent, request, side) : undefined;
}

function managedKeyPolicy({ id }: Account, { context }: AgentRequest): NamedPolicy {
    return parseNamedPolicy("the policy of the AWS managed key", {
        Version: "2012-10-17",
        Statement: {
            Effect: "Allow",
            Principal: { AWS: "*" },
            Action: "kms:Decrypt",
            Resource: "*",
            Condition: {
                StringEquals: {
                    "kms:CallerAccount": id,
                    "kms:ViaService": context?.["kms:ViaService"] ?? [],
                },
            },
        },
    });
}
