import type { Location } from "../core";
import type { Send } from "./clients";
import type { Answer, Request } from "./translation";

/**
 * Lets requests through while a program runs. One that has failed goes on with what does not depend
 * on the failure: no such request may reach the server when the next program is at it.
 */
export class Gate {
    private isOpen = true;
    private readonly underWay = new Set<Promise<unknown>>();

    constructor(private readonly through: Send) {}

    /** Sends a request. A closed gate refuses all. */
    send(request: Request, location: Location): Promise<Answer> {
        if (!this.isOpen) {
            return Promise.reject(new Error("the run of the program is over"));
        }
        const answer = this.through(request, location);
        this.underWay.add(answer);
        return answer;
    }

    /** Lets no further request through, and waits for those that are under way. */
    async close(): Promise<void> {
        this.isOpen = false;
        await Promise.allSettled(this.underWay);
    }
}
