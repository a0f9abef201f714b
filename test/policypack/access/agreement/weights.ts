import fc from "fast-check";
import type { Choices, Fragment } from "./fragments";

/** `often` to `seldom`, in a hundred. */
export function mostly<A, B>(often: fc.Arbitrary<A>, share: number, seldom: fc.Arbitrary<B>) {
    return fc.oneof(
        { weight: share, arbitrary: often as fc.Arbitrary<A | B> },
        { weight: 100 - share, arbitrary: seldom as fc.Arbitrary<A | B> },
    );
}

/** One of some. */
export const oneOf = <T>(...list: T[]) => fc.constantFrom(...list);

/** What is right, or nearly. */
export function near({ right, wrong }: Choices, share: number): fc.Arbitrary<Fragment> {
    return mostly(oneOf(...right), share, oneOf(...wrong));
}
