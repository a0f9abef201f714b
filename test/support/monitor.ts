import type { Wire } from "./wire";

interface Struct {
    toJavaScript(): Wire;
}

/** What a program asks to register. */
export interface RegisterRequest {
    getType(): string;
    getName(): string;
    getParent(): string;
    getCustom(): boolean;
    getRetainondelete(): boolean | undefined;
    getProtect(): boolean | undefined;
    getObject(): Struct | undefined;
    getDependenciesList(): string[];
    getPropertydependenciesMap(): { getEntryList(): [string, [string[]?]][] };
    getAdditionalsecretoutputsList(): string[];
    getIgnorechangesList(): string[];
}

/** The part of the SDK's monitor that is tapped; its types do not show it. */
export interface Monitor {
    registerResource(
        request: RegisterRequest,
        callback: (error: unknown, response?: { getUrn(): string }) => void,
    ): void;
    registerResourceOutputs(
        request: { getUrn(): string; getOutputs(): Struct | undefined },
        callback: (error: unknown, response?: unknown) => void,
    ): void;
}
