import { hasValue } from "./decode";
import { BUCKET_TYPES, KEY_TYPES, TYPES } from "./types";

/** The types of resources of which it is asked. */
export const GIVEN_POLICY_TYPES: readonly string[] = [
    ...BUCKET_TYPES,
    ...KEY_TYPES,
    TYPES.bucketPolicy,
    TYPES.keyPolicy,
    TYPES.secret,
    TYPES.secretPolicy,
];

/** A resource before it is created, as a policy that judges one resource gets it. */
interface Registered {
    readonly urn: string;
    readonly props: object;
}

/**
 * Which resources the program gives a policy, of those that the engine has sent in this preview or
 * update. What a resource says of itself in the end does not tell: AWS fills in the policy of a key
 * that has none, and both are unknown at a first preview. Nor do dependencies, since a document of
 * `getPolicyDocumentOutput` has none while its arguments are not known.
 */
class GivenPolicies {
    private readonly urns = new Set<string>();

    /** Takes note of a resource; several policies may. */
    note({ urn, props }: Registered): void {
        if (hasValue(props, "policy")) {
            this.urns.add(urn);
        }
    }

    /** Whether the program gives the resource a policy. */
    has(urn: string): boolean {
        return this.urns.has(urn);
    }

    /** Forgets everything, as a new process would know nothing. */
    forget(): void {
        this.urns.clear();
    }
}

/** What this process has seen. */
export const givenPolicies = new GivenPolicies();
