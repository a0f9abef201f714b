/** How many services a program registers. */
export const SERVICES = 200;

/** What both programs are given: one key and one cluster, that exist already. */
export const CLUSTER = "arn:aws:ecs:us-east-1:123456789012:cluster/bench";
export const KEY = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-4000-8000-000000000000";
export const SUBNETS = ["subnet-00000000", "subnet-00000001"];

/** The logical name of a service. */
export const serviceName = (index: number): string => `service-${String(index).padStart(3, "0")}`;
