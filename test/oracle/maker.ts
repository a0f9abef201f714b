import { conditionFor } from "./condition-pieces";
import type { Random } from "./random";
import { actionsFor, resourcesFor, SESSION, type Setting } from "./setting";
import type { DocumentJson, GrantJson, StatementJson } from "./world";

/** The one thing that is wrong with a statement. */
export type Flaw = "action" | "resource" | "condition" | "effect" | "principal";

/** How a resource's statement names the role. */
export type Named = "role" | "account" | "everybody" | "session";

/** What the parts of one world are made from. */
export class Maker {
    constructor(
        readonly random: Random,
        readonly setting: Setting,
    ) {}

    /** A statement that applies, or that misses by its flaw. */
    statement(version: string, effect: "Allow" | "Deny", flaw?: Flaw, own = false): StatementJson {
        const { random, setting } = this;
        const statement: StatementJson = {};
        const shown = flaw === "effect" ? (effect === "Allow" ? "Deny" : "Allow") : effect;
        if (random.happens(0.3)) {
            statement.Sid = "Read";
        }
        statement.Effect = shown;
        const actions = actionsFor(setting);
        const [hit, miss] =
            flaw === "action" ? [actions.miss, actions.fit] : [actions.fit, actions.miss];
        if (random.happens(0.1)) {
            statement.NotAction = random.one(miss);
        } else {
            statement.Action = random.oneOrAmong(hit, flaw === "action" ? hit : miss);
        }
        this.resource(statement, flaw, own);
        if (flaw === "condition" || random.happens(own ? 0.25 : 0.35)) {
            statement.Condition = conditionFor(random, setting, flaw !== "condition", version);
        }
        return statement;
    }

    private resource(statement: StatementJson, flaw: Flaw | undefined, own: boolean): void {
        const { random, setting } = this;
        const { fit, miss } = resourcesFor(setting);
        if (own && flaw !== "resource" && random.happens(0.85)) {
            statement.Resource = "*";
        } else if (random.happens(0.1)) {
            // IAM refuses what is no ARN; as a Resource it must at least never allow.
            const arns = miss.filter((pattern) => pattern.split(":").length > 5);
            statement.NotResource = random.one(flaw === "resource" ? fit : arns);
        } else {
            const hit = flaw === "resource" ? miss : fit;
            statement.Resource = random.oneOrAmong(hit, miss);
        }
    }

    /** A statement of the resource's own policy. */
    named(version: string, effect: "Allow" | "Deny", as: Named, flaw?: Flaw): StatementJson {
        const { random, setting } = this;
        const { role, roleAccount } = setting;
        const statement = this.statement(version, effect, flaw, true);
        const name = role.split("/").at(-1) ?? "";
        const sessions = `arn:aws:sts::${roleAccount}:assumed-role/${name}`;
        const right = {
            role: [role],
            account: [roleAccount, `arn:aws:iam::${roleAccount}:root`],
            everybody: ["*"],
            session: [`${sessions}/${SESSION}`],
        }[as];
        const wrong = [
            `${role}-2`,
            role.replace("role/", "user/"),
            role.replace(roleAccount, "111111111111"),
            "arn:aws:iam::111111111111:root",
            `${sessions}/other`,
            role.replace("app", "App"),
        ];
        const listed = random.oneOrAmong(flaw === "principal" ? wrong : right, wrong);
        if (effect === "Deny" && random.happens(0.2)) {
            const spared = [role, `arn:aws:iam::${roleAccount}:root`];
            statement.NotPrincipal = {
                AWS: flaw === "principal" ? spared : random.happens(0.7) ? wrong : [role],
            };
            return statement;
        }
        if (as === "everybody" && flaw === undefined && random.happens(0.5)) {
            statement.Principal = "*";
        } else {
            statement.Principal = random.happens(0.1)
                ? { Service: "ecs.amazonaws.com", AWS: listed }
                : { AWS: listed };
        }
        return statement;
    }

    /** Mostly the version with variables. */
    version(): string {
        return this.random.happens(0.9) ? "2012-10-17" : "2008-10-17";
    }

    /** A document in one of the shapes that IAM takes. */
    document(version: string, statements: StatementJson[]): DocumentJson {
        const { random } = this;
        const [only] = statements;
        const Statement =
            statements.length === 1 && only !== undefined && random.happens(0.3)
                ? only
                : random.happens(0.5)
                  ? statements
                  : [...statements].reverse();
        return version === "2008-10-17" && random.happens(0.5)
            ? { Statement }
            : { Version: version, Statement };
    }

    /** A grant to the role, right or wrong in one thing. */
    grant(flawed: boolean): GrantJson {
        const { random, setting } = this;
        const context = Object.entries(setting.context)
            .filter(([key]) => key.startsWith("kms:EncryptionContext:"))
            .map(([key, [value = ""]]) => [key.slice(22), value] as const);
        const flaw = flawed ? random.one(["grantee", "operations", "value", "more", "less"]) : "";
        const pairs = Object.fromEntries(context);
        const subset = Object.fromEntries(context.slice(0, 1));
        const [first = ""] = Object.keys(pairs);
        const wrong = {
            value: [{ kind: "subset" as const, context: { ...subset, [first]: "other" } }],
            more: [{ kind: "equals" as const, context: { ...pairs, Another: "x" } }],
            less: [{ kind: "equals" as const, context: subset }],
        }[flaw];
        const right = random.one([
            [],
            [{ kind: "equals" as const, context: pairs }],
            [{ kind: "subset" as const, context: subset }],
            [{ kind: "subset" as const, context: { [first.toLowerCase()]: pairs[first] ?? "" } }],
        ]);
        return {
            grantee: flaw === "grantee" ? `${setting.role}-2` : setting.role,
            operations:
                flaw === "operations" ? ["Encrypt", "DescribeKey"] : ["Decrypt", "DescribeKey"],
            constraints: wrong ?? right,
        };
    }
}
