// What others wrote and the package carries: dist/THIRD-PARTY-NOTICES.txt with its licences, and dist/sbom.cdx.json, a bill of
// materials as CycloneDX has it. Only what is in a bundle, or lies beside one, counts: what builds and tests is not delivered.
// The same packages give the same files, to the byte.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Licences that let us deliver what is under them, with their text. Another one is a decision of somebody's. */
export const allowedLicences = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "OFL-1.1",
];

/** Packages whose files lie beside the bundles: fonts, and WebAssembly. */
const copied = [
  "@expo-google-fonts/source-sans-3",
  "@expo-google-fonts/source-serif-4",
  "@myriaddreamin/typst-ts-renderer",
  "@myriaddreamin/typst-ts-web-compiler",
];

/** What a package has taken into its own file: packages that are installed, and others, of which its file tells. */
const within = {
  "docx": {
    installed: ["fflate", "nanoid"],
    others: [
      { name: "events", version: null, copyright: "Copyright Joyent, Inc. and other Node contributors." },
      {
        name: "stream-browserify",
        version: "3.0.0",
        copyright: "Copyright Joyent, Inc. and other Node contributors.\nCopyright (c) James Halliday",
      },
    ],
  },
  "pdfjs-dist": {
    installed: [],
    others: [
      {
        name: "core-js",
        version: { file: "legacy/build/pdf.mjs", pattern: /\n {2}version: '(\d+\.\d+\.\d+)',\n {2}mode: / },
        copyright: "Copyright (c) 2013-2025 Denis Pushkarev, 2025 CoreJS Company",
      },
    ],
  },
};

/** Where the licence of a package stands, whose own files leave it out. */
const licenceElsewhere = {
  "@expo-google-fonts/source-sans-3": "@expo-google-fonts/source-sans-3/LICENSE_FONT",
  "@expo-google-fonts/source-serif-4": "@expo-google-fonts/source-serif-4/LICENSE_FONT",
  "@myriaddreamin/typst-ts-renderer": "@myriaddreamin/typst.ts/LICENSE",
  "@myriaddreamin/typst-ts-web-compiler": "@myriaddreamin/typst.ts/LICENSE",
};
/** What the files of a package are under that we deliver, where that is not what the package as a whole is under. */
const licenceOfFiles = {
  "@expo-google-fonts/source-sans-3": "OFL-1.1",
  "@expo-google-fonts/source-serif-4": "OFL-1.1",
};

/** Notes which packages there is something of in what esbuild made, by its metafiles. */
export class Bundled {
  names = new Set(copied);

  note({ outputs }) {
    for (const { inputs } of Object.values(outputs))
      for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
        const name = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(input)?.[1];
        if (name && bytesInOutput > 0) this.names.add(name);
      }
  }
}

/** Writes both files. Throws where a licence is not known, not allowed, or has no text. */
export function writeThirdParty(root, { names }) {
  const lock = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8"));
  const all = new Set([...names].flatMap((name) => [name, ...(within[name]?.installed ?? [])]));
  const found = [
    ...[...all].map((name) => installed(root, lock, name)),
    ...[...names].flatMap((name) => (within[name]?.others ?? []).map((other) => taken(root, name, other))),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, licence } of found)
    if (!allowedLicences.includes(licence)) throw new Error(`${name}: the licence ${licence} is not allowed`);
  writeFileSync(path.join(root, "dist/THIRD-PARTY-NOTICES.txt"), noticesOf(found));
  writeFileSync(path.join(root, "dist/sbom.cdx.json"), `${JSON.stringify(bomOf(root, found), null, 1)}\n`);
}

function installed(root, lock, name) {
  const folder = path.join(root, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((each) => /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i.test(each));
  const place = licenceElsewhere[name]
    ? path.join(root, "node_modules", licenceElsewhere[name])
    : path.join(folder, file ?? "LICENSE");
  if (!existsSync(place)) throw new Error(`${name}: no text of its licence`);
  const integrity = lock.packages[`node_modules/${name}`]?.integrity ?? "";
  return {
    name,
    version,
    licence: licenceOfFiles[name] ?? license,
    text: readFileSync(place, "utf8").replace(/\r\n?/g, "\n").trim(),
    sha512: Buffer.from(integrity.replace(/^sha512-/, ""), "base64").toString("hex"),
    partOf: null,
  };
}

/** Something that is only there in the file of another package. */
function taken(root, partOf, { name, version, copyright }) {
  const read =
    version !== null && typeof version === "object"
      ? version.pattern.exec(readFileSync(path.join(root, "node_modules", partOf, version.file), "utf8"))?.[1]
      : version;
  if (read === undefined) throw new Error(`${partOf}: which version of ${name}?`);
  return { name, version: read, licence: "MIT", text: `${copyright}\n\n${mit}`, sha512: null, partOf };
}

function noticesOf(found) {
  const list = found.map(
    ({ name, version, licence, partOf }) =>
      `${name} ${version ?? ""}`.trim() + ` (${licence})${partOf ? `, in ${partOf}` : ""}`,
  );
  // One text stands once, for all that are under it.
  const texts = new Map();
  for (const { name, text } of found) texts.set(text, [...(texts.get(text) ?? []), name]);
  const parts = [...texts].map(([text, names]) => `${line}\n${names.join(", ")}\n\n${text}\n`);
  return `Referat (MIT, see LICENSE) carries these works of others, each under its own licence:\n\n${list.join("\n")}\n\n${parts.join("\n")}`;
}

const line = "-".repeat(80);

function bomOf(root, found) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const own = `pkg:npm/${name}@${version}`;
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: {
        "type": "application",
        "bom-ref": own,
        name,
        version,
        "licenses": [{ license: { id: license } }],
        "purl": own,
      },
    },
    components: found.map((each) => {
      const purl = purlOf(each);
      const [group, base] = each.name.startsWith("@") ? each.name.split("/") : [undefined, each.name];
      return {
        "type": "library",
        "bom-ref": purl,
        ...(group ? { group } : {}),
        "name": base,
        ...(each.version ? { version: each.version } : {}),
        ...(each.sha512 ? { hashes: [{ alg: "SHA-512", content: each.sha512 }] } : {}),
        "licenses": [{ license: { id: each.licence } }],
        purl,
      };
    }),
    dependencies: [
      { ref: own, dependsOn: found.filter(({ partOf }) => !partOf).map(purlOf) },
      ...found.map((each) => {
        const parts = found.filter(({ partOf }) => partOf === each.name).map(purlOf);
        return { ref: purlOf(each), ...(parts.length > 0 ? { dependsOn: parts } : {}) };
      }),
    ],
  };
}

/** https://github.com/package-url/purl-spec */
function purlOf({ name, version }) {
  return `pkg:npm/${name.replace(/^@/, "%40")}${version ? `@${version}` : ""}`;
}

const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject
to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR
ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH
THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
