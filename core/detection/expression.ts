/** What stands on the right of an assignment in a script and is no text, but is evaluated. */
const EXPRESSIONS = [
    // $secret.SecretString, $env:PW.Trim(), $list[0]: PowerShell, PHP.
    /^\(?\$[A-Za-z_][\w:]{0,63}(?:\.\w|\[|->|\s*\|)/,
    // Get-Secret -Name x, (ConvertTo-SecureString …): PowerShell's cmdlets.
    /^\(?(?:Add|Convert|ConvertFrom|ConvertTo|Get|Import|Invoke|Join|New|Out|Read|Select|Set|Split)-[A-Z]\w/,
    // json.loads(…), os.getenv("X"), client.send(…), env(X): calls.
    /^(?:await |new |!)?[A-Za-z_][\w.:]{0,127}\([^]*\)/,
    // process.env.TOKEN, os.environ["TOKEN"], ENV["TOKEN"], response["token"].
    /^(?:process\.env\b|os\.environ\b|import\.meta\.env\b|[A-Za-z_]\w{0,63}\[["'$\w])/,
    // [Environment]::GetEnvironmentVariable(…), [System.Web.Security.Membership]::…
    /^\[[A-Za-z_][\w.]{0,63}\]::/,
    // @password.txt: curl, vault and others read a file so.
    /^@[\w~-]*[./][\w./~-]*$/,
    // awk '/password:/ {print $2}'
    /^\/?\s{0,4}\{\s{0,4}print\b/,
];

/** A variable's name in the place of its value; what is to be replaced speaks otherwise. */
const VARIABLE_NAME =
    /^(?!YOUR|MY|CHANGE|REPLACE|INSERT|EXAMPLE)[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_(?:PASSWORD|TOKEN|SECRET|KEY)$/;
/** echo "PASS: Index directory created." */
const SENTENCE =
    /^[A-Z]?[a-z'-]{1,20}(?: [A-Za-z'-]{1,20}){1,20}[.!]$|^(?:[A-Za-z]{1,20} ){0,4}(?:created|updated|deleted|reset|rotated|needed|required|found|missing|expired|expiring|invalid)(?: [a-z]{1,20}){0,3}$/;
/** Evaluated, and yet the text stands there: a literal that is converted, or that is the default. */
const LITERAL =
    /ConvertTo-SecureString (?:-String )?["'][^"'$]|(?:\|\||\?\?) ?["'][^"'$]|getenv\([^,()]{1,128}, ?["'][^"'$]/;

/** True if a text of a script is evaluated, or says something, and is not taken as it is written. */
export function isExpression(name: string, text: string): boolean {
    // connect(password=password, …): an argument of the same name; --password=password is none.
    const argument = text.replace(/[,;]$/, "");
    const isHandedOn = argument !== text && argument.toLowerCase() === name.toLowerCase();
    return (
        isHandedOn ||
        /^(?:None|null|undefined)$/.test(argument) ||
        VARIABLE_NAME.test(argument) ||
        SENTENCE.test(text) ||
        (!LITERAL.test(text) && EXPRESSIONS.some((form) => form.test(text)))
    );
}
