import { compare } from "../../finding";
import { SECRET_STORES } from "../../reference";
import { planDecryptSids } from "./decrypt-statement";
import type { EnvironmentFile } from "./environment-file";
import { policyResource, type Location } from "./location";
import { withSecretBehind, type InjectedSecret } from "./secret-statements";
import { ENVIRONMENT_FILE_FACTS, STORE_FACTS } from "./store-facts";

/** The places of a task definition and a service that have something read for them. */
export type UseTarget =
    "secrets" | "secretOptions" | "repositoryCredentials" | "environmentFiles" | "serviceConnect";

/** A place at which a task injects a secret or reads an environment file. */
export interface SecretUse {
    /**
     * The name of the container.
     * @default - what concerns the service as a whole
     */
    readonly container?: string;
    /** What the secret or the file is read for. */
    readonly target: UseTarget;
    /** The name of the variable, of the log option, or of what else it is read as. */
    readonly name: string;
    readonly injected: InjectedSecret | EnvironmentFile;
}

/** Who reads what, as what, and through which statements of the execution role's policy. */
export interface Reader extends Omit<SecretUse, "injected"> {
    /** The ARN of what is read, without JSON key and version. */
    readonly secret: string;
    /** The key of a JSON value that is read; absent where the whole value is. */
    readonly jsonKey?: string;
    /** The staging label that is read; absent where none is named. */
    readonly versionStage?: string;
    /** The id of the version that is read; absent where none is named. */
    readonly versionId?: string;
    /** The Sid of the statement that allows reading. */
    readonly statement: string;
    /** The Sid of the statement that allows decrypting; absent where no right is needed. */
    readonly decryptStatement?: string;
}

/**
 * Plans the audit trail: a reader for each use, and one more where Parameter Store reads a secret
 * behind the parameter. The Sids are those of the policy that is planned for the same uses.
 */
export function planReaders(uses: readonly SecretUse[], location: Location): Reader[] {
    const reads = uses.flatMap((use) => readsOf(use, location));
    const facts = [...SECRET_STORES.map((store) => STORE_FACTS[store]), ENVIRONMENT_FILE_FACTS];
    const sids = new Map(
        facts.map(({ readSid, decryptSid }) => {
            const ofStatement = reads.filter(({ reader }) => reader.statement === readSid);
            const keyArns = ofStatement.map(({ kmsKeyArn }) => kmsKeyArn);
            return [readSid, planDecryptSids(decryptSid, keyArns)] as const;
        }),
    );
    return reads
        .map(({ reader, kmsKeyArn }): Reader => {
            const decryptStatement = sids.get(reader.statement)?.get(kmsKeyArn ?? "");
            return { ...reader, ...(decryptStatement !== undefined && { decryptStatement }) };
        })
        .sort(compareReaders);
}

interface Read {
    readonly reader: Reader;
    readonly kmsKeyArn?: string;
}

function readsOf({ injected, ...use }: SecretUse, location: Location): Read[] {
    const { kmsKeyArn } = injected;
    return "reference" in injected
        ? withSecretBehind(injected, location).map((one) => readOf(use, one, location))
        : [
              {
                  reader: {
                      ...use,
                      secret: injected.arn,
                      statement: ENVIRONMENT_FILE_FACTS.readSid,
                  },
                  ...(kmsKeyArn !== undefined && { kmsKeyArn }),
              },
          ];
}

function readOf(
    use: Omit<SecretUse, "injected">,
    { reference, kmsKeyArn }: InjectedSecret,
    location: Location,
): Read {
    const statement = STORE_FACTS[reference.store].readSid;
    const key = kmsKeyArn === undefined ? {} : { kmsKeyArn };
    if (reference.store === "ssm") {
        return {
            reader: { ...use, secret: policyResource(reference, location), statement },
            ...key,
        };
    }
    const { arn, jsonKey, versionStage, versionId } = reference;
    // An empty part of a reference is none: Amazon ECS takes the whole secret, and the current one.
    const parts = {
        ...(jsonKey && { jsonKey }),
        ...(versionStage && { versionStage }),
        ...(versionId && { versionId }),
    };
    return { reader: { ...use, secret: arn, ...parts, statement }, ...key };
}

function compareReaders(a: Reader, b: Reader): number {
    const order = (one: Reader) => [
        one.container ?? "",
        one.target,
        one.name,
        one.secret,
        one.jsonKey ?? "",
        one.versionStage ?? "",
        one.versionId ?? "",
        one.decryptStatement ?? "",
    ];
    const others = order(b);
    return order(a).reduce((found, text, at) => found || compare(text, others[at]), 0);
}
