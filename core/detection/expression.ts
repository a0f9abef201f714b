/** What stands on the right of an assignment in a script and is no text, but is evaluated. */
const EXPRESSIONS = [
    // $secret.SecretString, $env:PW.Trim(), $list[0]: PowerShell, PHP.
    /^\(?\$[A-Za-z_][\w:]{0,63}(?:\.\w|\[|->|\s*\|)/,
    // Get-Secret -Name x, (ConvertTo-SecureString …): PowerShell's cmdlets.
    /^\(?(?:Add|Convert|ConvertFrom|ConvertTo|Get|Import|Invoke|Join|New|Out|Read|Select|Set|Split)-[A-Z]\w/,
    // json.loads(…), os.getenv("X"), client.send(…), env(X): calls.
    /^(?:await |new |!)?[A-Za-z_][\w.:]{0,127}\(/,
    // process.env.TOKEN, os.environ["TOKEN"], ENV["TOKEN"], response["token"].
    /^(?:process\.env\b|os\.environ\b|import\.meta\.env\b|[A-Za-z_]\w{0,63}\[["'$\w])/,
    // [Environment]::GetEnvironmentVariable(…), [System.Web.Security.Membership]::…
    /^\[[A-Za-z_][\w.]{0,63}\]::/,
    // @password.txt: curl, vault and others read a file so.
    /^@[\w./~-]+$/,
    // awk '/password:/ {print $2}'
    /^\/?\s{0,4}\{\s{0,4}print\b/,
];

/** True if a text of a script is evaluated rather than taken as it is written. */
export function isExpression(text: string): boolean {
    return EXPRESSIONS.some((form) => form.test(text));
}
