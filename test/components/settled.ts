import * as pulumi from "@pulumi/pulumi";

/** Waits for every registration that is under way; one that hangs would make it wait for ever. */
export async function assertSettled(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const hangs = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error("a registration hangs")), 1_500);
    });
    await Promise.race([pulumi.runtime.disconnect(), hangs]).finally(() => clearTimeout(timer));
}
