export type { Attempt, Engine, FindEngineOptions } from "./engine";
export { EngineNotFoundError } from "./engine-not-found-error";
export { findEngine } from "./find";
export { findLanguageYaml, LanguageYamlNotFoundError } from "./language-yaml";
