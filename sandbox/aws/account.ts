import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { parseArn, type Location } from "../../core";

/** The account that is used if nothing names another: the one that AWS's own documents use. */
export const DEFAULT_ACCOUNT_ID = "123456789012";

/** File names may have 255 bytes; a parameter's name may be longer. */
const MAX_NAME_LENGTH = 150;

/**
 * A simulated AWS account in a region, kept as files in a folder so that several commands see the
 * same one.
 * One file an object: a name is taken exactly once, whoever asks first.
 */
export class Account {
    constructor(
        /** The folder of the whole simulated AWS; another account has a folder inside. */
        readonly folder: string,
        readonly region: string,
        readonly id: string = DEFAULT_ACCOUNT_ID,
    ) {}

    /** The partition of the account's region. */
    get partition(): string {
        if (this.region.startsWith("cn-")) {
            return "aws-cn";
        }
        return this.region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    /** Where the account's resources are. */
    get location(): Location {
        return { partition: this.partition, region: this.region, account: this.id };
    }

    /** The same account as it is seen in another region; in its own if none is named. */
    in(region: unknown): Account {
        return typeof region === "string" && region !== ""
            ? new Account(this.folder, region, this.id)
            : this;
    }

    /** The same account as it is seen in the region that an ARN names. */
    inRegionOf(arn: string): Account {
        return this.in(parseArn(arn)?.region);
    }

    /** Another account of the same simulated AWS, in the same region. */
    of(id: string): Account {
        return id === this.id ? this : new Account(this.folder, this.region, id);
    }

    /** The account and region that an ARN names; this one where it names none, or is no ARN. */
    ofArn(arn: string): Account {
        const { account = "", region } = parseArn(arn) ?? {};
        return (/^\d{12}$/.test(account) ? this.of(account) : this).in(region);
    }

    /** The ARN of a regional resource of this account. */
    arn(service: string, resource: string): string {
        return `arn:${this.partition}:${service}:${this.region}:${this.id}:${resource}`;
    }

    /** The ARN of an IAM resource, which has no region. */
    iamArn(resource: string): string {
        return `arn:${this.partition}:iam::${this.id}:${resource}`;
    }

    /**
     * The objects of one kind, for example the roles. IAM is global, and so are the names of
     * buckets; all else is regional.
     */
    collection<T extends object>(kind: string): Collection<T> {
        const scope = /^(iam|s3)-/.test(kind) ? "global" : this.region;
        const own = this.id === DEFAULT_ACCOUNT_ID ? [] : ["accounts", this.id];
        return new Collection<T>(path.join(this.folder, ...own, scope, kind));
    }
}

/** Objects of one kind by key. */
export class Collection<T extends object> {
    constructor(private readonly folder: string) {}

    /** The object of that key. */
    get(key: string): T | undefined {
        return this.read(this.file(key));
    }

    /** Keeps a new object; `false` if the key is taken. */
    create(key: string, object: T): boolean {
        fs.mkdirSync(this.folder, { recursive: true, mode: 0o700 });
        const temporary = this.writeTemporary(object);
        try {
            fs.linkSync(temporary, this.file(key));
            return true;
        } catch (error) {
            if ((error as NodeJS.ErrnoException).code === "EEXIST") {
                return false;
            }
            throw error;
        } finally {
            fs.rmSync(temporary);
        }
    }

    /** Keeps an object, in place of an older one of the same key. */
    put(key: string, object: T): void {
        fs.mkdirSync(this.folder, { recursive: true, mode: 0o700 });
        fs.renameSync(this.writeTemporary(object), this.file(key));
    }

    /** Forgets the object of that key. */
    delete(key: string): void {
        fs.rmSync(this.file(key), { force: true });
    }

    /** All objects, in the order of their keys. */
    list(): T[] {
        if (!fs.existsSync(this.folder)) {
            return [];
        }
        const files = fs.readdirSync(this.folder).filter((file) => file.endsWith(".json"));
        return files.sort().flatMap((file) => this.read(path.join(this.folder, file)) ?? []);
    }

    private read(file: string): T | undefined {
        let json: string;
        try {
            json = fs.readFileSync(file, "utf8");
        } catch (error) {
            // Another command may have deleted it since the folder was listed.
            if ((error as NodeJS.ErrnoException).code === "ENOENT") {
                return undefined;
            }
            throw error;
        }
        try {
            return JSON.parse(json) as T;
        } catch {
            // The parser's own message quotes the text, which may hold a value.
            throw new Error(`simulated AWS: ${file} is broken; delete the folder and start anew`);
        }
    }

    private file(key: string): string {
        const name = encodeURIComponent(key);
        const digest = createHash("sha256").update(key).digest("hex");
        const short =
            name.length > MAX_NAME_LENGTH ? `${name.slice(0, MAX_NAME_LENGTH)}-${digest}` : name;
        return path.join(this.folder, `${short}.json`);
    }

    /** Written aside first: a command that is killed leaves no half object behind. */
    private writeTemporary(object: T): string {
        const file = path.join(
            this.folder,
            `.${process.pid}-${Math.random().toString(36).slice(2)}`,
        );
        fs.writeFileSync(file, JSON.stringify(object, undefined, 4), { mode: 0o600 });
        return file;
    }
}
