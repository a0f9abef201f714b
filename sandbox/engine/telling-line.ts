const LONGEST_LINE = 300;

const COLOUR = /\u001b\[[\d;]*m/g;

// Go's account of its downloads and the headings of its errors; the frame that the Automation API
// puts around what a command printed; what installers print before they start.
const SAYS_NOTHING =
    /^(go: (downloading|finding|extracting)\b.*|# \S+|code: -?\d+|(stdout|err\?): *|=== .*|\+ .*)$/;

/**
 * The first line of an output that says what went wrong: one that calls itself an error, else the
 * first that says anything. What stands for a user and a password in an address is struck out.
 */
export function findTellingLine(output: string): string | undefined {
    const lines = output
        .split("\n")
        .map((line) =>
            line
                .replace(COLOUR, "")
                .trim()
                .replace(/^stderr: */, ""),
        )
        .filter((line) => line !== "" && !SAYS_NOTHING.test(line));
    const line = lines.find((candidate) => /^(error|fatal)\b/i.test(candidate)) ?? lines[0];
    return line?.replace(/:\/\/[^/@\s]*@/g, "://***@").slice(0, LONGEST_LINE);
}
