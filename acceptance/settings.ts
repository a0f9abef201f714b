/** The settings that examples are run with, where a text that is made up would not do. */
const SETTINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {};

/** The settings of an example. */
export function settingsOf(example: string): Record<string, string> {
    return { ...SETTINGS[example] };
}

/** The setting whose absence an error tells. */
export function missingSetting(error: Error): string | undefined {
    return /^Missing required configuration variable '[^:']+:([^']+)'/.exec(error.message)?.[1];
}

/** A value that reads as what it is: made up. */
export function makeUpSetting(key: string): string {
    return `made-up-${key}`;
}
