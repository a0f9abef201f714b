import { AwsError } from "../resource-type";

/** Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html */
const MAX_BYTES = { Standard: 4096, Advanced: 8192 } as const;

/** The tiers that a parameter can be of. */
export type Tier = keyof typeof MAX_BYTES;

/** The tier that leaves the choice to AWS. */
export const INTELLIGENT = "Intelligent-Tiering";

/** The tier that a parameter gets, or why AWS refuses it. */
export function chooseTier(asked: string, old: string | undefined, value: string): Tier {
    const refuse = (message: string): never => {
        throw new AwsError("SSM: PutParameter", "ValidationException", message);
    };
    const bytes = Buffer.byteLength(value);
    const isSmall = bytes <= MAX_BYTES.Standard;
    if (!["", "Standard", "Advanced", INTELLIGENT].includes(asked)) {
        refuse(`There is no parameter tier ${asked}.`);
    }
    // Without a tier a parameter keeps the one it has; AWS makes no advanced one a standard one.
    const wanted = asked === INTELLIGENT ? (isSmall ? "Standard" : "Advanced") : asked || old;
    const tier = asked === INTELLIGENT && old === "Advanced" ? "Advanced" : wanted;
    if (tier !== "Advanced" && old === "Advanced") {
        refuse(
            "This parameter uses the advanced-parameter tier. You can't downgrade a parameter from the advanced-parameter tier to the standard-parameter tier. If necessary, you can delete the advanced parameter and recreate it as a standard parameter.",
        );
    }
    const chosen = tier === "Advanced" ? "Advanced" : "Standard";
    if (bytes > MAX_BYTES[chosen]) {
        refuse(
            `${chosen} tier parameters support a maximum parameter value of ${MAX_BYTES[chosen]} characters.`,
        );
    }
    return chosen;
}
