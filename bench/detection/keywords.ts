/** What most tools do in one form or another: the reference of every figure. */
const KEYWORDS = /password|secret|token|api_?key|private_?key|credential/i;

/** Whether a name holds one of the usual keywords. */
export function hasKeyword(name: string): boolean {
    return KEYWORDS.test(name);
}
