import type { Key } from "@pulumi/aws/kms";
import * as pulumi from "@pulumi/pulumi";
import { SecretInjectedService } from "../../components";
import type { PackResource } from "../support/policies";
import type { Wire } from "../support/wire";
import { edit, type Threat } from "./threat";

export { edit };

/** Changes the resources of a stack. */
export type Change = Threat["change"];

/** A statement of what the component writes. */
export interface Statement {
    readonly Sid?: string;
    readonly Effect: string;
    readonly Action: string;
    readonly Resource: string | readonly string[];
    readonly Condition?: Readonly<Record<string, Record<string, unknown>>>;
}

export const ACCOUNT = "123456789012";
export const OTHER_ACCOUNT = "210987654321";
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/web-execution-role-0a1b2c3`;
export const TASK_ROLE = `arn:aws:iam::${ACCOUNT}:role/web-task-role-0a1b2c3`;

export const KEY_ARN = `arn:aws:kms:us-east-1:${ACCOUNT}:key/00000000-0000-4000-8000-61727469636c`;
export const SECRET = `arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:web-secret-database-0a1b2c3-AbCdEf`;

/** The logical name of what gives the execution role its rights. */
export const RIGHTS = "web-execution-policy";

/** A service with one secret of Secrets Manager under a customer managed key. */
export function keyedProgram(key: Key): SecretInjectedService {
    return new SecretInjectedService("web", {
        cluster: "web",
        cpu: 256,
        memory: 512,
        networkConfiguration: { subnets: ["subnet-0a"] },
        secrets: { database: { value: pulumi.secret("made-up"), kmsKeyId: key.arn } },
        containers: {
            web: {
                image: "httpd",
                secrets: { DATABASE_PASSWORD: { secret: "database", jsonKey: "password" } },
            },
        },
    });
}

/** A policy document as JSON. */
export function policy(...Statement: readonly object[]): string {
    return JSON.stringify({ Version: "2012-10-17", Statement });
}

/** One change after another. */
export const chain =
    (...changes: readonly Change[]): Change =>
    (resources) =>
        changes.reduce((all, change) => change(all), resources);

/** Adds a resource before the task definition. */
export const add =
    (type: string, name: string, props: Wire): Change =>
    (resources) => {
        const added = { type, name, urn: `urn:pulumi:dev::project::${type}::${name}`, props };
        const at = resources.findIndex((one) => one.name === "web-task");
        return [...resources.slice(0, at), added, ...resources.slice(at)];
    };

/** Takes a resource away. */
export const without =
    (name: string): Change =>
    (resources) =>
        resources.filter((resource) => resource.name !== name);

/** Sets properties of a resource. */
export const set = (name: string, props: Wire): Change =>
    edit(name, (old) => ({ ...old, ...props }));

/** Changes the statements of the document in a property. */
export const editDocument = (
    name: string,
    property: string,
    change: (statements: Statement[]) => object[],
): Change =>
    edit(name, (props) => {
        const document = JSON.parse(props[property] as string) as { Statement: Statement[] };
        const Statement = change(document.Statement);
        return { ...props, [property]: JSON.stringify({ ...document, Statement }) };
    });

/** Changes the execution role's statements whose Sid begins like this. */
export const editRight = (sid: string, change: (statement: Statement) => object[]): Change =>
    editDocument(RIGHTS, "policy", (all) => {
        if (!all.some(({ Sid = "" }) => Sid.startsWith(sid))) {
            throw new Error(`no statement is called ${sid}`);
        }
        return all.flatMap((one) => (one.Sid?.startsWith(sid) ? change(one) : [one]));
    });

/** Sets elements of such a statement. */
export const setRight = (sid: string, elements: object): Change =>
    editRight(sid, (statement) => [{ ...statement, ...elements }]);

/** Changes what such a statement names. */
export const editResource = (sid: string, change: (arn: string) => string): Change =>
    editRight(sid, (one) => [{ ...one, Resource: [one.Resource].flat().map(change) }]);

/** Adds one condition to such a statement, or changes it. */
export const withCondition = (sid: string, key: string, value: string): Change =>
    editRight(sid, ({ Condition, ...statement }) => [
        {
            ...statement,
            Condition: { StringEquals: { ...Condition?.StringEquals, [key]: [value] } },
        },
    ]);

/** Adds a statement to the execution role's own. */
export const withStatement = (statement: object): Change =>
    editDocument(RIGHTS, "policy", (all) => [...all, statement]);

/** Adds an inline policy of a role. */
export const withRolePolicy = (name: string, role: string, ...statements: object[]): Change =>
    add("aws:iam/rolePolicy:RolePolicy", name, { name, role, policy: policy(...statements) });

/** Gives the secret a resource policy. */
export const withSecretPolicy = (statement: object): Change =>
    add("aws:secretsmanager/secretPolicy:SecretPolicy", "secret-policy", {
        secretArn: SECRET,
        policy: policy({ Resource: "*", ...statement }),
    });

/** The value of a property, as a text, of the resource with a logical name. */
export function textOf(resources: readonly PackResource[], name: string, property: string) {
    return String(resources.find((one) => one.name === name)?.props[property]);
}
