import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { allow, onlyFor, parameter, POLICY_VERSION, role, secret, service } from "./parts";

const READ = "secretsmanager:GetSecretValue";
const ACCOUNT = { AWS: "arn:aws:iam::123456789012:root" };

/** A key whose policy says more than the default one, which leaves it to the account. */
const keyWith = (...statements: object[]) =>
    new aws.kms.Key("web", {
        policy: pulumi.jsonStringify({
            Version: POLICY_VERSION,
            Statement: [
                { Effect: "Allow", Principal: ACCOUNT, Action: "kms:*", Resource: "*" },
                ...statements,
            ],
        }),
    });

/** A role that may read the secret, and a service that injects it. */
function reader(
    kmsKeyId: pulumi.Input<string>,
    give: (web: aws.iam.Role, arn: pulumi.Output<string>) => pulumi.Resource[],
    web = role(),
): void {
    const { made, version } = secret({ kmsKeyId });
    const rights = new aws.iam.RolePolicy("web", { role: web.name, policy: allow(READ, made.arn) });
    service(web.arn, { API_KEY: made.arn }, [rights, version, ...give(web, made.arn)]);
}

const decrypt = (web: aws.iam.Role, key: pulumi.Input<string>, more = {}) =>
    new aws.iam.RolePolicy("decrypt", {
        role: web.name,
        policy: allow("kms:Decrypt", key, more),
    });

/** Programs in which keys, secrets, boundaries and components have a part in it. */
export const RIGHT_BY_RESOURCE: Readonly<Record<string, () => unknown>> = {
    "a key of the program, for this secret and store alone": () => {
        const key = new aws.kms.Key("web", {});
        reader(key.arn, (web, arn) => [decrypt(web, key.arn, onlyFor("secretsmanager", arn))]);
    },
    "a key that is named by an alias of the program": () => {
        const key = new aws.kms.Key("web", {});
        const alias = new aws.kms.Alias("web", { name: "alias/web", targetKeyId: key.keyId });
        reader(alias.name, (web) => [decrypt(web, key.arn)]);
    },
    "a key policy that names the role": () => {
        const web = role();
        const key = keyWith({
            Effect: "Allow",
            Principal: { AWS: web.arn },
            Action: "kms:Decrypt",
            Resource: "*",
        });
        reader(key.arn, () => [], web);
    },
    "a grant on the key": () => {
        const key = new aws.kms.Key("web", {});
        reader(key.arn, (web) => [
            new aws.kms.Grant("web", {
                keyId: key.keyId,
                granteePrincipal: web.arn,
                operations: ["Decrypt"],
            }),
        ]);
    },
    "a key policy that a resource gives later": () => {
        const web = role();
        const key = new aws.kms.Key("web", {});
        const policy = new aws.kms.KeyPolicy("web", {
            keyId: key.id,
            policy: pulumi.jsonStringify({
                Version: POLICY_VERSION,
                Statement: [
                    { Effect: "Allow", Principal: ACCOUNT, Action: "kms:*", Resource: "*" },
                    {
                        Effect: "Allow",
                        Principal: { AWS: web.arn },
                        Action: "kms:Decrypt",
                        Resource: "*",
                    },
                ],
            }),
        });
        reader(key.arn, () => [policy], web);
    },
    "a resource policy of the secret that names the role": () => {
        const web = role();
        const { made, version } = secret();
        const policy = new aws.secretsmanager.SecretPolicy("web", {
            secretArn: made.arn,
            policy: allow(READ, "*", { Principal: { AWS: web.arn } }),
        });
        service(web.arn, { API_KEY: made.arn }, [policy, version]);
    },
    "a permissions boundary that allows it": () => {
        const limit = new aws.iam.Policy("limit", {
            policy: allow(["secretsmanager:*", "kms:*"], "*"),
        });
        const key = new aws.kms.Key("web", {});
        reader(key.arn, (web) => [decrypt(web, key.arn)], role({ permissionsBoundary: limit.arn }));
    },
    "exclusive lists of what the role has": () => {
        const [web, { made, version }] = [role(), secret()];
        const rights = new aws.iam.RolePolicy("web", {
            role: web.name,
            name: "read",
            policy: allow(READ, made.arn),
        });
        const policies = new aws.iam.RolePoliciesExclusive("web", {
            roleName: web.name,
            policyNames: [rights.name],
        });
        service(web.arn, { API_KEY: made.arn }, [policies, version]);
    },
    "the token of a log driver": () => {
        const [web, made] = [role(), parameter("/web/token")];
        const rights = new aws.iam.RolePolicy("web", {
            role: web.name,
            policy: allow("ssm:GetParameters", made.arn),
        });
        const options = { "splunk-url": "https://splunk.example.com:8088" };
        const secretOptions = [{ name: "splunk-token", valueFrom: made.arn }];
        service(web.arn, {}, [rights], true, {
            logConfiguration: { logDriver: "splunk", options, secretOptions },
        });
    },
    "a component of the user's own": () => {
        class Web extends pulumi.ComponentResource {
            constructor() {
                super("acme:web:Web", "web", {});
                const parent = this;
                const made = new aws.secretsmanager.Secret("own", {}, { parent });
                const version = new aws.secretsmanager.SecretVersion(
                    "own",
                    { secretId: made.id, secretString: pulumi.secret("made-up") },
                    { parent },
                );
                const web = role({}, { parent });
                const rights = new aws.iam.RolePolicy(
                    "own",
                    { role: web.id, policy: allow(READ, made.arn) },
                    { parent },
                );
                service(web.arn, { API_KEY: version.arn }, [rights, version]);
                this.registerOutputs();
            }
        }
        new Web();
    },
};
