import type { PolicyResource, ResourceValidation, ResourceValidationArgs } from "@pulumi/policy";
import { parseArn } from "../../core";
import { askedQuestion } from "../sdk/asked-type";
import { messageOf } from "../sdk/lazy-properties";
import { looksAt } from "../sdk/refuse-quickly";
import { toClassic, withNative } from "../stack/classic";
import { readText } from "../stack/decode";
import { GIVEN_POLICY_TYPES, givenPolicies } from "../stack/given-policies";
import { StackModel, TYPES } from "../stack/model";

/** Which property leads to a resource that a service depends on, by the type of the resource. */
const KEYS: Readonly<Record<string, string>> = {
    [TYPES.policy]: "name",
    [TYPES.policyAttachment]: "policyArn",
    [TYPES.role]: "name",
    [TYPES.rolePoliciesExclusive]: "roleName",
    [TYPES.rolePolicy]: "role",
    [TYPES.rolePolicyAttachment]: "role",
    [TYPES.rolePolicyAttachmentsExclusive]: "roleName",
    [TYPES.taskDefinition]: "family",
};

/** The types whose `role` leads from a role to what it has. */
const OF_ROLE = [
    TYPES.rolePoliciesExclusive,
    TYPES.rolePolicy,
    TYPES.rolePolicyAttachment,
    TYPES.rolePolicyAttachmentsExclusive,
];

/** The types of resources that a policy must look at which judges services with what is seen here. */
const SEEN_TYPES = withNative([
    ...new Set([...Object.keys(KEYS), ...GIVEN_POLICY_TYPES, TYPES.service]),
]);

/**
 * What the engine has sent of roles and task definitions in this preview or update, before any of it
 * was created: the process serves one operation. It is looked at before a service is created.
 */
class SeenResources {
    private readonly byText = new Map<string, PolicyResource[]>();
    private readonly urns = new Set<string>();
    private readonly said = new Set<string>();
    private noted: object | undefined;
    private notedFor: object | undefined;
    private asked: { readonly message: object; readonly model: StackModel } | undefined;

    /** Takes note of a resource; several policies may. */
    note(args: Pick<ResourceValidationArgs, "type" | "urn" | "name" | "props" | "opts">): void {
        const message = messageOf(args.props);
        if (message !== undefined && message === this.noted) {
            return;
        }
        this.noted = message;
        this.notedFor = askedQuestion();
        const { type, props } = toClassic({ type: args.type, props: args.props });
        if (GIVEN_POLICY_TYPES.includes(type)) {
            givenPolicies.note({ urn: args.urn, props });
        }
        if (!Object.hasOwn(KEYS, type) || this.urns.has(args.urn)) {
            return;
        }
        this.urns.add(args.urn);
        const reading = readText(props, KEYS[type]);
        if (reading.kind === "known") {
            const key = keyOf(type, reading.text);
            const { urn, name, opts } = args;
            const resource = {
                type,
                urn,
                name,
                props,
                opts,
                ...NO_LINKS,
            } as unknown as PolicyResource;
            this.byText.set(key, [...(this.byText.get(key) ?? []), resource]);
        }
    }

    /** Whether what the engine asks about now has been noted. */
    hasNoted(): boolean {
        const question = askedQuestion();
        return question !== undefined && question === this.notedFor;
    }

    /** What has been seen of the task definition of a service, and of the roles of that. */
    modelFor(service: object): StackModel {
        const message = messageOf(service);
        if (message === undefined) {
            return this.makeModel(service);
        }
        if (this.asked?.message !== message) {
            this.asked = { message, model: this.makeModel(service) };
        }
        return this.asked.model;
    }

    private makeModel(service: object): StackModel {
        const tasks = this.find(TYPES.taskDefinition, nameIn(service, "taskDefinition"));
        const roles = tasks.flatMap(({ props }) =>
            this.find(TYPES.role, nameIn(props, "executionRoleArn")),
        );
        const given = roles.flatMap(({ props }) =>
            OF_ROLE.flatMap((type) => this.find(type, nameIn(props, "name"))),
        );
        const policies = [...roles, ...given].flatMap(({ props }) =>
            ["policyArn", "permissionsBoundary"].flatMap((property) =>
                this.find(TYPES.policy, nameIn(props, property)),
            ),
        );
        return new StackModel([...new Set([...tasks, ...roles, ...given, ...policies])]);
    }

    /** Takes note of what was said of a service before it was created. */
    noteSaid(what: string): void {
        this.said.add(what);
    }

    /** Whether it was said of a service, and need not be said of the stack again. */
    hasSaid(what: string): boolean {
        return this.said.has(what);
    }

    /** Forgets everything, as a new process would know nothing. */
    forget(): void {
        this.byText.clear();
        this.urns.clear();
        this.noted = undefined;
        this.notedFor = undefined;
        this.asked = undefined;
        givenPolicies.forget();
        this.said.clear();
    }

    private find(type: string, text: string | undefined): readonly PolicyResource[] {
        return text === undefined ? [] : (this.byText.get(keyOf(type, text)) ?? []);
    }
}

/** What this process has seen. */
export const seenResources = new SeenResources();

const SERVICE_TYPES = withNative([TYPES.service]);

/** Makes the function of a policy that judges services by what has been seen, which it notes first. */
export function judgeServices(validate: ResourceValidation): ResourceValidation {
    const now = () => (seenResources.hasNoted() ? SERVICE_TYPES : SEEN_TYPES);
    return looksAt(SEEN_TYPES, validate, now);
}

const NO_LINKS = { dependencies: [], propertyDependencies: {} };

function keyOf(type: string, text: string): string {
    return `${type} ${text}`;
}

/** The name in a property: itself, or what an ARN ends in, without the revision of a family. */
function nameIn(props: object, property: string): string | undefined {
    const reading = readText(props, property);
    if (reading.kind !== "known") {
        return undefined;
    }
    const resource = parseArn(reading.text)?.resource ?? reading.text;
    return resource.split("/").at(-1)?.split(":")[0];
}
