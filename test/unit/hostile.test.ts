import assert from "node:assert/strict";
import { attachmentCitationsIn } from "../../server/src/model/attachmentCitations.ts";
import { acceptedName, comparableName } from "../../server/src/model/fileName.ts";
import { pageBreaksIn } from "../../server/src/model/pageBreaks.ts";
import { personMentions, personNamesIn } from "../../server/src/model/people.ts";
import { defaultProfile } from "../../server/src/model/profile.ts";
import { plainDocument } from "../../server/src/model/plainDocument.ts";
import { signsOf } from "../../server/src/model/signs.ts";
import { attachmentsOf } from "../../server/src/model/attachments.ts";
import { fileMentions } from "../../server/src/model/citedAttachments.ts";
import { moveItem } from "../../server/src/edits/moveItem.ts";
import { updateContents } from "../../server/src/edits/updateContents.ts";
import { isRefused } from "../../server/src/edits/result.ts";
import { completionsAt } from "../../server/src/features/completion/completion.ts";
import { bodyNameOf } from "../../server/src/features/bodies.ts";
import { formattingOf } from "../../server/src/features/formatting.ts";
import { foldingOf } from "../../server/src/features/folding.ts";
import { knownPersons } from "../../server/src/features/names.ts";
import { targetAt } from "../../server/src/features/targets.ts";
import { obstacles } from "../../server/src/publishing/gate.ts";
import { withChanges } from "../../server/src/publishing/changes/changes.ts";
import { render } from "../../server/src/publishing/render.ts";
import { Checker, documentContext, type Finding } from "../../server/src/rules/check.ts";
import { fixesOfKind } from "../../server/src/rules/fixes.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

const many = 100_000;
const today = { year: 2026, month: 3, day: 2 };
/** V8 takes some 120,000 arguments of a call. */
const tooMany = 150_000;
const blanks = " ".repeat(many);
const section = (heading: string, text: string): string => `Punkt 1: Ny sag\n\n${heading}\n${text}\n`;

/** Texts that overran the stack, or that took from twenty seconds to more than a lifetime. */
const texts: Readonly<Record<string, string>> = {
  "blank lines before the journal number": `Punkt 1: A\n${"\n".repeat(130_000)}23/1493\n`,
  "names without end that are to do something": section(
    "Beslutning",
    `Det blev aftalt, at ${"Anna og ".repeat(20_000)}Bo undersøger sagen.`,
  ),
  "hyphens in the word behind a page break": `Punkt 1: A\n\nTeksten er brudt over og\n\na${"-".repeat(200)}X går den videre.\n`,
  "blanks in a title line": `REFERAT Udvalget${" ".repeat(5900)}x\n`,
  "blanks in an item's title": `Punkt 1: a${blanks}b${blanks}LUKKET\n`,
  "blanks in a list of names": section("Fraværende", `Bo Lind${blanks}x`),
  "blanks in the place of the meeting": `Mødested Rådhuset${blanks}x\n`,
  "blanks in what is to be done": section("Opfølgning", `- Anna: skriver${blanks}x (senest 1. april 2026)${blanks}.`),
  "full stops in a title": `Punkt 1: a${".".repeat(many)}x\n`,
  "one long word": `Punkt 1: A\n\n${"a".repeat(many)} og\n\n${"b".repeat(many)} c.\n`,
  "comments, one a line": `Punkt 1: A\n\n${"<!-- a -->\n".repeat(150_000)}`,
  "comments in a list": section("Opfølgning", "- a <!-- b -->\n".repeat(60_000)),
  "dates in what is to be done": section("Opfølgning", `- ${"4. marts 2026 ".repeat(40_000)}`),
  "sections of attachments, and citations": section("Bilag", "jf. bilag 1.2\nBilag\n".repeat(60_000)),
  "brackets in a list of participants": `Mødedeltagere Bo Lind og Bo ${"(".repeat(2 * many)}\u2028x\n`,
}; // prettier-ignore

