import assert from "node:assert/strict";
import { toResources, type Part } from "../../support/pack-stack";
import { runPack } from "../../support/policies";
import type { Wire } from "../../support/wire";

const VALUE = "canary-0000";
/** Somebody wrote the value into the name, as a shell has it. */
const NAME = `API_TOKEN=${VALUE}`;
/** A credential that has dots in it, as the key of an object. */
const KEY = `SG.${"a1B2c3D4e5F6g7H8i9J0k1"}.canary-0000${"L2m3N4o5P6q7R8s9T0u1V2w3X4y5Z6a7"}`;

const PARAMETER = "arn:aws:ssm:us-east-1:123456789012:parameter/a";

const task = (container: object): Part => ({
    type: "aws:ecs/taskDefinition:TaskDefinition",
    props: { containerDefinitions: JSON.stringify([{ name: "web", ...container }]) },
});
const project = (props: Wire): Part => ({ type: "aws:codebuild/project:Project", props });
const job = (props: Wire): Part => ({ type: "aws:batch/jobDefinition:JobDefinition", props });
const target = (props: Wire): Part => ({
    type: "aws:cloudwatch/eventTarget:EventTarget",
    props,
});

const ROWS: Readonly<Record<string, Part>> = {
    "a variable of a container": task({ environment: [{ name: NAME, value: "x" }] }),
    "a label of a container": task({ dockerLabels: { [NAME]: "x" } }),
    "an option of a FireLens router": task({ firelensConfiguration: { options: { [NAME]: "x" } } }),
    "an entry of secrets": task({ secrets: [{ name: NAME, valueFrom: PARAMETER }] }),
    "a variable of the component": {
        type: "ecs-secrets:index:SecretInjectedService",
        props: { containers: { web: { undetermined: [NAME] } } },
    },
    "a variable of a Lambda function": {
        type: "aws:lambda/function:Function",
        props: { environment: { variables: { [`X${NAME}`]: "x" } } },
    },
    "a variable of an App Runner service": {
        type: "aws:apprunner/service:Service",
        props: {
            sourceConfiguration: {
                imageRepository: {
                    imageConfiguration: { runtimeEnvironmentVariables: { [NAME]: "x" } },
                },
            },
        },
    },
    "a variable of an Amplify app": {
        type: "aws:amplify/app:App",
        props: { environmentVariables: { [NAME]: "x" } },
    },
    "a variable of a CodeBuild project": project({
        environment: { environmentVariables: [{ name: NAME, value: "x" }] },
    }),
    "a variable of a build spec": project({
        source: { buildspec: JSON.stringify({ env: { variables: { [NAME]: "x" } } }) },
    }),
    "a setting of Elastic Beanstalk": {
        type: "aws:elasticbeanstalk/environment:Environment",
        props: { settings: [{ namespace: "aws:a", name: NAME, value: "x" }] },
    },
    "a variable of a Lightsail container": {
        type: "aws:lightsail/containerServiceDeploymentVersion:ContainerServiceDeploymentVersion",
        props: { containers: [{ containerName: "web", environment: { [NAME]: "x" } }] },
    },
    "an argument of a Glue job": {
        type: "aws:glue/job:Job",
        props: { defaultArguments: { [`--${NAME}`]: "x" } },
    },
    "a parameter of a Batch job": job({ parameters: { [NAME]: "x" } }),
    "a variable of a pod": job({
        eksProperties: { podProperties: { containers: [{ envs: [{ name: NAME, value: "x" }] }] } },
    }),
    "a field of what a target is passed": target({ input: JSON.stringify({ [NAME]: "x" }) }),
    "a key that leads to a secret": target({
        input: JSON.stringify({ a: { [KEY]: { b: { password: "x" } } } }),
    }),
};

describe("what is said of a resource holds no value that was written into", () => {
    for (const [name, part] of Object.entries(ROWS)) {
        it(name, async () => {
            const reports = await runPack(toResources({ one: part }));
            const messages = reports.map(({ message }) => message);
            assert.notDeepEqual(messages, []);
            const told = messages.filter((message) => /canary.?0000/i.test(message));
            assert.deepEqual(told, []);
        });
    }
});
