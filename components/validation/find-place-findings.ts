import {
    findLocationFindings,
    findRoleLocationFindings,
    findWatchedLocationFinding,
    findWatchedStageFinding,
    joinPath,
    parseValueFrom,
    type Finding,
    type Location,
} from "../../core";
import type { KeyArgs, ReferenceArgs, SecretReferenceArgs } from "../args";
import { isOutput } from "../is-output";
import type { ScopeArgs } from "../scope";
import { isSecretResource } from "../secrets/existing-secret";
import { isInlineSecret, listUses } from "../uses";
import { readKnown, type KnownOutputs } from "./known-outputs";

type PlacedArgs = ScopeArgs & { readonly redeployOnRotation?: boolean };

/** What names an existing secret, wherever that stands in the args. */
interface GivenReference {
    readonly path: string;
    readonly valueFrom: unknown;
    readonly kmsKeyId?: KeyArgs;
    /** Whether the service is redeployed when it changes. */
    readonly isWatched: boolean;
}

/** Finds secret values in the place of references, and references to where they cannot be read. */
export function findPlaceFindings(
    args: PlacedArgs,
    known: KnownOutputs,
    location: Location | undefined,
): Finding[] {
    return listGiven(args).flatMap(({ path, valueFrom, kmsKeyId, isWatched }) => {
        const text = readKnown(valueFrom, known);
        if (typeof text !== "string") {
            return [];
        }
        // The value of a secret often reads as the name of a parameter.
        if (known.get(valueFrom)?.isSecret && !text.startsWith("arn:")) {
            return [secretReferenceFinding(path)];
        }
        const { reference } = parseValueFrom(text);
        if (!reference || !location) {
            return [];
        }
        const key = { hasKey: kmsKeyId !== undefined, kmsKeyId: readKnown(kmsKeyId, known) };
        return [
            ...findLocationFindings(reference, { ...key, location, path }),
            ...(isWatched ? findWatchedLocationFinding(reference, location, path) : []),
            ...(isWatched ? findWatchedStageFinding(reference, path) : []),
        ];
    });
}

/** Finds existing roles that are of another account. */
export function findRolePlaces(
    { executionRole, taskRole }: PlacedArgs,
    known: KnownOutputs,
    location: Location | undefined,
): Finding[] {
    const roles = [
        ["executionRole.existing", executionRole?.existing],
        ["taskRole.existing", taskRole?.existing],
    ] as const;
    return roles.flatMap(([path, existing]) => {
        const text = readKnown(existing, known);
        return typeof text === "string" && location
            ? findRoleLocationFindings(text, location, path)
            : [];
    });
}

function listGiven(args: PlacedArgs): GivenReference[] {
    const redeploys = args.redeployOnRotation === true;
    const injected = listUses(args).flatMap(({ path, reference, target }) => {
        // The credentials are read to pull the image: no running container holds them.
        const isWatched = redeploys && target !== "repositoryCredentials";
        return readGiven(reference, path, isWatched);
    });
    const read = (args.taskRole?.readSecrets ?? []).flatMap((reference, index) =>
        readGiven(reference, `taskRole.readSecrets[${index}]`, false),
    );
    const own = Object.entries(args.secrets ?? {}).flatMap(([key, { arn, kmsKeyId }]) => {
        const path = joinPath(joinPath("secrets", key), "arn");
        return arn === undefined ? [] : [{ path, valueFrom: arn, kmsKeyId, isWatched: redeploys }];
    });
    return [...injected, ...read, ...own];
}

function readGiven(
    reference: SecretReferenceArgs,
    path: string,
    isWatched: boolean,
): GivenReference[] {
    if (typeof reference === "string" || isOutput(reference)) {
        return [{ path, valueFrom: reference, isWatched }];
    }
    // A resource is judged when its key is known as well; a new secret has no other place.
    if (isSecretResource(reference) || isInlineSecret(reference)) {
        return [];
    }
    const { valueFrom, kmsKeyId } = reference as ReferenceArgs;
    const at = joinPath(path, "valueFrom");
    return valueFrom === undefined ? [] : [{ path: at, valueFrom, kmsKeyId, isWatched }];
}

function secretReferenceFinding(path: string): Finding {
    return {
        path,
        reason: "is a Pulumi secret, and what stands here is written in plaintext",
        remedy: "Give the ARN or name of a secret, not its value; or keep the value in the component's secrets and refer to it by { secret: key }.",
    };
}
