import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../scripts/setup.mjs";

const hostile = `REFERAT <script>alert(1)</script> d. 04-03-2026

Mødested <img src="https://a.example/x.png" onerror="alert(1)">

Punkt 1: <svg onload=alert(1)>

[klik](javascript:alert(1)) <iframe src="https://a.example"></iframe>

Baggrund

Ord[1] og ord[1].

[1] </style><script>alert(2)</script>

\tA\tB
x\t1\t2

1. a
   a) b
      - c

7. d
`;

/** What is looked at: the examples, odd documents, and the real ones where they lie beside the project. */
export const documents = [
  ...folder(path.join(root, "examples")),
  ...folder(path.join(root, "../shared/corpus")),
  one("examples for everybody", example("kultur-og-fritidsudvalget-2026-03-04.referat"), ["--public"]),
  one("an approved one", example("kultur-og-fritidsudvalget-2026-03-04.referat"), ["--state", "godkendt"]),
  one("hostile", hostile, ["--state", "kladde"]),
  one("empty", "", ["--state", "til-godkendelse"]),
  one("without items", "Kære alle\n\nHer er intet punkt.\n"),
  one("a long title", `REFERAT ${"Udvalget ".repeat(500)}d. 04-03-2026\n\nPunkt 1: ${"Ord".repeat(1700)}\n\nTekst.\n`),
  one("a wide table", `Punkt 1: Tal\n\n${"Kolonne\t".repeat(199)}Sidst\n${"1\t".repeat(199)}2\n`),
]; // prettier-ignore

function one(name, text, options = []) {
  return { name, text, options };
}

function folder(at) {
  const names = existsSync(at) ? readdirSync(at).filter((name) => /\.(?:referat|dagsorden)$/.test(name)) : [];
  return names.map((name) => one(name, readFileSync(path.join(at, name), "utf8")));
}

function example(name) {
  return readFileSync(path.join(root, "examples", name), "utf8");
}
