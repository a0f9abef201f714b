import { detectSecret } from "../../detection";
import { readJson } from "../read-json";
import { readCredentialOption } from "./credential-options";

/** A part of an option's value that may be a credential by itself. */
export interface OptionPart {
    /** The option, and what leads to the part. */
    readonly within: readonly string[];
    /** What the part is called, or what it is where it has no name. */
    readonly name: string;
    readonly value: string;
}

/** Paths that hold a token: Loggly's, Sumo Logic's. */
const TOKEN_PATHS = [/^\/(?:bulk|inputs)\/([^/?]+)/, /^\/receiver\/v1\/http\/([^/?]+)/];

/** An authorization without the name of its scheme. */
const SCHEME = /^(?:basic|bearer|splunk|token|apikey|api-token|key) +/i;

/** Reads an option of a log driver: the option itself, and else the parts of its value. */
export function readLogOption(logDriver: string, option: string, value: string): OptionPart[] {
    const whole = readWhole(logDriver, option, value);
    if (detectSecret("logOption", whole.name, whole.value).verdict === "secret") {
        return [whole];
    }
    return [
        whole,
        ...(logDriver === "awsfirelens" ? readPlugin(option, value) : []),
        ...readJsonParts(option, value),
        ...readQuery(option, value),
    ];
}

function readWhole(logDriver: string, option: string, value: string): OptionPart {
    const whole = { within: [], name: option, value };
    const form = readCredentialOption(logDriver, option);
    const isNamed = detectSecret("logOption", option).verdict === "secret";
    if (form === undefined || isNamed) {
        return whole;
    }
    const secret = form === "user:password" ? value.slice(value.indexOf(":") + 1) : value;
    return { within: [option], name: form === "token" ? "token" : "password", value: secret };
}

/** Several headers, for example, as fluentd takes them: `{"Authorization":"Bearer …"}`. */
function readJsonParts(option: string, value: string): OptionPart[] {
    return /^\s*[[{]/.test(value)
        ? readJson(value).map(({ name, value: text }) => readHeader([option], name, text))
        : [];
}

/** A header as it was named; what an authorization holds behind its scheme is a token. */
function readHeader(within: readonly string[], header: string, content: string): OptionPart {
    return /^(?:proxy-)?authorization$/i.test(header)
        ? { within: [...within, header], name: "token", value: content.replace(SCHEME, "") }
        : { within, name: header, value: content };
}

/** The plugins of FireLens routers take headers and paths of requests, tokens and all. */
function readPlugin(option: string, value: string): OptionPart[] {
    const name = option.toLowerCase();
    const text = value.trim();
    if (name === "header") {
        // A space parts the two, or a colon where somebody wrote the header as a request has it.
        const header = /^[^\s:]*/.exec(text)?.[0] ?? "";
        return [readHeader([option], header, text.slice(header.length).replace(/^[\s:]+/, ""))];
    }
    const tokens = name === "uri" || name === "path" ? TOKEN_PATHS : [];
    return tokens.flatMap((form) => {
        const [, token] = form.exec(text) ?? [];
        return token === undefined ? [] : [{ within: [option], name: "token", value: token }];
    });
}

/** The parameters of a URL or of a path: `/v1/logs?api-token=…`. */
function readQuery(option: string, value: string): OptionPart[] {
    const start = value.indexOf("?");
    if (start < 0 || !/^(?:[a-z][a-z0-9+.-]*:\/)?\//i.test(value)) {
        return [];
    }
    return value
        .slice(start + 1)
        .split(/[&;#]/)
        .flatMap((pair) => {
            const equals = pair.indexOf("=");
            const [name, text] = [pair.slice(0, Math.max(equals, 0)), pair.slice(equals + 1)];
            return /^[\w.-]{1,64}$/.test(name) ? [{ within: [option], name, value: text }] : [];
        });
}
