/** A small generator of numbers: the same seed gives the same world for ever. */
export class Random {
    private state: number;

    constructor(seed: number) {
        this.state = Math.imul(seed ^ 0x5bf03635, 0x9e3779b1) >>> 0;
        // The first steps of neighbouring seeds resemble one another.
        this.number();
        this.number();
    }

    /** A number from 0 up to, but without, 1. */
    number(): number {
        let mixed = (this.state = (this.state + 0x6d2b79f5) | 0);
        mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    }

    /** Whether something of this probability happens. */
    happens(probability: number): boolean {
        return this.number() < probability;
    }

    /** One of these. */
    one<T>(of: readonly T[]): T {
        return of[Math.floor(this.number() * of.length)] as T;
    }

    /** One of these, alone or among others, as IAM takes values. */
    oneOrAmong<T>(of: readonly T[], others: readonly T[]): T | T[] {
        const chosen = this.one(of);
        if (others.length === 0 || this.happens(0.5)) {
            return this.happens(0.5) ? chosen : [chosen];
        }
        return this.happens(0.5) ? [chosen, this.one(others)] : [this.one(others), chosen];
    }
}
