import { SECRET_STORES } from "../../reference";
import {
    filledString,
    key,
    number,
    boolean,
    plainBoolean,
    plainString,
    string,
    tags,
} from "./kinds";
import type { Fields, ObjectShape, RecordShape } from "./shape";

/** The values of a JSON secret: the ECS agent writes anything but text in a notation of its own. */
const jsonValue: RecordShape = {
    kind: "record",
    of: {
        kind: "string",
        otherwise: {
            reason: "must be a string: Amazon ECS injects numbers, booleans and objects in Go's notation",
            remedy: 'Write it as a string, for example "5432".',
        },
    },
    nonEmpty: true,
};

const generate: Fields = {
    passwordLength: { kind: "number", plain: true },
    excludeCharacters: plainString,
    excludeLowercase: plainBoolean,
    excludeNumbers: plainBoolean,
    excludePunctuation: plainBoolean,
    excludeUppercase: plainBoolean,
    includeSpace: plainBoolean,
    requireEachIncludedType: plainBoolean,
    jsonKey: plainString,
    jsonValue: { ...jsonValue, nonEmpty: false },
};

const rotation: Fields = {
    lambdaArn: { ...filledString, required: true },
    automaticallyAfterDays: number,
    scheduleExpression: filledString,
    duration: filledString,
    rotateImmediately: boolean,
    allowInvocation: plainBoolean,
};

const replica: Fields = {
    region: { ...filledString, required: true },
    kmsKeyId: filledString,
};

/** Where the value of an own secret may come from. */
export const SECRET_SOURCES = ["value", "jsonValue", "generate", "external", "arn"] as const;

/** A secret that the component owns. */
export const SECRET_SHAPE: ObjectShape = {
    kind: "object",
    one: SECRET_SOURCES,
    fields: {
        store: { kind: "string", oneOf: SECRET_STORES, plain: true },
        name: string,
        namePrefix: string,
        description: string,
        value: string,
        jsonValue,
        generate: { kind: "object", fields: generate },
        external: { kind: "object", fields: { initialValue: string } },
        arn: string,
        kmsKeyId: key,
        tier: {
            kind: "string",
            oneOf: ["Advanced", "Intelligent-Tiering", "Standard"],
            plain: true,
        },
        rotation: { kind: "object", fields: rotation },
        replicas: { kind: "list", plain: true, of: { kind: "object", fields: replica } },
        recoveryWindowInDays: number,
        tags,
    },
};
