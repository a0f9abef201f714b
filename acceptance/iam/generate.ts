import { Random } from "./random";
import { makeAction, makeResource, TARGETS, type Target } from "./texts";
import type { Element, World, WorldCondition, WorldPolicy, WorldStatement } from "./world";

const MANAGED = [
    "AWSKeyManagementServicePowerUser",
    "AWSSecretsManagerClientReadOnlyAccess",
    "AdministratorAccess",
    "AmazonEC2ContainerRegistryPullOnly",
    "AmazonS3ReadOnlyAccess",
    "AmazonSSMFullAccess",
    "AmazonSSMManagedInstanceCore",
    "AmazonSSMReadOnlyAccess",
    "CloudWatchAgentServerPolicy",
    "PowerUserAccess",
    "SecretsManagerReadWrite",
    "service-role/AmazonEC2ContainerServiceforEC2Role",
    "service-role/AmazonECSTaskExecutionRolePolicy",
];
// moto needs a good part of a second for each of these.
const LARGE = ["ReadOnlyAccess", "SecurityAudit", "job-function/ViewOnlyAccess"];
const LARGE_EVERY = 200;

/** Makes so many worlds, the same ones for the same seed. */
export function generateWorlds(worlds: number, seed: number): World[] {
    const random = new Random(seed);
    return Array.from({ length: worlds }, (_, index) => {
        const target = random.pick(TARGETS);
        const isLarge = index % LARGE_EVERY === 0;
        // A large policy decides by itself in half of its worlds.
        const count = isLarge ? random.below(2) : 1 + random.below(3);
        const written = Array.from({ length: count }, () => makePolicy(random, target));
        const managed = [
            ...(random.chance(15) ? [managedPolicy(random.pick(MANAGED))] : []),
            ...(isLarge ? [managedPolicy(random.pick(LARGE))] : []),
        ];
        return { name: `world ${index + 1}`, ...target, policies: [...written, ...managed] };
    });
}

function managedPolicy(path: string): WorldPolicy {
    return { kind: "managed", arn: `arn:aws:iam::aws:policy/${path}` };
}

function makePolicy(random: Random, target: Target): WorldPolicy {
    const statements = Array.from({ length: 1 + random.below(3) }, () =>
        makeStatement(random, target),
    );
    return { kind: "written", statements };
}

function makeStatement(random: Random, target: Target): WorldStatement {
    const condition = random.chance(12) ? makeCondition(random, target.action) : undefined;
    return {
        effect: random.chance(18) ? "Deny" : "Allow",
        action: makeElement(random, (one) => makeAction(one, target.action)),
        resource: makeResourceElement(random, target.resource),
        ...(condition && { condition }),
    };
}

function makeElement(random: Random, make: (random: Random) => string): Element {
    const texts = Array.from({ length: 1 + random.below(2) }, () => make(random));
    return { isNegated: random.chance(8), texts };
}

function makeResourceElement(random: Random, wanted: string): Element {
    const element = makeElement(random, (one) => makeResource(one, wanted));
    // What AWS refuses in NotResource has no meaning that could be compared.
    const isSound = element.texts.every((text) => text === "*" || text.split(":").length > 5);
    return isSound ? element : { ...element, isNegated: false };
}

function makeCondition(random: Random, action: string): WorldCondition {
    const { holds, json } = random.pick(
        CONDITIONS.filter(({ service }) => action.startsWith(service)),
    );
    return { holds, json };
}

interface ServiceCondition extends WorldCondition {
    /** What the action begins with. */
    readonly service: string;
}

const CONDITIONS: readonly ServiceCondition[] = [
    holds({ StringEquals: { "aws:ResourceTag/team": "app" } }),
    fails({ StringEquals: { "aws:ResourceTag/team": ["ops", "App"] } }),
    holds({ StringNotEquals: { "aws:ResourceTag/absent": "x" } }),
    fails({ StringEquals: { "aws:ResourceTag/absent": "x" } }),
    holds({ StringEqualsIfExists: { "aws:ResourceTag/absent": "x" } }),
    fails({ Null: { "aws:ResourceTag/team": "true" } }),
    holds({ StringLike: { "aws:RequestedRegion": "eu-*" }, Null: { "aws:TagKeys": "true" } }),
    fails({ StringLike: { "aws:RequestedRegion": "eu-*", "aws:ResourceTag/team": "b*" } }),
    fails({ Bool: { "aws:SecureTransport": "false" } }),
    holds({ StringLike: { "kms:ViaService": "secretsmanager.*.amazonaws.com" } }, "kms:"),
    fails({ StringEquals: { "kms:ViaService": "ssm.eu-west-1.amazonaws.com" } }, "kms:"),
];

function holds(json: WorldCondition["json"], service = ""): ServiceCondition {
    return { service, holds: true, json };
}

function fails(json: WorldCondition["json"], service = ""): ServiceCondition {
    return { service, holds: false, json };
}
