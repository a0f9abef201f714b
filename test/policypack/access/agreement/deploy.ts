import { TYPES } from "../../../../policypack/stack/types";
import type { Fragment } from "./fragments";
import { accountMarks, fill, renderAll, ROLE, ROLE_ARN } from "./marks";
import type { Document, Plan } from "./plan";
import { OWN, type Program } from "./program";
import { store, type Stored } from "./store";

const STANDARD = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy";

/** Runs the program of a plan, up to a service with one task. */
export function deploy(program: Program, plan: Plan): void {
    const trust = renderAll({ Version: "2012-10-17", Statement: plan.trust }, accountMarks(OWN));
    // AWS takes no policy that names a role which does not exist.
    program.make(TYPES.role, "other", { name: "other", assumeRolePolicy: trust });
    const isRoleFirst = !["inlinePolicies", "managedPolicyArns"].includes(plan.holder);
    const role = {
        name: ROLE,
        assumeRolePolicy: trust,
        permissionsBoundary: makeBoundary(program, plan),
        tags: { team: "web" },
    };
    if (isRoleFirst) {
        program.make(TYPES.role, "role", role);
    }
    const stored = plan.injections.map((one, index) => store(program, one, index, isRoleFirst));
    giveRights(program, plan, role, listDocuments(plan, stored));
    stored.forEach(({ makeRest }) => {
        makeRest();
    });
    runTask(program, plan, stored);
}

function makeBoundary(program: Program, { boundary }: Plan): string | undefined {
    if (!boundary) {
        return undefined;
    }
    const policy = renderAll(boundary, accountMarks(OWN));
    return program.make(TYPES.policy, "boundary", { name: "boundary", policy }).id;
}

/** The documents of the role: one, or where it has several one for reading and one for decrypting. */
function listDocuments({ injections, holder, version }: Plan, stored: readonly Stored[]): string[] {
    const statements = (kind: "read" | "decrypt") =>
        injections.flatMap((one, index) =>
            fill<readonly Fragment[]>(one[kind], stored[index].marks),
        );
    const lists =
        holder === "rolePolicy" || holder === "policyAttachment"
            ? [[...statements("read"), ...statements("decrypt")]]
            : [statements("read"), statements("decrypt")];
    return lists
        .filter((list) => list.length > 0)
        .map((Statement) => JSON.stringify({ Version: version, Statement } satisfies Document));
}

/** Gives the role its policies, each way that there is. */
function giveRights(
    program: Program,
    { holder, hasStandardPolicy }: Plan,
    role: Readonly<Record<string, unknown>>,
    documents: readonly string[],
): void {
    const managed = () =>
        documents.map((policy, index) => {
            const name = `rights${index}`;
            return program.make(TYPES.policy, name, { name, policy }).id;
        });
    const attach = (policyArn: string, name: string) => {
        program.make(TYPES.rolePolicyAttachment, name, { role: ROLE, policyArn });
    };
    const standard = hasStandardPolicy ? [STANDARD] : [];
    switch (holder) {
        case "rolePolicy":
        case "rolePolicies":
        case "policiesExclusive":
            documents.forEach((policy, index) => {
                const name = `rights${index}`;
                program.make(TYPES.rolePolicy, name, { name, role: ROLE, policy });
            });
            if (holder === "policiesExclusive") {
                const policyNames = documents.map((_, index) => `rights${index}`);
                program.make(TYPES.rolePoliciesExclusive, "exclusive", {
                    roleName: ROLE,
                    policyNames,
                });
            }
            break;
        case "inlinePolicies": {
            const inlinePolicies = documents.map((policy, i) => ({ name: `rights${i}`, policy }));
            program.make(TYPES.role, "role", { ...role, inlinePolicies });
            break;
        }
        case "managedPolicyArns": {
            const managedPolicyArns = [...managed(), ...standard];
            program.make(TYPES.role, "role", { ...role, managedPolicyArns });
            return;
        }
        case "attachments":
            managed().forEach((arn, index) => {
                attach(arn, `attachment${index}`);
            });
            break;
        case "policyAttachment":
            managed().forEach((policyArn, index) => {
                const name = `attachment${index}`;
                program.make(TYPES.policyAttachment, name, { name, policyArn, roles: [ROLE] });
            });
            break;
        case "attachmentsExclusive": {
            const policyArns = [...managed(), ...standard];
            program.make(TYPES.rolePolicyAttachmentsExclusive, "exclusive", {
                roleName: ROLE,
                policyArns,
            });
            return;
        }
    }
    standard.forEach((arn) => {
        attach(arn, "standard");
    });
}

/** Registers a task definition and starts a service with one task of it. */
function runTask(program: Program, { hasRole, place }: Plan, stored: readonly Stored[]): void {
    const secrets = stored.map(({ valueFrom }, index) => ({ name: `V${index}`, valueFrom }));
    const logConfiguration = { logDriver: "splunk", secretOptions: secrets };
    const container = {
        name: "web",
        image: "httpd",
        memory: 128,
        ...(place === "secrets" && { secrets }),
        ...(place === "secretOptions" && { logConfiguration }),
    };
    const task = program.make(TYPES.taskDefinition, "task", {
        family: "web",
        containerDefinitions: JSON.stringify([container]),
        ...(hasRole && { executionRoleArn: ROLE_ARN }),
    });
    const cluster = program.make("aws:ecs/cluster:Cluster", "cluster", { name: "web" });
    program.make(TYPES.service, "service", {
        name: "web",
        cluster: cluster.outputs.arn,
        taskDefinition: task.outputs.arn,
        desiredCount: 1,
        ...(place === "service connect" && {
            serviceConnectConfiguration: { enabled: true, namespace: "made-up", logConfiguration },
        }),
    });
}
