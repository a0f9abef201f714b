/** Whether a statement allows reading all secrets, parameters or keys, and not named ones. */
export { findBreadths, type Breadth } from "./find-breadths";
export { SECRET_KINDS, type SecretKind } from "./secret-kinds";
export { isWideResource } from "./wide-resource";
