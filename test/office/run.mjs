// Opens what the command line exports for Word in LibreOffice: node test/office/run.mjs. It needs dist/ (npm run build).
// LibreOffice then says what it read: the words, the headings, the headers of tables, the notes, where the links lead.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { root, runMain } from "../../scripts/setup.mjs";
import { documents } from "../browser/documents.mjs";
import { add, attempt, report } from "../vscode/launch/results.mjs";
import { convert, ensureLibreOffice } from "./libreOffice.mjs";

const counts = path.join(root, "test/artifacts/office-results.json");
const lists = {
  name: "lists",
  text: "Punkt 1: A\n\n3. c\n4. d\n7. g\n   a) x\n   b) y\n8. h\n\nTekst\n\n1) e\n2) f\n\nTekst\n\nc) k\n",
  options: [],
};

await runMain(async () => {
  rmSync(counts, { force: true });
  const soffice = ensureLibreOffice();
  if (!soffice) {
    const notRun =
      "LibreOffice er ikke på maskinen: Word-dokumenterne er ikke åbnet i den (sæt evt. SOFFICE)";
    mkdirSync(path.dirname(counts), { recursive: true });
    writeFileSync(counts, JSON.stringify({ passed: 0, failed: 0, notRun }));
    console.log(notRun);
    return 0;
  }
  const folder = mkdtempSync(path.join(tmpdir(), "referat-office-"));
  const results = {};
  try {
    const all = [...documents, lists].map((document, index) => ({ ...document, file: `d${index}.docx` }));
    for (const { text, options, file } of all) exportTo(path.join(folder, file), text, options);
    convert(soffice, folder, all.map(({ file }) => file), "fodt"); // prettier-ignore
    convert(soffice, folder, all.map(({ file }) => file), "pdf"); // prettier-ignore
    for (const { name, file } of all) {
      const at = path.join(folder, file);
      results[name] = [
        await attempt(`${name}: it is read as it was written`, () => readAlike(at)),
        await attempt(`${name}: it can be printed`, () => printed(at)),
      ].reduce(add);
    }
    const { file } = all.at(-1);
    convert(soffice, folder, [file], "txt:Text");
    results.lists = add(
      results.lists,
      await attempt("lists: it counts as is written", () => counted(path.join(folder, file))),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return report(results, counts);
});

function exportTo(file, text, options) {
  const cli = path.join(root, "dist/cli.js");
  const args = [cli, "export", "-", "--to", "docx", "--out", file, ...options];
  const { status, stderr } = spawnSync(process.execPath, args, { input: text, encoding: "utf8" });
  if (status !== 0) throw new Error(`referat export: ${status} ${stderr}`);
}

/** Whatever Word is told, LibreOffice was told as well. */
function readAlike(file) {
  const written = strFromU8(unzipSync(readFileSync(file))["word/document.xml"]);
  const read = readFileSync(file.replace(/docx$/, "fodt"), "utf8");
  const body = /<office:text[ >][^]*<\/office:text>/.exec(read)?.[0] ?? "";
  const missing = missingWord(
    wordsOf(written.replace(/<w:instrText[^>]*>[^<]*<\/w:instrText>/g, ""), /<\/w:p>|<w:(?:tab|br)\/>/g),
    wordsOf(body, /<\/text:[ph]>|<text:(?:tab|line-break|s)[^>]*\/>|<text:note[ >]|<\/text:note(?:-citation)?>/g),
  );
  if (missing !== null) throw new Error(`»${missing}« is not read, or in another place`);
  for (const [what, ours, theirs] of [
    ["items", /<w:pStyle w:val="(?:Heading1|Pause)"\/>/g, /<text:h [^>]*text:outline-level="1"/g],
    ["sections", /<w:pStyle w:val="(?:Heading2|\w+soverskrift)"\/>/g, /<text:h [^>]*text:outline-level="2"/g],
    ["headers of tables", /<w:tblHeader\/>/g, /<table:table-header-rows>/g],
    ["tables", /<w:tbl>/g, /<table:table [^>]*>/g],
    ["notes", /<w:footnoteReference /g, /<text:note [^>]*text:note-class="footnote"/g],
    ["contents", /<w:docPartObj>/g, /<text:table-of-content /g],
  ]) {
    const [wanted, found] = [count(written, ours), count(body, theirs)];
    if (wanted !== found) throw new Error(`${what}: ${found} instead of ${wanted}`);
  }
  const marks = new Set([...body.matchAll(/<text:bookmark(?:-start)? [^>]*text:name="([^"]*)"/g)].map(([, name]) => name));
  for (const [, to] of body.matchAll(/xlink:href="#([^"]*)"/g))
    if (!marks.has(to)) throw new Error(`a link leads to »${to}«, which is nowhere`);
  if (!/fo:language="da" fo:country="DK"/.test(read)) throw new Error("it is not in Danish");
  if (!/<dc:title>[^<]/.test(read)) throw new Error("it has no title");
} // prettier-ignore

function printed(file) {
  const pdf = readFileSync(file.replace(/docx$/, "pdf"));
  if (!pdf.subarray(0, 5).toString().startsWith("%PDF")) throw new Error("it is no PDF");
}

function counted(file) {
  const text = readFileSync(file.replace(/docx$/, "txt"), "utf8");
  const marks = [...text.matchAll(/^\s*(\w+[.)])\s*(\w)$/gm)].map(([, mark, word]) => `${mark} ${word}`);
  const wanted = ["3. c", "4. d", "7. g", "a) x", "b) y", "8. h", "1) e", "2) f", "c) k"];
  if (marks.join() !== wanted.join()) throw new Error(`${marks.join()} instead of ${wanted.join()}`);
}

function count(text, pattern) {
  return text.match(pattern)?.length ?? 0;
}

/** The words of a piece of XML, where `ends` are the ends of words. */
function wordsOf(xml, ends) {
  const text = xml.replace(ends, " ").replace(/<[^>]*>/g, "").replace(/&#?\w+;/g, " ");
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
} // prettier-ignore

/** The first word that is not in the others behind those before it; null where all are there in order. */
function missingWord(wanted, words) {
  let at = 0;
  for (const word of wanted) {
    while (at < words.length && words[at] !== word) at++;
    if (at >= words.length) return word;
    at++;
  }
  return null;
}
