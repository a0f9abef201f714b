import * as aws from "@pulumi/aws";

// Written by hand, without the component: the password would show to everybody who may describe
// the task definition. The policy pack stops this stack at preview.
new aws.ecs.TaskDefinition("web", {
    family: "web",
    containerDefinitions: JSON.stringify([
        {
            name: "web",
            image: "httpd",
            memory: 128,
            environment: [
                { name: "LOG_LEVEL", value: "info" },
                { name: "DB_PASSWORD", value: "example-only" },
            ],
        },
    ]),
});
