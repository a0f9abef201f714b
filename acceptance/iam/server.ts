import { putToMoto } from "./differences";
import { renderPattern } from "./patterns";
import { Random } from "./random";
import { answerOfCore, type Element, type World, type WorldPolicy } from "./world";

/** A question that moto's server is asked by a call, as a role that has these policies. */
export interface Call {
    readonly action: string;
    readonly resource: string;
    readonly policies: readonly ({ readonly document: string } | { readonly arn: string })[];
}

/** Makes the calls; true where access is not denied. */
export type MakeCalls = (calls: readonly Call[]) => Promise<readonly boolean[]>;

/** What the calls have come to. */
export interface CallComparison {
    readonly calls: number;
    readonly allowed: number;
    readonly agreed: number;
    /** Denied for a resource that the server does not look at. */
    readonly explained: number;
    readonly unexplained: readonly string[];
}

/**
 * The server asks its access control about `*` where a service does not say which resource a call is
 * about, so that a statement that names one does not apply. With AWS these actions have resources.
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html,
 * list_awssystemsmanager.html, list_awskeymanagementservice.html
 */
const ASKED_ABOUT_ALL = ["secretsmanager:GetSecretValue", "ssm:GetParameters", "kms:Decrypt"];

const MANAGED = ["AmazonSSMReadOnlyAccess", "PowerUserAccess", "SecretsManagerReadWrite"];
const WORLDS_EACH = 12;

/** Makes worlds for the server, of what it accepts in a policy: for each action so many. */
export function makeCallWorlds(targets: Readonly<Record<string, string>>, seed: number): World[] {
    const random = new Random(seed);
    return Object.entries(targets).flatMap(([action, resource]) =>
        Array.from({ length: WORLDS_EACH }, (_, index) => ({
            name: `call ${index + 1} of ${action}`,
            action,
            resource,
            policies: makePolicies(random, action, resource),
        })),
    );
}

function makePolicies(random: Random, action: string, resource: string): WorldPolicy[] {
    const written = Array.from({ length: 1 + random.below(2) }, (): WorldPolicy => {
        const statements = Array.from({ length: 1 + random.below(2) }, () => ({
            effect: random.chance(20) ? ("Deny" as const) : ("Allow" as const),
            action: makeAction(random, action),
            resource: { isNegated: false, texts: [makeResource(random, resource)] },
        }));
        return { kind: "written", statements };
    });
    return random.chance(20)
        ? [...written, { kind: "managed", arn: `arn:aws:iam::aws:policy/${random.pick(MANAGED)}` }]
        : written;
}

function makeAction(random: Random, action: string): Element {
    const [service] = action.split(":");
    const texts = [
        random.pick([
            action,
            action,
            `${service}:*`,
            `${action.slice(0, -3)}*`,
            "*",
            "sns:Publish",
        ]),
    ];
    return { isNegated: random.chance(10), texts };
}

function makeResource(random: Random, resource: string): string {
    const other = `${resource.slice(0, -4)}-other`;
    return random.pick(["*", "*", resource, `${resource.slice(0, -3)}*`, other, `${resource}*`]);
}

/** Holds what core/iam says of the worlds against what calls to the server come to. */
export async function compareCalls(
    worlds: readonly World[],
    makeCalls: MakeCalls,
): Promise<CallComparison> {
    const plain = worlds.map((world) => putToServer(world));
    const told = worlds.map((world) =>
        putToServer(ASKED_ABOUT_ALL.includes(world.action) ? decideResources(world) : world),
    );
    const answers = await makeCalls([...plain, ...told]);
    const judged = worlds.map((world, index) => {
        const core = answerOfCore(world);
        const isAllowed = core === "allowed";
        const [asItIs, inItsWords] = [answers[index], answers[worlds.length + index]];
        const isRight = core !== "undetermined" && inItsWords === isAllowed;
        return { world, core, isAllowed, agrees: asItIs === isAllowed, isRight };
    });
    return {
        calls: answers.length,
        allowed: judged.filter(({ isAllowed }) => isAllowed).length,
        agreed: judged.filter(({ agrees, isRight }) => agrees && isRight).length,
        explained: judged.filter(({ agrees, isRight }) => !agrees && isRight).length,
        unexplained: judged
            .filter(({ isRight }) => !isRight)
            .map(
                ({ world, core }) =>
                    `${world.name} on ${world.resource} is ${core} by core/iam, and not so by moto's server: ${JSON.stringify(world.policies)}`,
            ),
    };
}

function putToServer(world: World): Call {
    const { action, resource, policies } = putToMoto(world, new Set());
    return {
        action,
        resource,
        policies: policies.map((policy) => ("arn" in policy ? { arn: policy.arn } : policy)),
    };
}

/** The same world with `*` in each statement that covers the resource, and without the others. */
function decideResources(world: World): World {
    const policies = world.policies.flatMap((policy): WorldPolicy[] => {
        if (policy.kind === "managed") {
            return [policy];
        }
        const statements = policy.statements
            .filter(({ resource }) => resource.texts.some((text) => covers(text, world.resource)))
            .map((statement) => ({ ...statement, resource: { isNegated: false, texts: ["*"] } }));
        return statements.length === 0 ? [] : [{ kind: "written", statements }];
    });
    return { ...world, policies };
}

function covers(text: string, resource: string): boolean {
    const pattern = renderPattern(text, {
        escapesSigns: true,
        knowsAnyOne: true,
        keepsToSegments: true,
        requiresParts: true,
        replacesVariables: true,
    });
    return new RegExp(`^${pattern.replaceAll("*", ".*")}$`).test(resource);
}
