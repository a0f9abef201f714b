import * as pulumi from "@pulumi/pulumi";
import {
    findCredentialsFindings,
    findKeyFindings,
    findLocationFindings,
    findReadSecretFindings,
    findWatchedLocationFinding,
    findWatchedStageFinding,
    findWholeArnFindings,
    joinPath,
    parseValueFrom,
    type Finding,
    type Location,
    type SecretReference,
} from "../../core";
import type { KeyArgs, ReferenceArgs } from "../args";
import { isOutput } from "../is-output";
import type { ScopeArgs } from "../scope";
import { isSecretResource } from "../secrets/existing-secret";
import { isInlineSecret, listUses } from "../uses";
import { findOfText, type JudgedOutput } from "./judged-output";

/** What names an existing secret, wherever that stands in the args. */
interface GivenReference {
    readonly path: string;
    readonly valueFrom: pulumi.Input<string>;
    readonly kmsKeyId?: KeyArgs;
    /** Whether the service is redeployed when it changes. */
    readonly isWatched: boolean;
    /** What there is to say of the text itself. */
    readonly find: FindReference;
}

type FindReference = (text: string, path: string) => readonly Finding[];

const findValueFrom: FindReference = (text, path) => {
    const { problem } = parseValueFrom(text);
    return problem ? [{ path, ...problem }] : [];
};

/** Lists what names existing secrets: Outputs are read, and all are held against the location. */
export function listReferences(
    args: ScopeArgs & { readonly redeployOnRotation?: boolean },
    location: pulumi.Output<Location>,
): JudgedOutput[] {
    return listGiven(args).flatMap((given) => [
        ...(isOutput(given.valueFrom) ? [judgeText(given)] : []),
        judgeLocation(given, location),
        ...listKey(given.kmsKeyId, joinPath(given.path, "kmsKeyId")),
    ]);
}

/** A key that is named by an Output. */
export function listKey(kmsKeyId: KeyArgs | undefined, path: string): JudgedOutput[] {
    return isOutput(kmsKeyId)
        ? [
              {
                  value: pulumi.output<unknown>(kmsKeyId),
                  find: findOfText(path, (text) => findKeyFindings(text, path)),
              },
          ]
        : [];
}

function listGiven(args: ScopeArgs & { readonly redeployOnRotation?: boolean }): GivenReference[] {
    const redeploys = args.redeployOnRotation === true;
    const injected = listUses(args).map(({ path, reference, target }) => {
        // The credentials are read to pull the image: no running container holds them.
        const isCredentials = target === "repositoryCredentials";
        const find: FindReference = isCredentials
            ? (text, at) => findCredentialsFindings(text, undefined, at)
            : findValueFrom;
        return { path, reference, find, isWatched: redeploys && !isCredentials };
    });
    const read = (args.taskRole?.readSecrets ?? []).map((reference, index) => ({
        path: `taskRole.readSecrets[${index}]`,
        reference,
        find: ((text, at) => findReadSecretFindings(text, undefined, at)) as FindReference,
        isWatched: false,
    }));
    const own = Object.entries(args.secrets ?? {}).flatMap(([key, { arn, kmsKeyId }]) => {
        const path = joinPath(joinPath("secrets", key), "arn");
        const find: FindReference = findWholeArnFindings;
        return arn === undefined
            ? []
            : [{ path, valueFrom: arn, kmsKeyId, find, isWatched: redeploys }];
    });
    return [...[...injected, ...read].flatMap(readGiven), ...own];
}

function readGiven({
    reference,
    ...place
}: Omit<GivenReference, "kmsKeyId" | "valueFrom"> & {
    readonly reference: unknown;
}): GivenReference[] {
    if (typeof reference === "string" || isOutput(reference)) {
        return [{ ...place, valueFrom: reference }];
    }
    // A resource is judged when its key is known as well; a new secret has no other place.
    if (isSecretResource(reference) || isInlineSecret(reference)) {
        return [];
    }
    const { valueFrom, kmsKeyId } = reference as ReferenceArgs;
    return valueFrom === undefined ? [] : [{ ...place, valueFrom, kmsKeyId }];
}

function judgeText({ path, valueFrom, find }: GivenReference): JudgedOutput {
    return {
        value: pulumi.output<unknown>(valueFrom),
        find: findOfText(path, (text, isSecret) => {
            // The value of a secret often reads as the name of a parameter.
            if (isSecret && !text.startsWith("arn:")) {
                return [secretReferenceFinding(path)];
            }
            return find(text, path);
        }),
    };
}

/** What depends on where the component is deployed: other accounts, regions and partitions. */
function judgeLocation(
    { path, valueFrom, kmsKeyId, isWatched }: GivenReference,
    location: pulumi.Output<Location>,
): JudgedOutput {
    return {
        value: pulumi.all([valueFrom, location]),
        find: (known) => {
            const [text, where] = known as [unknown, Location];
            const reference = typeof text === "string" ? parseValueFrom(text).reference : undefined;
            const hasKey = kmsKeyId !== undefined;
            return reference
                ? [
                      ...findLocationFindings(reference, { hasKey, location: where, path }),
                      ...(isWatched ? findWatched(reference, where, path) : []),
                  ]
                : [];
        },
    };
}

function findWatched(reference: SecretReference, location: Location, path: string): Finding[] {
    return [
        ...findWatchedLocationFinding(reference, location, path),
        ...findWatchedStageFinding(reference, path),
    ];
}

function secretReferenceFinding(path: string): Finding {
    return {
        path,
        reason: "is a Pulumi secret, and what stands here is written in plaintext",
        remedy: "Give the ARN or name of a secret, not its value; or keep the value in the component's secrets and refer to it by { secret: key }.",
    };
}
