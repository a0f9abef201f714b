import * as pulumi from "@pulumi/pulumi";
import { findFileArnFindings, findRoleArnFindings, joinPath, type Finding } from "../../core";
import { isOutput } from "../is-output";
import type { ScopeArgs } from "../scope";
import { findOfText, type JudgedOutput } from "./judged-output";
import { listKey } from "./list-references";

/** Lists the Outputs that name existing roles, environment files and the key of the log group. */
export function listArns(args: ScopeArgs): JudgedOutput[] {
    const { containers, executionRole, taskRole, logGroup } = args;
    return [
        ...listArn(executionRole?.existing, "executionRole.existing", findRoleArnFindings),
        ...listArn(taskRole?.existing, "taskRole.existing", findRoleArnFindings),
        ...listKey(logGroup?.kmsKeyId, "logGroup.kmsKeyId"),
        ...Object.entries(containers).flatMap(([name, { environmentFiles = [] }]) =>
            environmentFiles.flatMap(({ value, kmsKeyId }, index) => {
                const path = `${joinPath("containers", name)}.environmentFiles[${index}]`;
                return [
                    ...listArn(value, joinPath(path, "value"), findFileArnFindings),
                    ...listKey(kmsKeyId, joinPath(path, "kmsKeyId")),
                ];
            }),
        ),
    ];
}

function listArn(
    value: unknown,
    path: string,
    find: (text: string, path: string) => readonly Finding[],
): JudgedOutput[] {
    return isOutput(value)
        ? [
              {
                  value: pulumi.output<unknown>(value),
                  find: findOfText(path, (text) => find(text, path)),
              },
          ]
        : [];
}
