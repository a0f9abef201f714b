import * as aws from "@pulumi/aws";
import assert from "node:assert/strict";
import type { Outcome } from "../../../sandbox/stack";
import { pack, useSandbox } from "../../support/sandbox";
import { allow, parameter, POLICY_VERSION, role, secret, service } from "./parts";

const READ = "secretsmanager:GetSecretValue";

/** A program that lacks a statement, takes it, and is right then. */
interface Lacking {
    readonly policy: string;
    /** The program, with the statements where they belong. */
    readonly run: (statements: readonly object[]) => void;
    /** Whether it is stopped at the first preview already. */
    readonly isKnownAtPreview?: boolean;
}

const inline = (web: aws.iam.Role, name: string, statements: readonly object[]) =>
    statements.length === 0
        ? []
        : [
              new aws.iam.RolePolicy(name, {
                  role: web.name,
                  policy: JSON.stringify({ Version: POLICY_VERSION, Statement: statements }),
              }),
          ];

const LACKING: Readonly<Record<string, Lacking>> = {
    "reading a secret": {
        policy: "ecs-execution-role-require-secret-access",
        run: (added) => {
            const [web, { made, version }] = [role(), secret()];
            service(
                web.arn,
                { API_KEY: made.arn },
                [version, ...inline(web, "added", added)],
                false,
            );
        },
    },
    "reading a parameter": {
        policy: "ecs-execution-role-require-secret-access",
        // It is injected by its name, and the role has no policy at all.
        isKnownAtPreview: true,
        run: (added) => {
            const [web, made] = [role(), parameter("/web/token")];
            service(web.arn, { API_TOKEN: made.name }, inline(web, "added", added), false);
        },
    },
    "decrypting a secret": {
        policy: "ecs-execution-role-require-kms-decrypt",
        run: (added) => {
            const key = new aws.kms.Key("web", {});
            const [web, { made, version }] = [role(), secret({ kmsKeyId: key.arn })];
            const rights = new aws.iam.RolePolicy("web", {
                role: web.name,
                policy: allow(READ, made.arn),
            });
            const all = [version, rights, ...inline(web, "added", added)];
            service(web.arn, { API_KEY: made.arn }, all, false);
        },
    },
    "decrypting a parameter": {
        policy: "ecs-execution-role-require-kms-decrypt",
        run: (added) => {
            const key = new aws.kms.Key("web", {});
            const [web, made] = [role(), parameter("/web/token", { keyId: key.keyId })];
            const rights = new aws.iam.RolePolicy("web", {
                role: web.name,
                policy: allow("ssm:GetParameters", made.arn),
            });
            const all = [rights, ...inline(web, "added", added)];
            service(web.arn, { API_TOKEN: made.arn }, all, false);
        },
    },
    "the trust in Amazon ECS": {
        policy: "ecs-execution-role-require-trust",
        isKnownAtPreview: true,
        run: (added) => {
            const own = { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" } };
            const Statement = [{ ...own, Action: "sts:AssumeRole" }, ...added];
            const web = role({
                assumeRolePolicy: JSON.stringify({ Version: POLICY_VERSION, Statement }),
            });
            const { made, version } = secret();
            const rights = new aws.iam.RolePolicy("web", {
                role: web.name,
                policy: allow(READ, made.arn),
            });
            service(web.arn, { API_KEY: made.arn }, [version, rights], false);
        },
    },
    "narrow rights in place of all secrets": {
        policy: "iam-role-policy-no-wildcard-secret-access",
        isKnownAtPreview: true,
        run: (added) => {
            const [web, { made, version }] = [role(), secret()];
            const all = { Effect: "Allow", Action: READ, Resource: "*" };
            const rights = inline(web, "web", added.length > 0 ? added : [all]);
            service(web.arn, { API_KEY: made.arn }, [version, ...rights], false);
        },
    },
};

describe("on the real engine, a program that lacks", () => {
    const sandbox = useSandbox();

    for (const [name, { policy, run, isKnownAtPreview = false }] of Object.entries(LACKING)) {
        it(`${name} is stopped by ${policy} alone, and passes with the statement that it prints`, async () => {
            let added: readonly object[] = [];
            const program = async () => {
                await Promise.resolve();
                run(added);
            };
            const stack = await sandbox().stack(
                "lacking",
                { project: "project", run: program },
                {},
            );
            const preview = await stack.preview(pack);
            assert.equal(preview.exitCode, isKnownAtPreview ? 1 : 0, preview.output);
            assert.ok(ofPolicy(preview, policy).length > 0, preview.output);

            const bare = isKnownAtPreview ? await stack.up() : undefined;
            assert.ok(bare === undefined || bare.exitCode === 0, bare?.output);
            const stopped = await stack.up(pack);
            assert.equal(stopped.exitCode, 1, stopped.output);
            const reports = stopped.policies.filter(({ level }) => level === "mandatory");
            assert.deepEqual([...new Set(reports.map((one) => one.policy))], [policy]);

            added = reports.map(({ message }) => printedStatement(message));
            const mended = await stack.up(pack);
            assert.deepEqual(mended.policies, [], mended.output);
            assert.equal(mended.exitCode, 0, mended.output);
            await stack.destroy();
        });
    }
});

function ofPolicy({ policies }: Outcome, name: string) {
    return policies.filter(({ policy }) => policy === name);
}

/** The statement in a message: the JSON that begins with its first brace. */
function printedStatement(message: string): object {
    const text = message.slice(message.indexOf("{"));
    for (let end = text.indexOf("}"); end >= 0; end = text.indexOf("}", end + 1)) {
        try {
            return JSON.parse(text.slice(0, end + 1)) as object;
        } catch {
            // The statement goes on.
        }
    }
    return assert.fail(`no statement in: ${message}`);
}
