import { readCases, type Case } from "../../bench/comparison/read-cases";
import { analyze, type PackResource } from "./policies";
import { UNKNOWN } from "./wire";

const POLICY = "ecs-task-definition-no-plaintext-secrets";
const TYPE = "aws:ecs/taskDefinition:TaskDefinition";

/** What the pack says of a case: whether it stops the preview, reports, or neither. */
export interface JudgedCase extends Case {
    readonly level: "mandatory" | "advisory" | "none";
}

/** Has the pack judge the cases, each as a task definition of its own. */
export async function judgeCases(cases: readonly Case[]): Promise<JudgedCase[]> {
    const judged: JudgedCase[] = [];
    for (const [index, one] of cases.entries()) {
        const reports = await analyze(toResource(one, index));
        const levels = reports.filter(({ policy }) => policy === POLICY).map(({ level }) => level);
        const level = levels.includes("mandatory") ? "mandatory" : (levels[0] ?? "none");
        judged.push({ ...one, level });
    }
    return judged;
}

/** A value that the corpus does not show is one that is not known yet at preview. */
function toResource({ container, hasValue }: Case, index: number): PackResource {
    const containerDefinitions = JSON.stringify([container], (key, value: unknown) =>
        key === "value" && !hasValue ? UNKNOWN : value,
    );
    const name = `case-${index}`;
    return {
        type: TYPE,
        name,
        urn: `urn:pulumi:dev::project::${TYPE}::${name}`,
        props: { family: name, containerDefinitions },
    };
}

if (require.main === module) {
    // What bench/comparison/run.py shows the other tools.
    void judgeCases(readCases()).then((cases) => console.log(JSON.stringify(cases)));
}
