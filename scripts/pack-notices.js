// Lists the packages that a bundle holds with their licenses, as a comment for the end of it.
const fs = require("node:fs");
const path = require("node:path");

/** Licenses under which a package may be handed on in the executable. */
const KNOWN = ["Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"];

/** Renders the notices of all packages that files of the bundle come from, each text once. */
exports.collectNotices = (root, files) => {
    const folders = new Set(files.filter((file) => file.includes("node_modules/")).map(folderOf));
    const byText = new Map();
    for (const folder of [...folders].sort()) {
        const place = path.resolve(root, folder);
        const { name, version, license } = require(path.join(place, "package.json"));
        if (!license.split(/[() ]+|AND/).every((part) => part === "" || KNOWN.includes(part))) {
            throw new Error(`${name} is under ${license}, which was not thought of.`);
        }
        const text = readLicense(place) ?? `License: ${license}`;
        byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${license})`]);
    }
    const parts = [...byText].map(([text, names]) => `${names.join("\n")}\n\n${text}`);
    const rule = `\n\n${"-".repeat(80)}\n\n`;
    return `/*\nThis file holds parts of the following packages.${rule}${parts.join(rule)}\n*/\n`;
};

function folderOf(file) {
    const [, folder] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file) ?? [];
    return folder;
}

function readLicense(folder) {
    const file = fs.readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
    return file && fs.readFileSync(path.join(folder, file), "utf8").trim().replaceAll("*/", "* /");
}
