export type { Engine } from "./engine";
export { EngineNotFoundError } from "./engine-not-found-error";
export { findEngine } from "./find";
export { findLanguageYaml, LanguageYamlNotFoundError } from "./language-yaml";