describe("hostile texts", () => {
  for (const [what, text] of Object.entries(texts)) {
    it(`of ${what} are read`, () => {
      const document = ReferatDocument.parse(text);
      assert.equal(document.getText(), text);
      plainDocument(document);
      const names = personNamesIn(document);
      for (const chunk of document.chunks) {
        signsOf(chunk);
        personMentions(chunk, names);
        if (chunk.kind !== "item") continue;
        pageBreaksIn(chunk);
        attachmentCitationsIn(chunk);
      }
    });
  }

  it("of blanks in the name of a file are mended", () => {
    assert.equal(acceptedName(`a${blanks}:${blanks}b${blanks}.pdf`), "a - b.pdf");
  });

  /** What is asked of a document besides: each of it took minutes, or failed. */
  const asked: Readonly<Record<string, () => void>> = {
    "names of a thousand words are no names": () => {
      const name = `Anna${" Bo".repeat(5000)}`;
      const document = ReferatDocument.parse(
        `REFERAT Udvalget${" for Alt".repeat(2000)} d. 04-03-2026\n\nMødedeltagere ${name}, A\n\nReferent ${name}\n\nPunkt 1: A\n\n${name} sagde.\n`,
      );
      assert.deepEqual(knownPersons(document), []);
      assert.equal(bodyNameOf(document), null);
      for (const at of [5000, 30_000, document.getText().length - 9]) targetAt(document, at);
    },
    "entries of a list fold, each with what stands under it": () => {
      const entries = Array.from({ length: 200_000 }, (_, index) => `${" ".repeat(2 * (index % 3))}- a\n`);
      assert.ok(foldingOf(ReferatDocument.parse(`Punkt 1: A\n\n${entries.join("")}`)).length > 60_000);
    },
    "blanks in a decision are no unanswered number": () => {
      const document = ReferatDocument.parse(section("Beslutning", `1. Godkendt.\n2.\nx${blanks}${blanks}x`));
      assert.ok(checked(document).some(({ rule }) => rule.id === "placeholder"));
    },
    "files are found where they are named, each in its place": () => {
      const names = Array.from({ length: 20_000 }, (_, index) => `Plan ${index} for havnen.pdf`);
      const text = `Punkt 1: A\n\nBilag\n${names.join("\n")}\n\nResumé\n${names.join("\n")}\n`;
      const item = ReferatDocument.parse(text).items[0];
      assert.ok(item);
      for (const attachment of attachmentsOf(item)) assert.equal(fileMentions(item, attachment).length, 1);
    },
    "files of closed items are found in open ones": () => {
      const names = Array.from({ length: 4000 }, (_, index) => `Personalesag ${index} om en ansat.pdf`);
      const document = ReferatDocument.parse(
        `Punkt 1: Lukket punkt: A\n\nBilag\n${names.join("\n")}\n\nPunkt 2: B\n\n${names.slice(0, 5).join("\n")}\n${"Ord og flere ord. ".repeat(200_000)}`,
      );
      const found = obstacles(document, checked(document), { public: true });
      assert.equal(found.filter(({ type }) => type === "closedAttachment").length, 5);
    },
    "a name of signs without letters is no name of a file": () => {
      assert.equal(comparableName("\u200b".repeat(5_000_000)), "");
    },
    "one person, listed again and again, is one": () => {
      const document = ReferatDocument.parse(`Mødedeltagere: ${"Anna Holm, ".repeat(100_000)}`);
      assert.ok(checked(document).every(({ rule }) => rule.id !== "person-name"));
    },
    "lists of contents without end are shown, each with its own lines": () => {
      const document = ReferatDocument.parse("Indholdsfortegnelse\n\nA.....\t3\n".repeat(4000));
      const { head } = render(document, "referat", defaultProfile, { public: true });
      assert.equal(head.filter(({ type }) => type === "contents").length, 4000);
    },
    "one number for all items is renumbered once": () => {
      const item = "Punkt 1: A\n\nSe punkt 1 og bilag 1.2.\n\nBilag\n1.1: a.pdf\n\n";
      const document = ReferatDocument.parse(item.repeat(2000));
      const { count } = fixesOfKind("item-number", checked(document), documentContext(document));
      assert.equal(count, 1);
    },
    "brackets that nothing closes are told of up to a limit, and the server outlives them": () => {
      const document = ReferatDocument.parse(`Mødedeltagere: ${"](".repeat(100_000)}\n`);
      assert.equal(checked(document).filter(({ rule }) => rule.id === "unbalanced").length, 100_000);
    },
    "thousands who were absent, and as many votes": () => {
      const names = Array.from({ length: 12_000 }, (_, index) => `Bo ${nameOf(index)}`);
      const items = names.map((name, index) => `Punkt ${index + 1}: A\n\nAfstemning\nFor stemte: Ib Vang, ${name}\n`);
      const document = ReferatDocument.parse(`Mødedeltagere ${names.join(" (Fravær), ")} (Fravær)\n\n${items.join("\n")}`);
      assert.equal(checked(document).filter(({ rule }) => rule.id === "absence").length, 12_000);
    },
    "thousands who were absent, and that no item lists": () => {
      const names = Array.from({ length: 10_000 }, (_, index) => `Bo ${nameOf(index)}`);
      const item = (number: number): string => `Punkt ${number}: A\n\nBeslutning\nGodkendt.\n\nFraværende Ib Vang\n`;
      const items = Array.from({ length: 500 }, (_, index) => item(index + 1)).join("\n");
      const document = ReferatDocument.parse(`Mødedeltagere ${names.join(" (Fravær), ")} (Fravær)\n\n${items}`);
      const found = checked(document).filter(({ rule }) => rule.id === "absence");
      assert.equal(found.length, 10_000);
    },
    "findings without end give way to others": () => {
      const entries = Array.from({ length: 90_000 }, (_, index) => `Sag ${index}${index % 3 === 0 ? "" : ".....\t3"}\n`);
      const found = checked(ReferatDocument.parse(`Indholdsfortegnelse\n\n${entries.join("")}\nPunkt 1: Sag 0\n`));
      const count = (id: string): number => found.filter(({ rule }) => rule.id === id).length;
      // Of those without a page only the first has an item: of the others just that is told.
      assert.deepEqual([count("toc-item"), count("toc-page")], [89_999, 1]);
    },
    "contents of lines that could be fields": () => {
      const document = ReferatDocument.parse(`Indholdsfortegnelse\n\n${"Referent: valg\n".repeat(40_000)}`);
      assert.ok(checked(document).length > 0);
    },
    "contents without end, each with its participants": () => {
      const text = "Indholdsfortegnelse\n\nMødedeltagere Anna Holm, A, Bo Lind\n".repeat(10_000);
      assert.ok(checked(ReferatDocument.parse(text)).length > 0);
    },
    "what is offered behind a hundred thousand decisions": () => {
      const text = `Punkt 1: A\n\n${"Beslutning\nGodkendt.\n\n".repeat(many)}`;
      const context = { fileKind: "referat", filesBeside: null, around: null, today, found: () => [], profile: defaultProfile } as const;
      const offered = completionsAt(ReferatDocument.parse(text), text.length, context);
      assert.ok(offered.length > 0);
    },
    "comments hide no heading where no words follow": () => {
      const document = ReferatDocument.parse(`Punkt 1: A\n\na\n\n${"<!-- a -->\n".repeat(100_000)}`);
      assert.deepEqual(obstacles(document, [], { public: true }), []);
    },
    "comments without end stand between two items that are exchanged": () => {
      const document = ReferatDocument.parse(`Punkt 1: A\n\na\n\n${"<!-- a -->\n".repeat(100_000)}Punkt 2: B\n\nb\n`);
      assert.ok(!isRefused(moveItem(document, 0, 1)));
    },
    "more entries than a call takes arguments are set straight": () => {
      const document = ReferatDocument.parse(`Punkt 1: A\n\n${"  - a\n".repeat(tooMany)}`);
      assert.equal(formattingOf(document).length, tooMany);
    },
    "thousands of items are missing in the contents": () => {
      const text = `Indholdsfortegnelse\n\nA\t1\n\n${"Punkt 1: A\n".repeat(9000)}`;
      const updated = updateContents(ReferatDocument.parse(text));
      assert.ok(!isRefused(updated));
      assert.equal(updated.edits.length, 8999);
    },
    "thousands of items, all in the contents, lack the same sections": () => {
      const titles = Array.from({ length: 6000 }, (_, index) => `Sag ${index}`);
      const contents = titles.map((title) => `${title}.....\t3`).join("\n");
      const items = titles.map((title, index) => `Punkt ${index + 1}: ${title}\n\nBeslutning\nJa.\n`).join("\n");
      const document = ReferatDocument.parse(`Indholdsfortegnelse\n\n${contents}\n\n${items}`);
      const updated = updateContents(document);
      assert.ok(!isRefused(updated) && updated.edits.length === 0);
      const { count } = fixesOfKind("missing-section", checked(document), documentContext(document));
      assert.equal(count, 12_000);
    },
    "more paragraphs than a call takes arguments are compared": () => {
      const text = `Punkt 1: A\n\n${"a\n\n".repeat(tooMany)}`;
      const [before, after] = [text, "Punkt 1: A\n\nb\n"].map((each) =>
        render(ReferatDocument.parse(each), "referat", defaultProfile),
      );
      assert.ok(before && after);
      assert.ok(withChanges(after, before, "").changes);
    },
  }; // prettier-ignore
  for (const [what, ask] of Object.entries(asked)) it(what, ask);
});

/** Another surname for each number. */
function nameOf(index: number): string {
  return `H${[...String(index)].map((digit) => "abcdefghij"[Number(digit)] ?? "").join("")}sen`;
}

function checked(document: ReferatDocument): Finding[] {
  return new Checker().check(document);
}
