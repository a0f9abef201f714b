import type { Unwrap } from "@pulumi/pulumi";
import type { Location } from "../../core";

/** A call of an AWS API. The service is named as botocore names it. */
export interface Request {
    readonly service: string;
    readonly operation: string;
    readonly input: object;
}

/** What AWS answers to a request. */
export type Answer = Readonly<Record<string, unknown>>;

/** What a resource has once it exists. */
export type Outputs = Readonly<Record<string, unknown>> & { readonly id: string };

/**
 * The requests that create one resource, in order, each of them made when the one before has been
 * answered; and at the end what has come of it. It sends nothing itself.
 */
export type Steps = Generator<Request, Outputs, Answer>;

/** What a program says of a resource beside its inputs. */
export interface Declared {
    /** The logical name. */
    readonly name: string;
    readonly location: Location;
}

/** Turns the inputs of a resource into the requests that the real provider makes of them. */
export type Translation = (inputs: object, declared: Declared) => Steps;

/** Declares a translation from the plain form of the args of `@pulumi/aws`. */
export function defineTranslation<Args>(
    steps: (args: Unwrap<Args>, declared: Declared) => Steps,
): Translation {
    return (inputs, declared) => steps(inputs as Unwrap<Args>, declared);
}

/** Says that a program uses what no translation sends to AWS. */
class UntranslatedError extends Error {}

/** Refuses the inputs that a translation has left over: what is not sent is not judged. */
export function refuseRest(rest: object): void {
    const left = Object.entries(rest).flatMap(([key, value]) => (value === undefined ? [] : [key]));
    if (left.length > 0) {
        throw new UntranslatedError(`no translation of the input ${left.sort().join(", ")}`);
    }
}
