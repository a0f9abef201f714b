import type { ReferenceProblem } from "../reference";
import { renderValueFrom } from "../reference";
import { parseValueFrom } from "../value-from";

const GIVE_A_SECRET =
    "Give the complete ARN of a secret of Secrets Manager that holds username and password as JSON.";

/** The characters of a secret's name. */
const NAME = /^[A-Za-z0-9/_+=.@!-]{1,512}$/;

/**
 * Finds why a text is no secret that the image of a container can be pulled with: a secret's ARN, or
 * its name where the secret is of the task's region.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RepositoryCredentials.html
 */
export function findCredentialsProblem(text: string): ReferenceProblem | undefined {
    if (!text.startsWith("arn:")) {
        return NAME.test(text)
            ? undefined
            : {
                  reason:
                      text === "" ? "credentialsParameter is empty" : "this is no secret's name",
                  remedy: GIVE_A_SECRET,
              };
    }
    const { reference, problem } = parseValueFrom(text);
    if (problem) {
        return problem;
    }
    if (reference.store === "ssm") {
        return {
            reason: "this is a parameter, and credentials of a registry are read from Secrets Manager alone",
            remedy: GIVE_A_SECRET,
        };
    }
    return renderValueFrom(reference) === reference.arn
        ? undefined
        : {
              reason: "it names a JSON key or a version, and the whole secret is read here",
              remedy: GIVE_A_SECRET,
          };
}
