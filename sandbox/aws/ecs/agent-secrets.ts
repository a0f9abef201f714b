import {
    parseArn,
    parseValueFrom,
    policyResource,
    secretBehind,
    STORE_FACTS,
    type ParameterReference,
    type SecretsManagerReference,
} from "../../../core";
import type { Account } from "../account";
import { tagContext } from "../iam";
import { findParameter } from "../ssm";
import { refusal, type Agent } from "./agent-access";
import { findKeyProblem } from "./agent-key";
import { readSecretValue } from "./agent-secret-value";
import { secretError, type ReadVersion } from "./task";

/** Reads what a reference names, as the agent does before a container starts. */
export function readSecret(account: Account, agent: Agent, valueFrom: string): ReadVersion {
    const { reference, problem } = parseValueFrom(valueFrom);
    if (problem) {
        throw secretError(
            "an invalid ARN format for the AWS Secrets Manager secret was specified. Specify a valid ARN and try again.",
        );
    }
    return reference.store === "ssm"
        ? readParameter(account, agent, reference)
        : readSecretValue(account, agent, reference).versionId;
}

/**
 * Reads the user name and password of a private registry.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html
 */
export function readRegistryCredentials(account: Account, agent: Agent, secret: string): void {
    const reference: SecretsManagerReference = secret.startsWith("arn:")
        ? { store: "secretsmanager", arn: secret }
        : {
              store: "secretsmanager",
              arn: account.arn("secretsmanager", `secret:${secret}-??????`),
          };
    const { value } = readSecretValue(account, agent, reference);
    const fields = readObject(value);
    if (!["username", "password"].every((name) => typeof fields[name] === "string")) {
        throw secretError(
            "unable to get registry auth from asm: the secret must be a JSON object with username and password",
        );
    }
}

function readObject(json: string): Record<string, unknown> {
    try {
        const parsed = JSON.parse(json) as unknown;
        return typeof parsed === "object" && parsed !== null ? { ...parsed } : {};
    } catch {
        // The parser's own message quotes the text, which is a value.
        return {};
    }
}

function readParameter(account: Account, agent: Agent, reference: ParameterReference): ReadVersion {
    const nameOrArn = reference.arn ?? reference.name;
    const failed = (message: string) =>
        secretError(
            `unable to retrieve secrets from ssm: service call has been retried 1 time(s): ${message}`,
        );
    const arn = policyResource(reference, account.location);
    if (parseArn(arn)?.account !== account.id) {
        // Amazon ECS injects no shared parameters:
        // https://github.com/aws/containers-roadmap/issues/2384
        throw failed(`invalid ssm parameters: ${nameOrArn}`);
    }
    const behind = secretBehind(reference, account.location);
    const parameter =
        behind?.store === "secretsmanager" ? undefined : findParameter(account, nameOrArn);
    const denial = refusal(agent, {
        action: STORE_FACTS.ssm.action,
        resource: arn,
        context: tagContext(["aws:ResourceTag", "ssm:resourceTag"], parameter?.tags ?? {}),
    });
    if (denial) {
        throw failed(`AccessDeniedException: ${denial}`);
    }
    if (behind?.store === "secretsmanager") {
        return readSecretValue(account, agent, behind).versionId;
    }
    if (!parameter) {
        throw failed(`invalid ssm parameters: ${nameOrArn}`);
    }
    const problem =
        parameter.keyArn !== undefined &&
        findKeyProblem(agent, {
            by: "ssm",
            keyId: parameter.keyArn,
            at: account.inRegionOf(arn),
            encryptionContext: { PARAMETER_ARN: arn },
        });
    if (problem) {
        const code = problem.kind === "state" ? "InvalidKeyId" : "AccessDeniedException";
        throw failed(`${code}: ${problem.message}`);
    }
    return parameter.version;
}
