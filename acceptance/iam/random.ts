/** A source of choices that are the same in every run: the seed decides them all. */
export class Random {
    private state: number;

    constructor(seed: number) {
        this.state = seed >>> 0;
    }

    /** A whole number from 0 up to, and without, a limit. */
    below(limit: number): number {
        // An xorshift generator, after Marsaglia: https://www.jstatsoft.org/article/view/v008i14
        this.state ^= this.state << 13;
        this.state ^= this.state >>> 17;
        this.state ^= this.state << 5;
        return (this.state >>> 0) % limit;
    }

    /** One of several. */
    pick<T>(from: readonly T[]): T {
        return from[this.below(from.length)];
    }

    /** Whether something comes to pass that does so in so many of a hundred cases. */
    chance(percent: number): boolean {
        return this.below(100) < percent;
    }
}
