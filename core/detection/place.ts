/**
 * What kind of thing a name and a value are of; it decides what may rightly stand there.
 *
 * - `environment`: a variable of a process
 * - `argument`: an option or a word of a command line, a variable set in a script
 * - `logOption`: an option of a log driver or of a FireLens router
 * - `label`: a label or tag that others read
 * - `parameter`: an entry of a parameter store, by its path
 * - `setting`: a property of a service, by its name
 * - `reference`: what refers to a secret, such as `valueFrom`
 */
export type Place =
    "environment" | "argument" | "logOption" | "label" | "parameter" | "setting" | "reference";
