import { DEFERRED } from "../../../../core";
import { owning } from "../fixtures";
import { itFinds, type Row, type Told } from "./rows";

const generating = (generate: object) => owning({ generate });
const at = "secrets.s.generate";
const NONE = { excludeLowercase: true, excludeNumbers: true, excludePunctuation: true };
const NOTHING_LEFT: Told = [
    at,
    "leaves no character for the password",
    "Leave one of the exclude properties out.",
];
const NO_LENGTH: Told = [
    `${at}.passwordLength`,
    "is no length of a password",
    "Give a number from 1 to 4096.",
];
const short = (kinds: number): Told => [
    `${at}.passwordLength`,
    `is too short for one character of each of ${kinds} kinds`,
    "Give a greater length, or requireEachIncludedType false.",
];

describe("findServiceFindings, of a generated password, finds", () => {
    const rows: Row[] = [
        ["nothing in the longest", generating({ passwordLength: 4096 })],
        ["nothing in the shortest of four kinds", generating({ passwordLength: 4 })],
        [
            "nothing in one character of any kind",
            generating({ passwordLength: 1, requireEachIncludedType: false }),
        ],
        ["nothing in one character of the one kind", generating({ ...NONE, passwordLength: 1 })],
        [
            "nothing in a password of spaces",
            generating({ ...NONE, excludeUppercase: true, includeSpace: true }),
        ],
        [
            "nothing in one kind with some characters left",
            generating({ ...NONE, excludeCharacters: "ABC" }),
        ],
        [
            "nothing in a password among other JSON values",
            generating({ jsonKey: "password", jsonValue: { user: DEFERRED } }),
        ],
        ["no length", generating({ passwordLength: 0 }), NO_LENGTH],
        ["a length over the most", generating({ passwordLength: 4097 }), NO_LENGTH],
        ["a length below that of four kinds", generating({ passwordLength: 3 }), short(4)],
        [
            "a length below that of three kinds",
            generating({ passwordLength: 2, excludeNumbers: true, requireEachIncludedType: true }),
            short(3),
        ],
        ["every kind excluded", generating({ ...NONE, excludeUppercase: true }), NOTHING_LEFT],
        [
            "every character of the last kind excluded",
            generating({ ...NONE, excludeCharacters: "ABCDEFGHIJKLMNOPQRSTUVWXYZ" }),
            NOTHING_LEFT,
        ],
        [
            "an Output for a length",
            generating({ passwordLength: DEFERRED }),
            [
                `${at}.passwordLength`,
                "must be a plain number: what resources there are depends on it",
                "Give a value that is no Output.",
            ],
        ],
        [
            "an empty JSON key",
            generating({ jsonKey: "" }),
            [`${at}.jsonKey`, "is empty", "Leave jsonKey out, or fill it."],
        ],
        [
            "other JSON values without a key for the password",
            generating({ jsonValue: { user: DEFERRED } }),
            [
                `${at}.jsonKey`,
                "is missing, and jsonValue has no place for the password without it",
                "Give the key of the password.",
            ],
        ],
        [
            "the password's key among the other ones",
            generating({ jsonKey: "password", jsonValue: { password: DEFERRED } }),
            [
                `${at}.jsonKey`,
                "is a key of jsonValue already",
                "Remove it from jsonValue: the password goes there.",
            ],
        ],
        [
            "nothing in a key that only the prototype has",
            generating({ jsonKey: "constructor", jsonValue: {} }),
        ],
    ];
    itFinds(rows);
});
