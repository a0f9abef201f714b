/** A policy as AWS takes it; the provider's types allow an object where AWS takes its JSON. */
export function renderPolicy(policy: string | object): string {
    return typeof policy === "string" ? policy : JSON.stringify(policy);
}
