import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { allow, onlyFor, parameter, POLICY_VERSION, role, secret, service } from "./parts";

const READ = "secretsmanager:GetSecretValue";

/** Programs whose roles get their rights in the ways in which programs give them. */
export const RIGHT_BY_IDENTITY: Readonly<Record<string, () => unknown>> = {
    "a document by jsonStringify": () => {
        const [web, { made, version }] = [role(), secret()];
        const rights = new aws.iam.RolePolicy("web", {
            role: web.name,
            policy: allow(READ, made.arn),
        });
        service(web.arn, { API_KEY: made.arn }, [rights, version]);
    },
    "a document by getPolicyDocumentOutput": () => {
        const [web, { made, version }] = [role(), secret()];
        const document = aws.iam.getPolicyDocumentOutput({
            statements: [{ sid: "Read", actions: [READ], resources: [made.arn] }],
        });
        const rights = new aws.iam.RolePolicy("web", { role: web.id, policy: document.json });
        service(web.arn, { API_KEY: made.arn }, [rights, version]);
    },
    "a document as an object": () => {
        const [web, { made, version }] = [role(), secret()];
        const rights = new aws.iam.RolePolicy("web", {
            role: web,
            policy: {
                Version: POLICY_VERSION,
                Statement: [{ Effect: "Allow", Action: [READ], Resource: [made.arn] }],
            },
        });
        service(web.arn, { API_KEY: made.arn }, [rights, version]);
    },
    "a document written as a text": () => {
        const [web, { made, version }] = [role(), secret()];
        const rights = new aws.iam.RolePolicy("web", {
            role: web.id,
            policy: pulumi.interpolate`{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"${READ}","Resource":"${made.arn}"}}`,
        });
        service(web.arn, { API_KEY: made.arn }, [rights, version]);
    },
    "a document by apply": () => {
        const [web, { made, version }] = [role(), secret()];
        const rights = new aws.iam.RolePolicy("web", {
            role: web.name,
            policy: pulumi.all([version.arn]).apply(([Resource]) =>
                JSON.stringify({
                    Version: POLICY_VERSION,
                    Statement: [{ Effect: "Allow", Action: READ, Resource }],
                }),
            ),
        });
        service(web.arn, { API_KEY: made.arn }, [rights]);
    },
    "a managed policy of the program": () => {
        const [web, { made, version }] = [role(), secret()];
        const policy = new aws.iam.Policy("web", { policy: allow(READ, made.arn) });
        const attached = new aws.iam.RolePolicyAttachment("web", {
            role: web.name,
            policyArn: policy.arn,
        });
        service(web.arn, { API_KEY: made.arn }, [attached, version]);
    },
    "a managed policy that is attached to roles by a list": () => {
        const [web, { made, version }] = [role(), secret()];
        const policy = new aws.iam.Policy("web", { policy: allow(READ, made.arn) });
        const attached = new aws.iam.PolicyAttachment("web", {
            roles: [web.name],
            policyArn: policy.arn,
        });
        service(web.arn, { API_KEY: made.arn }, [attached, version]);
    },
    "inline policies in the role": () => {
        const { made, version } = secret();
        const web = role({ inlinePolicies: [{ name: "read", policy: allow(READ, made.arn) }] });
        service(web.arn, { API_KEY: made.arn }, [version]);
    },
    "managed policies in the role": () => {
        const { made, version } = secret();
        const policy = new aws.iam.Policy("web", { policy: allow(READ, made.arn) });
        const web = role({ managedPolicyArns: [policy.arn] });
        service(web.arn, { API_KEY: made.arn }, [version]);
    },
    "the managed policy for logs and images beside the right": () => {
        const [web, { made, version }] = [role(), secret()];
        new aws.iam.RolePolicyAttachment("logs", {
            role: web.name,
            policyArn: aws.iam.ManagedPolicy.AmazonECSTaskExecutionRolePolicy,
        });
        const rights = new aws.iam.RolePolicy("web", {
            role: web.name,
            policy: allow(READ, made.arn),
        });
        service(web.arn, { API_KEY: made.arn }, [rights, version]);
    },
    "one JSON key of a secret for each variable": () => {
        const [web, { made, version }] = [
            role(),
            secret({}, '{"user":"made-up","password":"made-up"}'),
        ];
        const rights = new aws.iam.RolePolicy("web", {
            role: web.name,
            policy: allow(READ, made.arn),
        });
        const key = (name: string) => pulumi.interpolate`${made.arn}:${name}::`;
        service(web.arn, { DB_USER: key("user"), DB_PASSWORD: key("password") }, [rights, version]);
    },
    "a pattern of names, known before anything is there": () => {
        const [web, { made, version }] = [role(), secret({ name: "app/web" })];
        const rights = new aws.iam.RolePolicy("web", {
            role: web.name,
            policy: allow(READ, "arn:aws:secretsmanager:us-east-1:123456789012:secret:app/*"),
        });
        service(web.arn, { API_KEY: made.arn }, [rights, version]);
    },
    "a parameter by its name": () => {
        const [web, made] = [role(), parameter("/web/token")];
        const rights = new aws.iam.RolePolicy("web", {
            role: web.name,
            policy: allow("ssm:GetParameters", made.arn),
        });
        service(web.arn, { API_TOKEN: made.name }, [rights]);
    },
    "a parameter by its ARN, under a key of the program": () => {
        const key = new aws.kms.Key("web", {});
        const [web, made] = [role(), parameter("/web/token", { keyId: key.arn })];
        const rights = ["ssm:GetParameters", "kms:Decrypt"].map(
            (action, index) =>
                new aws.iam.RolePolicy(`web-${index}`, {
                    role: web.name,
                    policy: allow(
                        action,
                        index === 0 ? made.arn : key.arn,
                        index === 0 ? {} : onlyFor("ssm", made.arn),
                    ),
                }),
        );
        service(web.arn, { API_TOKEN: made.arn }, rights);
    },
    "rights that are conditioned on tags, a bare key id, a parameter by its name": () => {
        const key = new aws.kms.Key("web", {});
        const tags = { app: "web" };
        const [web, made] = [role(), parameter("/web/token", { keyId: key.keyId, tags })];
        const isOurs = { Condition: { StringEquals: { "aws:ResourceTag/app": "web" } } };
        const rights = new aws.iam.RolePolicy("web", {
            role: web.name,
            policy: pulumi.jsonStringify({
                Version: POLICY_VERSION,
                Statement: [
                    { Effect: "Allow", Action: "ssm:GetParameters", Resource: "*", ...isOurs },
                    { Effect: "Allow", Action: "kms:Decrypt", Resource: key.arn },
                ],
            }),
        });
        service(web.arn, { API_TOKEN: made.name }, [rights]);
    },
};
