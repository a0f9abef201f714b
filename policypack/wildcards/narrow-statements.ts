import {
    parseArn,
    planDecryptStatements,
    planReadStatement,
    SECRET_STORES,
    type Arn,
    type InjectedSecret,
    type RenderedStatement,
    type SecretKind,
    type SecretStore,
} from "../../core";
import { injectedArn, listInjected, type Injected } from "../access/injected";
import { findKeyArn } from "../stack/keys";
import { knownText, type StackModel } from "../stack/model";
import { KEY_PROPERTY, storeOf } from "../stack/secrets";
import type { EcsRole } from "./ecs-roles";

/** Of each kind the statement that names one thing, to be filled in. */
const TEMPLATES: Readonly<Record<SecretKind, object>> = {
    secrets: {
        Effect: "Allow",
        Action: "secretsmanager:GetSecretValue",
        Resource: "arn:aws:secretsmanager:<region>:<account>:secret:<name>-??????",
    },
    parameters: {
        Effect: "Allow",
        Action: "ssm:GetParameters",
        Resource: "arn:aws:ssm:<region>:<account>:parameter/<path>",
    },
    keys: {
        Effect: "Allow",
        Action: "kms:Decrypt",
        Resource: "arn:aws:kms:<region>:<account>:key/<key id>",
        Condition: { StringEquals: { "kms:ViaService": "secretsmanager.<region>.amazonaws.com" } },
    },
};

/**
 * Writes the statements that give what the tasks of a role inject and no more, of each kind asked
 * for; where that is not known, or is nothing, one to be filled in.
 */
export function writeNarrowStatements(
    model: StackModel,
    roles: readonly EcsRole[],
    kinds: readonly SecretKind[],
): string {
    const tasks = new Set(roles.flatMap(({ executes }) => executes));
    const injected = [...tasks].flatMap((task) => listInjected(model, task));
    return kinds
        .flatMap((kind) => {
            const planned = planStatements(model, injected, kind);
            return planned.length > 0 ? planned : [TEMPLATES[kind]];
        })
        .map((statement) => JSON.stringify(statement))
        .join(" and ");
}

function planStatements(
    model: StackModel,
    injected: readonly Injected[],
    kind: SecretKind,
): RenderedStatement[] {
    return SECRET_STORES.flatMap((store) => {
        const ofStore = injected.filter((one) => storeOfInjected(one) === store);
        const known = ofStore.flatMap((one) => secretOf(model, one, store) ?? []);
        const needed = known.filter(({ secret }) => kind !== "keys" || secret.kmsKeyArn);
        if (kind === (store === "ssm" ? "secrets" : "parameters") || needed.length === 0) {
            return [];
        }
        const [{ location }] = needed;
        const secrets = needed.map(({ secret }) => secret);
        // What is not known is not left out in silence: the statement would be too narrow.
        return known.length < ofStore.length
            ? []
            : kind === "keys"
              ? planDecryptStatements(store, secrets, location)
              : [planReadStatement(store, secrets, location)];
    });
}

function storeOfInjected({ reference, secret }: Injected): SecretStore | undefined {
    return secret ? storeOf(secret) : reference?.store;
}

/** A secret by its ARN, while that is known. */
function secretOf(
    model: StackModel,
    injected: Injected,
    store: SecretStore,
): { secret: InjectedSecret; location: Arn } | undefined {
    const arn = injectedArn(injected);
    const location = parseArn(arn ?? "");
    if (arn === undefined || !location) {
        return undefined;
    }
    const { secret } = injected;
    const kmsKeyArn = secret && findKeyArn(model, secret, KEY_PROPERTY[secret.type]);
    const name = (secret && knownText(secret, "name")) ?? "";
    const reference = store === "ssm" ? { store, arn, name } : { store, arn };
    return { secret: { reference, ...(kmsKeyArn && { kmsKeyArn }) }, location };
}
