/** A Pulumi CLI that runs and that this package can use. */
export interface Engine {
    /** Absolute path of the executable. */
    readonly command: string;
    /** Its version, without a leading `v`. */
    readonly version: string;
    /** The way by which it was found. */
    readonly source: "environment variable" | "PATH" | "cache" | "installer" | "Go";
    /**
     * Whether the engine finds `pulumi-language-nodejs`. Where it does not, it runs a policy pack by
     * an executable `pulumi-analyzer-policy-nodejs` on PATH, which the caller has to provide.
     */
    readonly hasNodeLanguageHost: boolean;
}

/** What a search for the engine may be told. */
export interface FindEngineOptions {
    /**
     * The environment to search in, and that of all child processes.
     * @default - the environment of this process
     */
    readonly env?: NodeJS.ProcessEnv;
    /**
     * Receives one line of progress at a time.
     * @default - nothing is told
     */
    readonly report?: (line: string) => void;
}

/** The options of a search, complete. */
export type Search = Required<FindEngineOptions>;

/** What came of one step: an engine, or why there is none. */
export type StepResult =
    | { readonly found: Engine }
    | {
          readonly outcome: string;
          /**
           * Set where no later step may be tried.
           * @default - the next step is tried
           */
          readonly final?: true;
      };

/** One way to come by an engine. */
export interface Step {
    /** The way, as it is named in messages. */
    readonly tried: string;
    /** Tries it. What it throws counts as its outcome. */
    run(search: Search): Promise<StepResult>;
}

/** A way that was tried in vain. */
export interface Attempt {
    /** The way, as it is named in messages. */
    readonly tried: string;
    /** Why it gave no engine. */
    readonly outcome: string;
}
