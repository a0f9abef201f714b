import { compare, type Finding } from "../../finding";
import { parseParameterName } from "../../parameter-name";
import { joinPath, type Deferrable } from "../shape/shape";
import type { SecretDescription } from "./description";
import { readStore } from "./secret-store";

/** A secret that the component owns, and where it stands in the args. */
export interface PlacedSecret {
    readonly path: string;
    readonly secret: SecretDescription;
}

/** Source: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html */
const SECRET_NAME = /^[A-Za-z0-9/_+=.@-]{1,512}$/;
const OTHER_NAME = { remedy: "Name it otherwise." };

/** Finds what is wrong with the name of a secret, or with what its name begins with. */
export function findSecretNameFindings(secret: SecretDescription, path: string): Finding[] {
    const { name, namePrefix } = secret;
    const store = readStore(secret);
    const prefixPath = joinPath(path, "namePrefix");
    const exclude = {
        path: prefixPath,
        reason: "cannot be given together with name",
        remedy: "Give one of the two.",
    };
    return [
        ...(typeof name === "string" ? findNameFindings(name, store, joinPath(path, "name")) : []),
        ...(name !== undefined && namePrefix !== undefined ? [exclude] : []),
        ...(typeof namePrefix === "string" && !SECRET_NAME.test(namePrefix)
            ? [{ path: prefixPath, reason: NO_SECRET_NAME, ...OTHER_NAME }]
            : []),
    ];
}

const NO_SECRET_NAME = "is no secret name (letters, digits and / _ + = . @ -)";

function findNameFindings(name: string, store: Deferrable<string>, path: string): Finding[] {
    if (store === "ssm") {
        const { problem } = parseParameterName(name);
        return problem ? [{ path, ...problem }] : [];
    }
    if (store !== "secretsmanager") {
        return [];
    }
    if (!SECRET_NAME.test(name)) {
        return [{ path, reason: NO_SECRET_NAME, ...OTHER_NAME }];
    }
    // https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html
    const reason =
        "ends in a hyphen and six characters, as the ARNs of secrets do: its partial ARN could be taken for the complete one of another secret";
    return /-[A-Za-z0-9]{6}$/.test(name) ? [{ path, reason, ...OTHER_NAME }] : [];
}

/** Finds secrets that have the name of another one in the same store, which AWS does not take. */
export function findSameNames(secrets: readonly PlacedSecret[]): Finding[] {
    const firsts = new Map<string, string>();
    const sorted = [...secrets].sort((a, b) => compare(a.path, b.path));
    return sorted.flatMap(({ path, secret }) => {
        const { name } = secret;
        const store = readStore(secret);
        if (typeof store !== "string" || typeof name !== "string") {
            return [];
        }
        const place = `${store} ${name}`;
        const first = firsts.get(place);
        if (first === undefined) {
            firsts.set(place, path);
            return [];
        }
        const reason = `is the name of ${first} already, in the same store`;
        const remedy = "Name one of the two otherwise.";
        return [{ path: joinPath(path, "name"), reason, remedy }];
    });
}
