const IAM = "https://docs.aws.amazon.com/IAM/latest/UserGuide/";
const KMS = "https://docs.aws.amazon.com/kms/latest/";

/** The name of an open question. */
export type Question =
    | "wildcardOverColons"
    | "severalValuesNeedAll"
    | "anyValueIfExists"
    | "everybodyPassesBoundary"
    | "grantPassesBoundary"
    | "grantAloneAcrossAccounts"
    | "grantKeysIgnoreCase"
    | "partOfNotPrincipalSuffices"
    | "notResourceWithoutValue";

/**
 * The questions that AWS's documentation leaves open or answers twice. The decision asks them
 * by name, and whoever compares tries both answers to each question that was asked. Where one
 * page is plain and another reads differently, `stated` is the plain one's answer.
 */
export const OPEN_QUESTIONS: Record<
    Question,
    { readonly question: string; readonly link: string; readonly stated?: boolean }
> = {
    wildcardOverColons: {
        question: "does a wildcard inside one ARN segment also stand for colons?",
        link: `${IAM}reference_policies_elements_resource.html`,
    },
    severalValuesNeedAll: {
        question: "does an operator without set prefix need all values of a multivalued key?",
        link: `${IAM}reference_policies_condition-single-vs-multi-valued-context-keys.html`,
    },
    anyValueIfExists: {
        question: "does ForAnyValue with IfExists hold for an absent key?",
        link: `${IAM}reference_policies_elements_condition_operators.html#Conditions_IfExists`,
        // The page on set operators is plain: without the key, ForAnyValue is false.
        // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
        stated: false,
    },
    everybodyPassesBoundary: {
        question: "does Principal * escape an implicit deny of the permissions boundary?",
        link: `${IAM}reference_policies_elements_principal.html#principal-roles`,
    },
    grantPassesBoundary: {
        question: "does a grant escape an implicit deny of the permissions boundary?",
        link: `${KMS}developerguide/grants.html`,
    },
    grantAloneAcrossAccounts: {
        question: "is a grant enough for a role of another account without its own allow?",
        link: `${KMS}developerguide/key-policy-modifying-external-accounts.html`,
    },
    grantKeysIgnoreCase: {
        question: "are the keys of a grant's encryption context compared without case?",
        link: `${KMS}APIReference/API_GrantConstraints.html`,
        stated: true,
    },
    partOfNotPrincipalSuffices: {
        question: "does NotPrincipal spare a role when only it, or only its account, is listed?",
        link: `${IAM}reference_policies_elements_notprincipal.html`,
    },
    notResourceWithoutValue: {
        question: "does a NotResource apply whose variable has no value?",
        link: `${IAM}reference_policies_variables.html#policy-vars-no-value`,
    },
};

/** Answers each open question in one way, and remembers which were asked. */
export class Reading {
    readonly asked = new Set<Question>();

    constructor(private readonly yes: ReadonlySet<Question> = new Set()) {}

    /** Whether this reading follows the plain page on every question that has one. */
    isStated(questions: Iterable<Question>): boolean {
        return [...questions].every(
            (name) => (OPEN_QUESTIONS[name].stated ?? this.yes.has(name)) === this.yes.has(name),
        );
    }

    /** How this reading answers the question. */
    ask(question: Question): boolean {
        this.asked.add(question);
        return this.yes.has(question);
    }
}

/** Every way to answer these questions. */
export function readingsOf(questions: readonly Question[]): Reading[] {
    return Array.from({ length: 2 ** questions.length }, (_, bits) => {
        return new Reading(new Set(questions.filter((_question, index) => (bits >> index) & 1)));
    });
}
