/** How sure a finding is: proven, or likely and no more. */
export type InjectionCertainty = "certain" | "likely";

/** Something wrong with what a container is to be given from elsewhere. */
export interface InjectionFinding {
    readonly certainty: InjectionCertainty;
    readonly container: string;
    /** The field: `secrets`, `logConfiguration.secretOptions`, … */
    readonly path: string;
    /** The name of the variable or option; empty where the field has none. */
    readonly name: string;
    /** The ARN that stands there, if it is one and no more: anything else may be the value itself. */
    readonly arn?: string;
    readonly reason: string;
    readonly remedy: string;
}

/** Where a task runs, as far as that is known. */
export interface TaskPlace {
    readonly partition?: string;
    readonly region?: string;
    readonly account?: string;
}
