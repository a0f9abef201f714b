import { ROLE, UNKNOWN } from "../fixtures";
import { key, NO, NOT_KNOWN, OTHER, refuse, ROOT, YES, type Row } from "./row";

/** By a key policy that is not known, and by a Deny in either policy. */
export const denials: Row[] = [
    [
        "an unknown key policy and an identity allow",
        "undetermined",
        "unknown-key-policy",
        YES,
        NOT_KNOWN,
    ],
    [
        "an unknown key policy and no identity allow",
        "undetermined",
        "unknown-key-policy",
        NO,
        NOT_KNOWN,
    ],
    [
        "an unknown key policy and an identity Deny",
        "denied",
        "explicit-deny",
        [...YES, refuse],
        NOT_KNOWN,
    ],
    [
        "a key policy that is unknown under its name",
        "undetermined",
        "unknown-key-policy",
        YES,
        { name: "key", kind: "unknown", why: "not yet" },
    ],
    [
        "a key policy that names the role, and an identity Deny",
        "denied",
        "explicit-deny",
        [refuse],
        key({ AWS: ROLE }),
    ],
    [
        "a Deny of the account in the key policy",
        "denied",
        "explicit-deny",
        YES,
        key({ AWS: ROOT }, { Effect: "Deny" }),
    ],
    [
        "a Deny of others in the key policy",
        "denied",
        "key-policy",
        YES,
        key({ AWS: OTHER }, { Effect: "Deny" }),
    ],
    [
        "a Deny of all but another role",
        "denied",
        "explicit-deny",
        YES,
        key(undefined, { Effect: "Deny", NotPrincipal: { AWS: `${ROLE}-2` } }),
    ],
    [
        "a Deny that may apply in the identity policy",
        "undetermined",
        "possible-deny",
        [...YES, { ...refuse, Resource: UNKNOWN }],
        "default",
    ],
];
