/** The task definition of the article, in the words of its JSON; ARNs are filled in. */
export const articleTaskDefinition = (arns: {
    role: string;
    splunk: string;
    database: string;
}) => ({
    requiresCompatibilities: ["EC2"],
    networkMode: "awsvpc",
    containerDefinitions: [
        {
            name: "web",
            image: "httpd",
            memory: 128,
            essential: true,
            portMappings: [{ containerPort: 80, protocol: "tcp" }],
            logConfiguration: {
                logDriver: "splunk",
                options: { "splunk-url": "https://sample.splunk.com:8080" },
                secretOptions: [{ name: "splunk-token", valueFrom: arns.splunk }],
            },
            secrets: [{ name: "DATABASE_PASSWORD", valueFrom: arns.database }],
        },
    ],
    executionRoleArn: arns.role,
});

/** What AWS adds when it returns a container definition. */
const ADDED_BY_AWS = [
    "cpu",
    "environment",
    "mountPoints",
    "systemControls",
    "volumesFrom",
    "hostPort",
];

/** A container definition without what AWS adds to it. */
export function withoutAdditions(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(withoutAdditions);
    }
    return typeof value === "object" && value !== null
        ? Object.fromEntries(
              Object.entries(value)
                  .filter(([name]) => !ADDED_BY_AWS.includes(name))
                  .map(([name, entry]) => [name, withoutAdditions(entry)]),
          )
        : value;
}
