import { OPEN_QUESTIONS, Reading, readingsOf, type Question } from "./readings";
import { applied, sceneOf, type Applied, type Scene } from "./statement";
import type { DocumentJson, GrantJson, World } from "./world";

function contextGranted(grant: GrantJson, scene: Scene): boolean {
    const prefix = "kms:EncryptionContext:";
    const pairs = Object.entries(scene.world.request.context)
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, values]) => [key.slice(prefix.length), (values as string[])[0] ?? ""] as const);
    return (grant.constraints as { kind: string; context: Record<string, string> }[]).every(
        ({ kind, context }) => {
            const wanted = Object.entries(context);
            const agrees = (key: (text: string) => string) =>
                wanted.every(([name, value]) =>
                    pairs.some(([given, text]) => key(given) === key(name) && text === value),
                ) &&
                (kind === "subset" || wanted.length === pairs.length);
            const exactly = agrees((text) => text);
            const loosely = agrees((text) => text.toLowerCase());
            return exactly === loosely ? exactly : scene.reading.ask("grantKeysIgnoreCase");
        },
    );
}

function grantGives(scene: Scene): boolean {
    const { resource } = scene.world;
    const operation = scene.action.replace(/^kms:/i, "");
    return (
        resource.kind === "key" &&
        (resource.grants as GrantJson[]).some(
            (grant) =>
                [scene.role, scene.session].includes(grant.grantee as string) &&
                (grant.operations as string[]).includes(operation) &&
                contextGranted(grant, scene),
        )
    );
}

const allows = ({ effect }: Applied) => effect === "Allow";
const denies = ({ effect }: Applied) => effect === "Deny";

/** The document of the resource: none, the given one, or the one that KMS gives a key. */
function documentOf(scene: Scene): DocumentJson {
    const { resource } = scene.world;
    if (resource.kind === "none" || resource.document === "none") {
        return { Statement: [] };
    }
    if (resource.document === "default") {
        // https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
        const root = `arn:aws:iam::${scene.resource.split(":")[4] ?? ""}:root`;
        return {
            Statement: [
                { Effect: "Allow", Principal: { AWS: root }, Action: "kms:*", Resource: "*" },
            ],
        };
    }
    return resource.document as DocumentJson;
}

/** Whether a fully known world allows its request, under one reading of the open questions. */
export function decide(world: World, reading: Reading = new Reading()): boolean {
    const scene = sceneOf(world, reading);
    const identity = world.identity.flatMap(({ document }) =>
        applied(document as DocumentJson, scene, true),
    );
    const boundary =
        world.boundary === undefined
            ? undefined
            : applied(world.boundary as DocumentJson, scene, true);
    const own = applied(documentOf(scene), scene, false);
    if ([...identity, ...(boundary ?? []), ...own].some(denies)) {
        return false;
    }
    const bounded = boundary?.some(allows) ?? true;
    const role = identity.some(allows) && bounded;
    const named = new Set(own.filter(allows).flatMap(({ naming }) => naming));
    const granted = grantGives(scene);
    if (scene.resource.split(":")[4] !== scene.account) {
        const admitted = named.size > 0 || granted;
        return (
            admitted &&
            (role ||
                (granted &&
                    (bounded || reading.ask("grantPassesBoundary")) &&
                    (identity.some(allows) || reading.ask("grantAloneAcrossAccounts"))))
        );
    }
    return (
        (role && (world.resource.kind !== "key" || named.has("account"))) ||
        named.has("session") ||
        (named.has("role") && bounded) ||
        (named.has("everybody") && (bounded || reading.ask("everybodyPassesBoundary"))) ||
        (granted && (bounded || reading.ask("grantPassesBoundary")))
    );
}

/** All questions that any reading of the world asks. */
export function questionsOf(world: World): Question[] {
    let known: Question[] = [];
    for (;;) {
        const asked = new Set(known);
        for (const reading of readingsOf(known)) {
            decide(world, reading);
            reading.asked.forEach((question) => asked.add(question));
        }
        if (asked.size === known.length) {
            return known;
        }
        known = [...asked];
    }
}

/** Why AWS's documentation does not decide this fully known world, or nothing if it does. */
export function unspecified(world: World): string | undefined {
    const questions = questionsOf(world);
    const answers = new Set(readingsOf(questions).map((reading) => decide(world, reading)));
    return answers.size === 1
        ? undefined
        : questions
              .map((name) => `${OPEN_QUESTIONS[name].question} ${OPEN_QUESTIONS[name].link}`)
              .join("; ");
}
