import type { PolicyResource } from "@pulumi/policy";
import {
    formatName,
    listInjections,
    parseArn,
    parseValueFrom,
    planWatchedEvents,
    renderEventPattern,
    type SecretReference,
} from "../../core";
import { readContainers } from "../stack/containers";
import { rawValue } from "../stack/decode";
import { isOfComponent, TYPES, type StackModel } from "../stack/model";
import { taskOf } from "../stack/services";
import { indexRules } from "./redeploying-rules";
import { indexRotated, type RotatedSecret } from "./rotated-secrets";

/** A secret that the containers of a service hold on to after it was rotated. */
export interface StaleSecret {
    readonly urn: string;
    readonly message: string;
}

interface Held {
    readonly rotated: RotatedSecret;
    readonly references: SecretReference[];
    readonly places: string[];
}

/** Finds the rotated secrets of services that nothing in the stack deploys anew. */
export function findStaleSecrets(model: StackModel): StaleSecret[] {
    const findRotated = indexRotated(model);
    const mayRedeploy = indexRules(model);
    return model.ofType(TYPES.service).flatMap((service) => {
        return listHeld(taskOf(model, service), findRotated).flatMap((held) => {
            const { rotated, places } = held;
            const stale = describeStale(service, held, mayRedeploy(service, rotated));
            const where = `${places.join(", ")} (${rotated.what})`;
            return stale === undefined
                ? []
                : { urn: service.urn, message: `${where}: ${rotated.by} rotates it, and ${stale}` };
        });
    });
}

/** What a task definition injects that is rotated, each secret once. */
function listHeld(
    task: PolicyResource | undefined,
    findRotated: ReturnType<typeof indexRotated>,
): Held[] {
    // Definitions that are not known yet may hold the ARN of a secret that the program reads itself.
    const definitions = task ? readContainers(task) : [];
    const found = new Map<RotatedSecret, Held>();
    for (const injection of listInjections(definitions)) {
        const { reference } = parseValueFrom(injection.valueFrom);
        const rotated = reference && findRotated(reference);
        if (rotated) {
            const held = found.get(rotated) ?? { rotated, references: [], places: [] };
            const [name, container] = [injection.name, injection.container].map(formatName);
            held.references.push(reference);
            held.places.push(`${injection.target} ${name} of container ${container}`);
            found.set(rotated, held);
        }
    }
    return [...found.values()];
}

function describeStale(
    service: PolicyResource,
    { rotated, references }: Held,
    isRedeployed: boolean,
): string | undefined {
    if (references.some((one) => one.store === "secretsmanager" && one.versionId)) {
        return `valueFrom names one version of it: new tasks of service ${service.name} read that same version after each rotation. Leave the version id out.`;
    }
    const remedy = isOfComponent(service)
        ? "Give the component redeployOnRotation."
        : `Let a rule of Amazon EventBridge with ${formatPattern(rotated, references)} start ${formatDeployment(service)}.`;
    return isRedeployed
        ? undefined
        : `nothing in this stack deploys service ${service.name} anew: its containers keep the value that they started with. ${remedy}`;
}

function formatPattern({ arn, secret }: RotatedSecret, [reference]: readonly SecretReference[]) {
    const location = parseArn(arn ?? "");
    if (!location || arn === undefined) {
        const name = secret ? ` of secret ${secret.name}` : "";
        return `source aws.secretsmanager and detail-type "Secret Label Updated"${name}`;
    }
    const versionStage = reference.store === "secretsmanager" ? reference.versionStage : undefined;
    const watched = { store: "secretsmanager", arn, versionStage } as const;
    const [event] = planWatchedEvents(watched, location);
    return `the pattern ${renderEventPattern(event, [event.match])}`;
}

/** Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html */
function formatDeployment({ props }: PolicyResource): string {
    const controller = rawValue(props, "deploymentController");
    const type =
        typeof controller === "object" && controller !== null ? rawValue(controller, "type") : "";
    return type === "CODE_DEPLOY"
        ? "a deployment of AWS CodeDeploy: with this deployment controller Amazon ECS forces none"
        : type === "EXTERNAL"
          ? "what makes its task sets: with deployment controller EXTERNAL Amazon ECS forces no deployment"
          : "what calls ecs:UpdateService with forceNewDeployment";
}
