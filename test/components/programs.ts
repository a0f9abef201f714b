import fc from "fast-check";
import {
    SecretInjectedService,
    type ContainerArgs,
    type JsonSecretArgs,
    type ReferenceArgs,
    type SecretArgs,
    type SecretInjectedServiceArgs,
    type SecretReferenceArgs,
} from "../../components";
import {
    keys,
    KINDS,
    makeResource,
    ownSecret,
    planExisting,
    sources,
    type Planned,
    type Source,
} from "./program-sources";

const uses = fc.record({
    of: fc.nat({ max: 5 }),
    target: fc.constantFrom("secrets", "inline", "secretOptions", "jsonSecrets", "readSecrets"),
    part: fc.constantFrom("whole", "jsonKey", "stage"),
});

const containers = fc.record({
    uses: fc.array(uses, { minLength: 1, maxLength: 4 }),
    files: fc.array(fc.record({ at: fc.nat({ max: 3 }), key: keys }), { maxLength: 2 }),
});

/** Programs: some secrets of every kind, and containers that inject them. */
export const specs = fc.record({
    sources: fc.array(sources, { minLength: 1, maxLength: 6 }),
    containers: fc.array(containers, { minLength: 1, maxLength: 3 }),
    policies: fc.constantFrom("inline", "managed"),
});

/** A generated program. */
export type Spec = typeof specs extends fc.Arbitrary<infer S> ? S : never;
type Use = Spec["containers"][number]["uses"][number];

/** A program, and what must be true of it. */
export interface Built {
    readonly args: SecretInjectedServiceArgs;
    /** What is injected. */
    readonly injected: readonly Planned[];
    /** What is kept. */
    readonly kept: readonly Planned[];
    readonly files: readonly { readonly arn: string; readonly key?: string }[];
    /** By ARN: the key that a secret says it has when it is looked up. */
    readonly lookups: Readonly<Record<string, string>>;
}

/** What is adopted by its complete ARN, and then named as one of the component's own. */
const ADOPTABLE: readonly string[] = ["object", "output", "parameterArn", "text"];

const isOwn = ({ kind }: Source) => "own" in KINDS[kind];

/** Builds a program; it makes resources, so it is built when it runs. */
export function build(spec: Spec): Built {
    const secrets: Record<string, SecretArgs> = {};
    const kept: Planned[] = [];
    const injected: Planned[] = [];
    const readSecrets: SecretReferenceArgs[] = [];
    const pool = spec.sources.map((source, at) => {
        const index = `s${at}`;
        if (isOwn(source)) {
            const { args, planned } = ownSecret(source, index, `web-secret-${index}`);
            secrets[index] = args;
            kept.push(planned);
            return { source, planned, reference: { secret: index } as ReferenceArgs };
        }
        const planned = planExisting(source, index);
        const made = makeResource(source, index);
        const kind = KINDS[source.kind] as { existing(of: object): ReferenceArgs };
        const reference = kind.existing({ ...planned, made });
        if (source.isAdopted && ADOPTABLE.includes(source.kind)) {
            const { valueFrom: arn, kmsKeyId } = reference;
            secrets[index] = { arn, ...(kmsKeyId && { kmsKeyId }) };
            return { source, planned, reference: { secret: index } };
        }
        return { source, planned, reference };
    });

    const addUse = (container: Container, name: string, use: Use, index: string) => {
        const { source, planned, reference } = pool[use.of % pool.length];
        const part = planned.store === "ssm" ? {} : partOf(use, source);
        const whole = simplify(source, reference, part);
        switch (use.target) {
            case "readSecrets":
                readSecrets.push(reference);
                return;
            case "inline":
                if (isOwn(source)) {
                    const made = ownSecret(source, index, `web-secret-${name}-${index}`);
                    container.secrets[index] = made.args;
                    kept.push(made.planned);
                    injected.push(made.planned);
                    return;
                }
                break;
            case "jsonSecrets":
                if (planned.store === "secretsmanager" && source.kind !== "generate") {
                    const { versionStage } = part;
                    container.jsonSecrets.push({
                        ...reference,
                        ...(versionStage && { versionStage }),
                        keys: { [`A_${index}`]: "a", [`B_${index}`]: "b" },
                    } as JsonSecretArgs);
                    injected.push(planned);
                    return;
                }
        }
        const place = use.target === "secretOptions" ? container.options : container.secrets;
        place[use.target === "secretOptions" ? `option-${index}` : index] = whole;
        injected.push(planned);
    };

    const files: { arn: string; key?: string }[] = [];
    const all = spec.containers.map((one, at) => {
        const name = `c${at}`;
        const container: Container = { secrets: {}, jsonSecrets: [], options: {} };
        one.uses.forEach((use, of) => addUse(container, name, use, `V${at}${of}`));
        const ofContainer = one.files.map((file) => ({
            // One object has one key.
            arn: `arn:aws:s3:::made-up-${at}/${file.at}-${file.key?.slice(-1) ?? 0}.env`,
            key: file.key,
        }));
        files.push(...ofContainer);
        return [name, toArgs(container, ofContainer)] as const;
    });
    const existing = pool.filter(({ source }) => !isOwn(source)).map(({ planned }) => planned);
    return {
        args: {
            cluster: "web",
            launchType: "EC2",
            networkMode: "bridge",
            secrets,
            containers: Object.fromEntries(all),
            executionRole: { policies: spec.policies },
            taskRole: { readSecrets },
        },
        ...{ injected, kept, files },
        lookups: Object.fromEntries(
            existing.flatMap(({ arn, resource, key }) =>
                key ? [arn, resource.replace(/-\?{6}$/, "")].map((one) => [one, key]) : [],
            ),
        ),
    };
}

/** The program of a built one. */
export const service = ({ args }: Built) => new SecretInjectedService("web", args);

interface Container {
    readonly secrets: Record<string, SecretReferenceArgs>;
    readonly jsonSecrets: JsonSecretArgs[];
    readonly options: Record<string, SecretReferenceArgs>;
}

/** Values that are no JSON have no JSON keys. */
function partOf({ part }: Use, { kind }: Source): Partial<ReferenceArgs> {
    const isText = kind === "generate";
    return {
        ...(part === "jsonKey" && !isText && { jsonKey: "a" }),
        ...(part === "stage" && { versionStage: "AWSPREVIOUS" }),
    };
}

/** Some kinds are written as they stand: a text, an Output, a resource. */
function simplify(
    { kind, isNamed }: Source,
    reference: ReferenceArgs,
    part: Partial<ReferenceArgs>,
): SecretReferenceArgs {
    const { valueFrom, secret } = reference;
    const isWhole = Object.keys(part).length === 0;
    if (isNamed && isWhole && reference.kmsKeyId === undefined && valueFrom !== undefined) {
        return valueFrom;
    }
    if (isNamed && isWhole && typeof secret === "object") {
        return secret;
    }
    return kind === "text" && isNamed && !isWhole && typeof valueFrom === "string"
        ? `${valueFrom}:${part.jsonKey ?? ""}:${part.versionStage ?? ""}:`
        : { ...reference, ...part };
}

function toArgs(
    { secrets, jsonSecrets, options }: Container,
    files: Built["files"],
): ContainerArgs {
    return {
        image: "httpd",
        memory: 64,
        secrets,
        jsonSecrets,
        logConfiguration: { logDriver: "fluentd", secretOptions: options },
        environmentFiles: files.map(({ arn, key }) => ({
            value: arn,
            ...(key && { kmsKeyId: key }),
        })),
    };
}
