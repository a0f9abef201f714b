import type { Account } from "../account";
import { uuid } from "../ids";
import {
    AwsError,
    canonicalJson,
    text,
    type Properties,
    type ResourceType,
} from "../resource-type";
import { assumeRole } from "./assume";
import type { DefinitionProblem } from "./definition";
import { parseDefinition } from "./parse-definition";
import {
    findStateMachine,
    requireStateMachine,
    stateMachines,
    type StateMachine,
} from "./state-machines";
import { findTaskProblems } from "./tasks";

/** The resource type of state machines. */
export const stateMachine: ResourceType = {
    token: "aws:sfn/stateMachine:StateMachine",
    autoName: "name",
    defaults: { publish: false, type: "STANDARD" },
    required: ["definition", "roleArn"],
    replaceOn: ["name", "namePrefix", "type"],
    canonical: { definition: canonicalJson },
    computed: [
        "arn",
        "creationDate",
        "description",
        "encryptionConfiguration",
        "loggingConfiguration",
        "namePrefix",
        "revisionId",
        "stateMachineVersionArn",
        "status",
        "tagsAll",
        "tracingConfiguration",
        "versionDescription",
    ],
    recomputed: { definition: ["revisionId"], roleArn: ["revisionId"] },
    create(account, inputs) {
        const created = readInputs(account, "CreateStateMachine", inputs);
        if (!stateMachines(account).create(created.name, created)) {
            const message = `State Machine Already Exists: '${created.arn}'`;
            refuse("CreateStateMachine", "StateMachineAlreadyExists", message);
        }
        return { id: created.arn, outputs: describe(created, inputs) };
    },
    read(account, id, outputs) {
        const found = findStateMachine(account, id);
        return (
            found && {
                ...describe(found, outputs),
                definition: found.definition,
                revisionId: outputs.revisionId,
                roleArn: found.roleArn,
            }
        );
    },
    update(account, id, inputs) {
        const { name } = requireStateMachine(account, "UpdateStateMachine", id);
        const updated = readInputs(account, "UpdateStateMachine", { ...inputs, name });
        stateMachines(account).put(name, updated);
        return { id, outputs: describe(updated, inputs) };
    },
    delete(account, id) {
        const found = findStateMachine(account, id);
        if (found) {
            stateMachines(account).delete(found.name);
        }
    },
};

function describe(found: StateMachine, properties: Properties): Properties {
    return {
        creationDate: "2026-01-01T00:00:00Z",
        description: "",
        encryptionConfiguration: { type: "AWS_OWNED_KEY" },
        loggingConfiguration: { includeExecutionData: false, level: "OFF" },
        stateMachineVersionArn: "",
        status: "ACTIVE",
        tracingConfiguration: { enabled: false },
        versionDescription: "",
        ...properties,
        arn: found.arn,
        name: found.name,
        revisionId: uuid(),
    };
}

function readInputs(account: Account, operation: string, inputs: Properties): StateMachine {
    const name = text(inputs, "name");
    const definition = text(inputs, "definition");
    const roleArn = text(inputs, "roleArn");
    if (!/^[A-Za-z0-9_-]{1,80}$/.test(name)) {
        refuse(operation, "InvalidName", `Invalid Name: '${name}'`);
    }
    if (inputs.type !== "EXPRESS" && inputs.type !== "STANDARD") {
        refuse(operation, "ValidationException", "The type must be STANDARD or EXPRESS.");
    }
    const { problems } = parseDefinition(definition, findTaskProblems(account.partition));
    refuseProblems(operation, problems);
    const arn = account.arn("states", `stateMachine:${name}`);
    if (!assumeRole(account, roleArn, "states.amazonaws.com", arn, name)) {
        const message =
            "Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role.";
        refuse(operation, "AccessDeniedException", message);
    }
    return { name, arn, type: inputs.type, definition, roleArn };
}

function refuseProblems(operation: string, problems: readonly DefinitionProblem[]): void {
    const lacking = problems.find(({ code }) => code === "NOT_SIMULATED");
    if (lacking) {
        throw new Error(`simulated AWS: ${lacking.reason} (at ${lacking.at || "/"})`);
    }
    if (problems.length > 0) {
        const all = problems.map(({ code, reason, at }) => `${code}: ${reason} at ${at || "/"}`);
        const message = `Invalid State Machine Definition: '${all.join(", ")}'`;
        refuse(operation, "InvalidDefinition", message);
    }
}

function refuse(operation: string, code: string, message: string): never {
    throw new AwsError(`SFN: ${operation}`, code, message);
}
