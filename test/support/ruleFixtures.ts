import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A finding that a fixture expects: lines count from 0, columns in UTF-16 units. */
export interface Expected {
  readonly rule: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export interface RuleCase {
  readonly rule: string;
  readonly name: string;
  /** The findings of every rule are compared, not only of the fixture's own. */
  readonly allRules: boolean;
  readonly text: string;
  readonly expected: readonly Expected[];
  /** The document after the rule's fixes, where one answer is right. */
  readonly fixed: string | null;
}

const annotation = /^( *)(\^+) ([a-z-]+)$/;

/** Reads `<rule-id>.fixture` of a folder: the format is told in test/fixtures/rules/README.md. */
export function readRuleFixtures(folder: string): RuleCase[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".fixture"))
    .sort()
    .flatMap((name) => readCases(name.replace(/\.fixture$/, ""), readFileSync(join(folder, name), "utf8")));
}

function readCases(rule: string, content: string): RuleCase[] {
  const cases: RuleCase[] = [];
  for (const part of content.split(/^=== /m).slice(1)) {
    const newline = part.indexOf("\n");
    const name = part.slice(0, newline);
    const [marked = "", fixed] = part.slice(newline + 1).split(/^--- fixed\n/m);
    const { text, expected } = readMarked(marked);
    cases.push({ rule, name, allRules: name.endsWith(" (all rules)"), text, expected, fixed: fixed ?? null });
  }
  return cases;
}

/** Takes the caret lines out of a marked text. */
export function readMarked(marked: string): { text: string; expected: Expected[] } {
  const lines: string[] = [];
  const expected: Expected[] = [];
  for (const line of marked.replace(/\n$/, "").split("\n")) {
    const match = annotation.exec(line);
    if (match) {
      const start = match[1]?.length ?? 0;
      expected.push({
        rule: match[3] ?? "",
        line: lines.length - 1,
        start,
        end: start + (match[2]?.length ?? 0),
      });
    } else {
      lines.push(line);
    }
  }
  return { text: lines.join("\n") + "\n", expected };
}
