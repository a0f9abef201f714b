/** The type of the resource that writes a value. */
export const VERSION = "aws:secretsmanager/secretVersion:SecretVersion";

/** What an engine says that finds the lock of another one. */
export const LOCKED =
    /^error: the stack is currently locked by 1 lock\(s\)\. Either wait for the other process\(es\) to end or delete the lock file with `pulumi cancel`\.\n.*: created by \S+ \(pid \d+\) at /;

/** What an engine says of the one operation that an older one has begun, and never ended. */
export function pendingCreate(name: string): RegExp {
    return new RegExp(
        "Attempting to deploy or update resources with 1 pending operations from previous deployment\\.\\n" +
            ` +\\* urn:\\S+::${name}, interrupted while creating\\n`,
    );
}
