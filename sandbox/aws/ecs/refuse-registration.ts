import { AwsError } from "../resource-type";

/** Refuses to register a task definition. */
export function refuse(message: string): never {
    throw new AwsError("ECS: RegisterTaskDefinition", "ClientException", message);
}
