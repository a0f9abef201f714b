import * as pulumi from "@pulumi/pulumi";
import type { MockResourceArgs, MockResourceResult } from "@pulumi/pulumi/runtime";
import type { Location } from "../core";
import { fakeOutputs } from "../test/support/fake-account";
import type { Program } from "../test/support/recording";
import { catchRejections } from "../test/support/rejections";
import { isSecretMark, type Wire } from "../test/support/wire";
import type { Send } from "./clients";
import { Gate } from "./gate";
import { lookUp } from "./lookups";
import type { FindNetwork } from "./network";
import { placeOfProvider } from "./provider";
import { translations, type Answer, type Request, type Steps } from "./translation";

/** Where programs are deployed that name no other place: the account that moto takes for its own. */
export const HOME: Location = { partition: "aws", region: "us-east-1", account: "123456789012" };

/** What stands for AWS. */
export interface Server {
    readonly send: Send;
    readonly findNetwork: FindNetwork;
}

/** A request that was sent, and what the server had against it. */
export interface SentRequest {
    /** The type and the logical name of the resource that it is for. */
    readonly resource: string;
    readonly request: Request;
    readonly refusal?: string;
}

/** What came of a program. */
export interface ProgramRun {
    /** How many resources were sent. */
    readonly resources: number;
    readonly requests: readonly SentRequest[];
    /** What kept a part of the program from being sent at all. */
    readonly failures: readonly string[];
    /** What the program itself ended with. */
    readonly errors: readonly Error[];
}

/**
 * Runs a program as the engine would, in whose place every resource is sent to the server. What the
 * server answers becomes the outputs of the resource, so that all that refers to it names what is
 * really there.
 */
export async function runProgram(
    program: Program,
    { send, findNetwork }: Server,
): Promise<ProgramRun> {
    const requests: SentRequest[] = [];
    const failures = new Set<string>();
    const places = new Map<string, Location>();
    const gate = new Gate(send);
    let resources = 0;

    const create = async (args: MockResourceArgs): Promise<MockResourceResult> => {
        const { type, name, provider } = args;
        const inputs = unmark(args.inputs) as Wire;
        if (args.custom === false || args.id) {
            // A component has no request, and what is read exists.
            return { id: args.id, state: inputs };
        }
        if (type.startsWith("pulumi:providers:")) {
            places.set(`${name}-id`, placeOfProvider(inputs, HOME));
            return { id: `${name}-id`, state: inputs };
        }
        const location = inRegion(placeOf(provider, places), inputs.region);
        const steps = translations[type]?.(inputs, { name, location });
        if (steps === undefined) {
            failures.add(`no translation of ${type} (acceptance/translation)`);
        } else {
            resources += 1;
            const note = (request: Request, refusal?: string): void => {
                requests.push({
                    resource: `${type.replace(/^.*:/, "")} ${name}`,
                    request,
                    refusal,
                });
            };
            try {
                const outputs = await follow(
                    steps,
                    (request) => gate.send(request, location),
                    note,
                );
                if (outputs !== undefined) {
                    return { id: outputs.id, state: { ...inputs, ...outputs } };
                }
            } catch (error) {
                failures.add(`${type} ${name}: ${(error as Error).message}`);
            }
        }
        // What depends on it is sent all the same, with outputs that are made up.
        const { checked, computed } = fakeOutputs(type, name, inputs, location);
        return { id: computed.id, state: { ...inputs, ...checked, ...computed } };
    };

    const call = ({ token, inputs, provider }: pulumi.runtime.MockCallArgs): Promise<Wire> => {
        const location = inRegion(placeOf(provider, places), inputs.region);
        return lookUp(token, inputs as Wire, location, findNetwork).catch((error: Error) => {
            // Of an error that comes from an engine the SDK tells the details alone.
            throw Object.assign(error, { details: error.message });
        });
    };
    await pulumi.runtime.setMocks({ newResource: create, call }, "project", "dev", false);
    const errors = await catchRejections(async () => {
        await program();
        await pulumi.runtime.disconnect();
    });
    // What a failed program comes to afterwards is nobody's.
    const run = { resources, requests: [...requests], failures: [...failures].sort(), errors };
    await gate.close();
    return run;
}

/** Makes the requests one after the other; nothing comes of a resource once one is refused. */
async function follow(
    steps: Steps,
    send: (request: Request) => Promise<Answer>,
    note: (request: Request, refusal?: string) => void,
) {
    let step = steps.next();
    while (!step.done) {
        const request = step.value;
        let answer: Answer;
        try {
            answer = await send(request);
        } catch (error) {
            note(request, (error as Error).message);
            return undefined;
        }
        const refusal = refusalIn(answer);
        note(request, refusal);
        if (refusal !== undefined) {
            return undefined;
        }
        step = steps.next(answer);
    }
    return step.value;
}

/** Some operations tell in an answer what they refuse. */
function refusalIn({ FailedEntries }: Answer): string | undefined {
    return Array.isArray(FailedEntries) && FailedEntries.length > 0
        ? JSON.stringify(FailedEntries)
        : undefined;
}

/** A provider is named by its URN and id, as `urn::id`. */
function placeOf(provider: string | undefined, places: ReadonlyMap<string, Location>): Location {
    return places.get(provider?.split("::").at(-1) ?? "") ?? HOME;
}

function inRegion(place: Location, region: unknown): Location {
    return typeof region === "string" ? placeOfProvider({ region }, place) : place;
}

/** The same value with no mark of a secret in it, as a provider's API calls have it. */
function unmark(value: unknown): unknown {
    if (isSecretMark(value)) {
        return unmark(value.value);
    }
    if (Array.isArray(value)) {
        return value.map(unmark);
    }
    if (typeof value !== "object" || value === null || pulumi.asset.Archive.isInstance(value)) {
        return value;
    }
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, unmark(entry)]));
}
