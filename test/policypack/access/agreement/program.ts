import { listServices } from "../../../../sandbox/aws/ecs";
import * as provider from "../../../../sandbox/aws/provider";
import type { Properties } from "../../../../sandbox/aws/resource-type";
import type { PackResource } from "../../../support/policies";
import { TestAccount } from "../../../support/simulated-aws";
import type { Wire } from "../../../support/wire";

/** The account that the programs run in, and another one of the same AWS. */
export const OWN = "123456789012";
export const STRANGER = "210987654321";

/** A resource that was made, as the program goes on with it. */
export interface Made {
    readonly id: string;
    readonly outputs: Properties;
}

/** A program that runs in the simulated AWS, and what the engine would send of it to the pack. */
export class Program {
    readonly resources: PackResource[] = [];
    private readonly at = new TestAccount();

    /** Makes a resource, in another account or region if that is said. */
    make(type: string, name: string, inputs: Properties, account = OWN): Made {
        const resourceType = provider.resourceType(type);
        const seed = new Uint8Array([this.resources.length]);
        const checked = provider.checkInputs(resourceType, name, inputs, {}, seed);
        if (checked.failures.length > 0) {
            throw new Error(checked.failures.map(({ reason }) => reason).join("\n"));
        }
        const sent = {
            type,
            name,
            urn: `urn:pulumi:dev::project::${type}::${name}`,
            inputs: toWire(inputs),
            props: toWire(inputs),
            propertyDependencies: this.dependenciesOf(inputs),
        };
        // The engine asks a pack before AWS is, which may refuse.
        const index = this.resources.push(sent) - 1;
        const made = provider.create(this.at.account.of(account), resourceType, checked.inputs);
        this.resources[index] = { ...sent, props: toWire({ ...made.outputs, id: made.id }) };
        return made;
    }

    /** Why the tasks of the services stopped; empty if they run. */
    stopReasons(): string[] {
        const tasks = listServices(this.at.account).flatMap(({ deployments }) =>
            deployments.flatMap((deployment) => deployment.tasks),
        );
        if (tasks.length === 0) {
            throw new Error("no task was started");
        }
        return tasks.flatMap(({ lastStatus, stoppedReason = "" }) =>
            lastStatus === "RUNNING" ? [] : [stoppedReason],
        );
    }

    /** Removes the folder of the simulated AWS. */
    remove(): void {
        this.at.remove();
    }

    /** A property was computed from the resources whose ids and ARNs it holds. */
    private dependenciesOf(inputs: Properties): Record<string, string[]> {
        const sources = Object.entries(inputs).map(([property, value]) => {
            const json = JSON.stringify(value ?? "");
            const holds = ({ props }: PackResource) =>
                [props.arn, props.id].some(
                    (mark) =>
                        typeof mark === "string" &&
                        (mark === value || (mark.startsWith("arn:") && json.includes(mark))),
                );
            return [property, this.resources.filter(holds).map(({ urn }) => urn)] as const;
        });
        return Object.fromEntries(sources.filter(([, urns]) => urns.length > 0).map(toMutable));
    }
}

function toMutable([property, urns]: readonly [string, string[]]): [string, string[]] {
    return [property, urns];
}

/** What has no value is not sent. */
function toWire(properties: Properties): Wire {
    return JSON.parse(JSON.stringify(properties)) as Wire;
}
