type Tags = Readonly<Record<string, string>> | undefined;

/** A list of tags, each in the form that the service asks for. */
export function listTags<T>(tags: Tags, form: (key: string, value: string) => T): T[] | undefined {
    return tags && Object.entries(tags).map(([key, value]) => form(key, value));
}

/** The form that most services ask for. */
export function capitalTag(Key: string, Value: string): { Key: string; Value: string } {
    return { Key, Value };
}

/** The form that Amazon ECS and AWS Step Functions ask for. */
export function smallTag(key: string, value: string): { key: string; value: string } {
    return { key, value };
}
