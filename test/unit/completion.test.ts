import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { completionsAt } from "../../server/src/features/completion/completion.ts";
import type { CompletionContext } from "../../server/src/features/completion/caret.ts";
import { type Completion, plainTextOf, previewOf } from "../../server/src/features/completion/entries.ts";
import { ruleSummaries } from "../../server/src/features/completion/ruleSummaries.ts";
import { readOutcomes } from "../../server/src/model/outcomes.ts";
import { defaultProfile, type Profile } from "../../server/src/model/profile.ts";
import { slotStyleForm } from "../../server/src/model/slotStyle.ts";
import { Checker } from "../../server/src/rules/check.ts";
import { ruleIds } from "../../server/src/rules/registry.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { archiveOf } from "../support/archive.ts";
import { vocabularyWith } from "../../server/src/syntax/vocabulary.ts";

/** In the examples `¦` is the caret, and `…` in what is written a place to fill in. */

interface Options extends Partial<Omit<CompletionContext, "profile">> {
  readonly profile?: Partial<Profile>;
  readonly trigger?: string;
}

function caretIn(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf("¦");
  assert.notEqual(offset, -1, "the caret is missing");
  assert.equal(marked.indexOf("¦", offset + 1), -1, "there is one caret");
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

function contextOf({ profile, ...options }: Options = {}): CompletionContext {
  return {
    fileKind: "referat",
    filesBeside: null,
    around: null,
    today: { year: 2026, month: 3, day: 2 },
    found: () => [],
    ...options,
    profile: { ...defaultProfile, ...profile },
  };
}

function offered(marked: string, options: Options = {}): Completion[] {
  const { text, offset } = caretIn(marked);
  return completionsAt(ReferatDocument.parse(text), offset, contextOf(options), options.trigger ?? null);
}

function labels(marked: string, options: Options = {}): string[] {
  return offered(marked, options).map(({ label }) => label);
}

/** The line or lines that come of an entry; the rest of the document stays. */
function written(marked: string, label: string, options: Options = {}): string {
  const { text, offset } = caretIn(marked);
  const entry = offered(marked, options).find((each) => each.label === label);
  assert.ok(entry, `»${label}« is not among\n${labels(marked, options).join("\n")}`);
  assert.ok(entry.span.start <= offset && offset <= entry.span.end, "the range holds the caret");
  const before = text.slice(0, entry.span.start);
  const after = text.slice(entry.span.end);
  const from = before.lastIndexOf("\n") + 1;
  const end = after.search(/\n|$/);
  return before.slice(from) + previewOf(entry.text) + after.slice(0, end);
}

const head = `REFERAT Kulturudvalget i Sandby d. 04-03-2026

Mødedato Onsdag d. 4. marts 2026 kl. 13:00-15:00

Mødedeltagere Karen Høst, A, Bent Kjær, V, Åse Lund, A, Karl Holm, Sandby Kommune (Fravær)
`;

const welcome = `
Punkt 1: Velkomst (13.00-13.10)

Beslutning i Kulturudvalget den 04-03-2026

Dagsordenen blev godkendt.

Fraværende Karl Holm
`;

const hall = `
Punkt 2: Ny svømmehal (13.10-13.40)

Sagsfremstilling

Hallen er fra 1974.

Indstilling

Direktionen indstiller, at Kulturudvalget:

1. Godkender planen
2. Tager økonomien til efterretning

Beslutning i Kulturudvalget den 04-03-2026

1. Planen blev godkendt.
2. Økonomien blev taget til efterretning.

Bilag

Bilag 2.1: Plan.pdf

Bilag 2.2: Budget.xlsx

Fraværende Karl Holm
`;

const minutes = head + welcome + hall;

describe("completion", () => {
  describe("of a new item", () => {
    it("gives the next number and the time that follows, in the document's own style", () => {
      assert.equal(labels(`${minutes}\n¦`)[0], "Punkt 3:");
      assert.equal(written(`${minutes}\n¦`, "Punkt 3:"), "Punkt 3: … (13.40-14.10)");
      assert.equal(written(`${minutes}\nPun¦`, "Punkt 3:"), "Punkt 3: … (13.40-14.10)");
      assert.equal(written(`${minutes}\nPunkt 3¦`, "Punkt 3:"), "Punkt 3: … (13.40-14.10)");
    });

    const styles: readonly (readonly [string, string, string])[] = [
      ["comma and word", "Punkt 7: Kost, kl. 9.00-9.30\n\nPunkt 8: Hus, kl. 9.30-10.00\n", "Punkt 9: …, kl. 10.00-10.30"],
      ["short hours", "Punkt 7: Kost (kl. 8.00 – 8.30)\n\nPunkt 8: Hus (kl. 8.30 – 9.00)\n", "Punkt 9: … (kl. 9.00 – 9.30)"],
      ["colons", "Punkt 7: Kost (09:00-09:20)\n\nPunkt 8: Hus (09:20-09:40)\n", "Punkt 9: … (09:40-10:00)"],
      ["durations", "Punkt 7: Kost (20 min.)\n\nPunkt 8: Hus (20 min.)\n", "Punkt 9: … (20 min.)"],
      ["none", "Punkt 7: Kost\n\nPunkt 8: Hus\n", "Punkt 9: …"],
      ["few", "Punkt 5: Kost\n\nPunkt 6: Hus\n\nPunkt 7: Vej\n\nPunkt 8: Hav (9.00-9.30)\n", "Punkt 9: …"],
      ["a duration behind a clock time", "Punkt 7: Kost (13.00-13.30)\n\nPunkt 8: Hus (15 min)\n", "Punkt 9: … (13.45-14.15)"],
      ["no known end", "Punkt 7: Kost (13.00-13.30)\n\nPunkt 8: Hus (13.30)\n", "Punkt 9: …"],
      ["what is only written takes no time", "Punkt 7: Kost (13.00-13.30)\n\nPunkt 8: Skriftlig orientering: Tal\n", "Punkt 9: … (13.30-14.00)"],
      ["near midnight", "Punkt 8: Kost (23.00-23.50)\n", "Punkt 9: …"],
    ]; // prettier-ignore
    for (const [name, items, expected] of styles) {
      it(`writes its time as the others: ${name}`, () => {
        assert.equal(written(`REFERAT Rådet d. 04-03-2026\n\n${items}\n¦`, "Punkt 9:"), expected);
      });
    }

    it("follows the profile where it says how times are written", () => {
      const slots = { use: "required" as const, style: slotStyleForm(", kl. tt.mm-tt.mm") };
      assert.equal(written(`${head}\n¦`, "Punkt 1:", { profile: { slots } }), "Punkt 1: …, kl. 13.00-13.30");
      const none = { use: "none" as const, style: null };
      assert.equal(written(`${minutes}\n¦`, "Punkt 3:", { profile: { slots: none } }), "Punkt 3: …");
    });

    it("ends before the next item begins, and with the meeting", () => {
      const next = "\nPunkt 3: Hus (13.50-14.00)\n";
      assert.equal(written(`${minutes}\n¦\n${next}`, "Punkt 3:"), "Punkt 3: … (13.40-13.50)");
      const late = minutes.replace("13.10-13.40", "13.10-14.50");
      assert.equal(written(`${late}\n¦`, "Punkt 3: Eventuelt"), "Punkt 3: Eventuelt (14.50-15.00)");
    });

    it("fills a gap between two items with a pause first", () => {
      const marked = `${minutes}\n¦\n\nPunkt 3: Hus (13.50-14.00)\n`;
      assert.equal(labels(marked)[0], "PAUSE");
      assert.equal(written(marked, "PAUSE"), "PAUSE (13.40-13.50)");
      const coffee = minutes.replace("\nPunkt 2:", "\nKaffepause (13.05-13.10)\n\nPunkt 2:");
      assert.equal(written(`${coffee}\n¦`, "Kaffepause"), "Kaffepause (13.40-13.45)");
    });

    it("has the customary titles that are not there yet, those first that belong here", () => {
      const titles = labels(`${minutes}\n¦`).filter((label) => label.startsWith("Punkt 3: "));
      assert.equal(titles[0], "Punkt 3: Eventuelt");
      assert.ok(!titles.some((title) => title.includes("Velkomst")));
      assert.ok(titles.includes("Punkt 3: Lukket punkt:"));
      const first = labels(`${head}\n¦`).filter((label) => label.startsWith("Punkt 1:"));
      assert.deepEqual(first.slice(0, 3), [
        "Punkt 1: Velkomst",
        "Punkt 1:",
        "Punkt 1: Godkendelse af dagsorden",
      ]);
      const done = `${minutes}\nPunkt 3: Evt. (13.40-13.50)\n\n¦`;
      assert.ok(!labels(done).some((label) => label.includes("Eventuelt")));
    });

    it("says the kind as the document says it", () => {
      const own = minutes.replace("Ny svømmehal", "Drøftelsessag: Ny svømmehal");
      assert.ok(labels(`${own}\n¦`).includes("Punkt 3: Drøftelsessag:"));
    });

    it("is offered between items only, never in the middle of one", () => {
      const marked = minutes.replace("Hallen er fra 1974.", "Hallen er fra 1974.\n\n¦");
      assert.ok(!labels(marked).some((label) => label.startsWith("Punkt")));
    });

    it("completes the title behind the number, and the time behind the title", () => {
      const at = (title: string): string => `${minutes}\nPunkt 3: ${title}`;
      assert.equal(
        written(at("Ev¦"), "Eventuelt"),
        "Punkt 3: Eventuelt (13.40-13.50)".replace("13.50", "13.50"),
      );
      assert.equal(written(at("Ny hal¦"), "(13.40-14.10)"), "Punkt 3: Ny hal (13.40-14.10)");
      assert.equal(written(at("Ny hal ¦"), "(13.40-14.10)"), "Punkt 3: Ny hal (13.40-14.10)");
      assert.equal(written(at("Ny hal (13¦"), "(13.40-14.10)"), "Punkt 3: Ny hal (13.40-14.10)");
      assert.equal(written(at("Ny hal (¦)"), "(13.40-14.10)"), "Punkt 3: Ny hal (13.40-14.10)");
      assert.equal(written(at("Ny hal, kl. 13.4¦"), "(13.40-14.10)"), "Punkt 3: Ny hal (13.40-14.10)");
      assert.deepEqual(labels(at("Ny hal (13.40-14.00)¦")), []);
      assert.deepEqual(labels(at("Ny ¦hal")), []);
    });

    it("is written as the document writes its headings", () => {
      const text = `${head}\nPUNKT 47: KOST (13.00-13.10)\n\nPUNKT 48: HAVNEN (13.10-13.20)\n\n¦\n`;
      assert.ok(labels(text).includes("PUNKT 49:"));
      assert.ok(labels(text).includes("PUNKT 49: EVENTUELT"));
    });

    it("counts on through the year, and goes before the first", () => {
      const year = minutes.replace("Punkt 1:", "Punkt 41:").replace("Punkt 2:", "Punkt 42:");
      assert.equal(labels(`${year}\n¦`)[0], "Punkt 43:");
      assert.ok(labels(`${head}\n¦\n${hall}`).includes("Punkt 2:"));
    });
  });

  describe("of sections", () => {
    const item = `${minutes}\nPunkt 3: Nyt hus (13.40-14.10)\n`;
    const sections = (marked: string, options: Options = {}): string[] =>
      offered(marked, options).flatMap(({ kind, label }) => (kind === "section" ? [label] : []));

    it("are those that the item lacks, in order, what is customary here first", () => {
      assert.deepEqual(sections(`${item}\n¦`).slice(0, 5), [
        "Sagsfremstilling",
        "Indstilling",
        "Beslutning i Kulturudvalget den 04-03-2026",
        "Bilag",
        "Fraværende",
      ]);
      assert.ok(labels(`${item}\n¦`).indexOf("Sagsfremstilling") < labels(`${item}\n¦`).indexOf("Punkt 4:"));
      assert.deepEqual(sections(`${item}\nSagsfremstilling\n\nTekst.\n\n¦`).slice(0, 2), [
        "Indstilling",
        "Beslutning i Kulturudvalget den 04-03-2026",
      ]);
      assert.ok(!sections(`${item}\nSagsfremstilling\n\nTekst.\n\n¦`).includes("Sagsfremstilling"));
    });

    it("come with their customary sentences", () => {
      assert.equal(
        written(`${item}\nInd¦`, "Indstilling"),
        "Indstilling\n\nDirektionen indstiller, at Kulturudvalget:\n\n1. …",
      );
      assert.equal(
        written(`${item}\nBesl¦`, "Beslutning i Kulturudvalget den 04-03-2026"),
        "Beslutning i Kulturudvalget den 04-03-2026\n\n…",
      );
      assert.equal(written(`${item}\nBil¦`, "Bilag"), "Bilag\n\nBilag 3.1: …");
      assert.equal(written(`${item}\n¦`, "Fraværende"), "Fraværende Karl Holm");
      assert.equal(
        written(`${item}\n¦`, "Afstemning"),
        "Afstemning\n\nFor stemte: …\n\nImod stemte: …\n\nUndlod at stemme: …",
      );
    });

    it("name the absent as the other items do", () => {
      const below = item.replaceAll("Fraværende Karl Holm", "Afbud:\n\nKarl Holm");
      assert.equal(written(`${below}\n¦`, "Afbud:"), "Afbud:\n\nKarl Holm");
    });

    it("are written as the document or the profile writes headings", () => {
      const upper = item.replaceAll("\nSagsfremstilling", "\nSAGSFREMSTILLING:").replaceAll("\nIndstilling", "\nINDSTILLING:").replaceAll("\nBilag\n", "\nBILAG:\n"); // prettier-ignore
      assert.ok(sections(`${upper}\n¦`).includes("INDSTILLING:"));
      assert.ok(sections(`${upper}\n¦`).includes("ØKONOMI:"));
      assert.ok(
        sections(`${item}\n¦`, { profile: { headingStyle: "UPPERCASE" } }).includes("SAGSFREMSTILLING"),
      );
      const decisionHeading = "Beslutning fra {organ} d. {dato}";
      assert.ok(
        sections(`${item}\n¦`, { profile: { decisionHeading } }).includes(
          "Beslutning fra Kulturudvalget i Sandby d. 04-03-2026",
        ),
      );
      const close = `REFERAT Rådet d. 04-03-2026\n\nPunkt 1: A\n\nResumé\nTekst.\n\nSagsfremstilling\nTekst.\n\nPunkt 2: B\n\n¦`;
      assert.equal(written(close, "Indstilling"), "Indstilling\nDet indstilles, at Rådet:\n1. …");
    });

    it("follow the profile's order and its own sections", () => {
      const vocabulary = vocabularyWith({
        sections: [{ id: "sundhed", headings: ["Sundhedsmæssige konsekvenser"] }],
      });
      const profile = { order: ["resume", "sundhed", "indstilling"] };
      const { text, offset } = caretIn(`${head}\nPunkt 1: A\n\n¦`);
      const found = completionsAt(ReferatDocument.parse(text, vocabulary), offset, contextOf({ profile }));
      assert.deepEqual(found.flatMap(({ kind, label }) => (kind === "section" ? [label] : [])).slice(0, 3), [
        "Resumé",
        "Sundhedsmæssige konsekvenser",
        "Indstilling",
      ]);
    });

    it("of the meeting itself are not in an agenda, and a pause has none", () => {
      const agenda = item.replace("REFERAT", "DAGSORDEN");
      assert.ok(!sections(`${agenda}\n¦`).some((label) => /Beslutning|Afstemning|Fraværende/.test(label)));
      assert.deepEqual(sections(`${minutes}\nPAUSE (13.40-13.50)\n\n¦\n\nPunkt 3: Hus\n`), []);
    });

    it("stay behind the next item where an agenda is headings alone", () => {
      const agenda = "DAGSORDEN Rådet d. 04-03-2026\n\nPunkt 1: Hus\n\nPunkt 2: Have\n\n¦";
      assert.equal(labels(agenda)[0], "Punkt 3:");
    });

    it("come first where headings alone are filled in: there is no room for another item", () => {
      const between = (next: string): string | undefined =>
        labels(`DAGSORDEN Rådet d. 04-03-2026\n\nPunkt 1: Hus\n\n¦\n\n${next}\n\nPunkt 4: Eventuelt\n`)[0];
      assert.equal(between("Punkt 2: Have"), "Sagsfremstilling");
      assert.equal(between("Punkt 3: Have"), "Punkt 2:");
      const last =
        "DAGSORDEN Rådet d. 04-03-2026\n\nPunkt 1: Hus\n\nSagsfremstilling\n\nA.\n\nPunkt 2: Sag\n\n¦";
      assert.deepEqual(labels(last).slice(0, 3), ["Sagsfremstilling", "Indstilling", "Punkt 3:"]);
    });
  });

  describe("of what most items have", () => {
    const cases = (count: number, sections: (index: number) => string): string =>
      Array.from({ length: count }, (_, at) => `\nPunkt ${at + 1}: Sag ${at + 1}\n\n${sections(at)}`).join(
        "",
      );
    const section = (name: string): string => `${name}\n\nTekst.\n\n`;

    it("puts a section that one of many has behind those that all have", () => {
      const text = `${head}${cases(4, (at) => (at === 1 ? section("Resumé") + section("Høring") : "") + section("Sagsfremstilling") + section("Indstilling"))}\nPunkt 5: Ny sag\n\n¦\n`;
      const offers = labels(text);
      assert.deepEqual(offers.slice(0, 2), ["Sagsfremstilling", "Indstilling"]);
      assert.ok(offers.includes("Resumé") && offers.includes("Høring"));
    });

    it("begins the first case with what a case has", () => {
      const offers = labels(`${head}\nPunkt 1: Velkomst\n\nBeslutning\n\nGodt.\n\nPunkt 2: Kost\n\n¦\n`);
      assert.deepEqual(offers.slice(0, 3), ["Sagsfremstilling", "Indstilling", "Beslutning"]);
    });

    it("lists attachments before the decision and behind it where the others do", () => {
      const full = ["Sagsfremstilling", "Indstilling", "BILAG", "Beslutning", "Bilag"].map(section).join("");
      const own = (marked: string): string => `${head}${cases(3, () => full)}\nPunkt 4: Ny sag\n\n${marked}`;
      assert.equal(
        labels(own(["Sagsfremstilling", "Indstilling"].map(section).join("") + "¦\n"))[0]?.toLowerCase(),
        "bilag",
      );
      assert.equal(
        labels(
          own(["Sagsfremstilling", "Indstilling", "BILAG", "Beslutning"].map(section).join("") + "¦\n"),
        )[0]?.toLowerCase(),
        "bilag",
      );
    });

    it("goes on below a list of attachments with the next one, and behind a blank line with what comes next", () => {
      const full = ["Sagsfremstilling", "Bilag", "Fraværende Karl Holm"].map(section).join("");
      const own = (marked: string): string =>
        `${head}${cases(3, () => full)}\nPunkt 4: Ny sag\n\n${section("Sagsfremstilling")}Bilag\n\nBilag 4.1: Kort.pdf\n${marked}`;
      assert.equal(labels(own("¦\n"))[0], "Bilag 4.2:");
      assert.equal(labels(own("\n¦\n"))[0], "Fraværende");
    });

    it("has each lead-in of the document, the commonest first", () => {
      const lead = (words: string): string => `Indstilling\n\n${words}\n\n1. Godkender sagen\n\n`;
      const said = ["Direktionen indstiller, at udvalget:", "Det indstilles, at udvalget:"];
      const text = `${head}${cases(3, (at) => lead(said[at === 0 ? 0 : 1] ?? ""))}\nPunkt 4: Ny sag\n\nIndstilling\n\n¦\n`;
      assert.deepEqual(labels(text).slice(0, 2), [...said].reverse());
    });
  });

  describe("of the time between two items", () => {
    const between = (marked: string, next = "Punkt 3"): string =>
      `${head}\nPunkt 1: Velkomst (13.00-13.10)\n\n${marked}\n\n${next}: Havnen (13.40-14.00)\n`;

    it("is a case's where a number is missing, and all of it", () => {
      assert.equal(written(between("¦"), "Punkt 2:"), "Punkt 2: … (13.10-13.40)");
      assert.ok(labels(between("¦")).indexOf("PAUSE") > labels(between("¦")).indexOf("Punkt 2:"));
      assert.equal(written(between("Punkt 2: Kost ¦"), "(13.10-13.40)"), "Punkt 2: Kost (13.10-13.40)");
    });

    it("is no pause where it is long", () => {
      assert.ok(labels(between("¦", "Punkt 2")).indexOf("PAUSE") > labels(between("¦", "Punkt 2")).indexOf("Punkt 2:")); // prettier-ignore
      const short = between("¦", "Punkt 2").replace("(13.40", "(13.25");
      assert.ok(labels(short).indexOf("PAUSE") < labels(short).indexOf("Punkt 2:"));
    });

    it("begins with the meeting behind a welcome that has none", () => {
      const text = `${head}\nPunkt 1: Velkomst\n\nPunkt 2: Kost ¦\n\nPunkt 3: Havnen (13.20-14.00)\n\nPunkt 4: Broen (14.00-14.10)\n`;
      assert.equal(written(text, "(13.00-13.20)"), "Punkt 2: Kost (13.00-13.20)");
    });
  });

  describe("of the head", () => {
    it("gives a blank document its title line", () => {
      assert.deepEqual(labels("¦"), ["REFERAT", "DAGSORDEN"]);
      assert.deepEqual(labels("¦", { fileKind: "dagsorden" }), ["DAGSORDEN", "REFERAT"]);
      assert.equal(written("REF¦", "REFERAT"), "REFERAT … d. 02-03-2026");
    });

    it("gives the title line its day, and its body where the profile names it", () => {
      assert.equal(labels("REFERAT Udvalget d. ¦")[0], "02-03-2026");
      assert.equal(
        labels("REFERAT Udvalget d. ¦\n\nMødedato Onsdag d. 11. marts 2026 kl. 13:00\n")[0],
        "11-03-2026",
      );
      assert.equal(
        written("DAGSORDEN Kul¦", "Kulturudvalget i Sandby", {
          profile: { name: "Kulturudvalget i Sandby" },
        }),
        "DAGSORDEN Kulturudvalget i Sandby d. 02-03-2026",
      );
      assert.deepEqual(labels("REFERAT Ud¦"), []);
    });

    it("has the fields that are missing, with what is known of their values", () => {
      const begun = "REFERAT Rådet d. 04-03-2026\n\n";
      assert.deepEqual(labels(`${begun}¦`).slice(0, 4), [
        "Mødedato Onsdag d. 4. marts 2026",
        "Mødedato Onsdag d. 11. marts 2026",
        "Mødedato Onsdag d. 18. marts 2026",
        "Mødested",
      ]);
      const people = [
        { name: "Anna Holm", affiliation: "A" },
        { name: "Bo Lind", affiliation: null },
      ];
      assert.equal(
        written(`${begun}Mødede¦`, "Mødedeltagere Anna Holm, A, Bo Lind", { profile: { people } }),
        "Mødedeltagere Anna Holm, A, Bo Lind",
      );
      assert.ok(!labels(`${head}\n¦`).some((label) => label.startsWith("Mødedato")));
      assert.ok(labels(`${head}\n¦`).includes("Mødested"));
      assert.ok(labels("REFERAT Rådet d. 04-03-2026\n\nMødested: Salen\n\n¦").includes("Referent:"));
    });

    it("gives Mødedato the title's day, and the same weekday in the weeks to come, but no public holiday", () => {
      const marked = "REFERAT Rådet d. 26-03-2026\n\nMødedato ¦\n\nPunkt 1: Kost (14.00-14.30)\n";
      assert.deepEqual(labels(marked).slice(0, 3), [
        "Torsdag d. 26. marts 2026 kl. 14:00-14:30",
        "Torsdag d. 5. marts 2026 kl. 14:00-14:30",
        "Torsdag d. 12. marts 2026 kl. 14:00-14:30",
      ]);
      const easter = labels(marked, { today: { year: 2026, month: 4, day: 1 } });
      assert.ok(!easter.some((label) => label.includes(" 2. april")));
      assert.deepEqual(
        labels("REFERAT Rådet\n\nMødedato ¦").map((label) => label.slice(0, 9)),
        ["Tirsdag d", "Onsdag d.", "Torsdag d", "Fredag d.", "Mandag d."],
      );
    });

    it("names persons in the fields that hold them", () => {
      const people = [
        { name: "Karen Høst", affiliation: "A" },
        { name: "Ida Bach", affiliation: "Ø" },
      ];
      const more = head.replace("(Fravær)", "(Fravær), ¦");
      assert.equal(offered(more, { profile: { people } })[0]?.label, "Ida Bach");
      assert.ok(written(more, "Ida Bach", { profile: { people } }).endsWith("(Fravær), Ida Bach, Ø"));
      assert.equal(written(`${head}\nReferent K¦`, "Karen Høst"), "Referent Karen Høst");
    });

    it("has contents to begin where there are none", () => {
      assert.ok(labels(`${head}\nInd¦\n${hall}`).includes("Indholdsfortegnelse"));
    });
  });

  describe("of names", () => {
    const absent = (list: string): string =>
      minutes.replace(/Fraværende Karl Holm\n$/, `Fraværende ${list}\n`);

    it("lists the absent, those first that the head says were", () => {
      assert.deepEqual(labels(absent("¦")), ["Karl Holm", "Karen Høst", "Bent Kjær", "Åse Lund"]);
      assert.deepEqual(labels(absent("Karl Holm, ¦")), ["Karen Høst", "Bent Kjær", "Åse Lund"]);
      assert.equal(written(absent("Karl Holm og Be¦"), "Bent Kjær"), "Fraværende Karl Holm og Bent Kjær");
      assert.equal(written(absent("Karen Hø¦"), "Karen Høst"), "Fraværende Karen Høst");
    });

    it("gives affiliations where the other lists do", () => {
      const own = absent("¦").replace("Fraværende Karl Holm", "Fraværende Åse Lund (A)");
      assert.equal(written(own, "Bent Kjær"), "Fraværende Bent Kjær (V)");
      const comma = absent("¦").replace("Fraværende Karl Holm", "Fraværende Åse Lund, A");
      assert.equal(written(comma, "Bent Kjær"), "Fraværende Bent Kjær, V");
      // Somebody whom the head does not know tells nothing of how the others are written.
      const stranger = absent("¦").replace("Fraværende Karl Holm", "Fraværende Ib Ravn (V)");
      assert.equal(written(stranger, "Bent Kjær"), "Fraværende Bent Kjær");
    });

    it("stand below a heading of their own too", () => {
      assert.equal(written(absent("").replace(/Fraværende \n$/, "Afbud:\n\nÅs¦"), "Åse Lund"), "Åse Lund");
    });

    const vote = (lines: string): string =>
      minutes.replace("\nBilag\n", `\nAfstemning\n\n${lines}\n\nBilag\n`);

    it("votes by party and by name, each once, and the absent not at all", () => {
      assert.deepEqual(labels(vote("For stemte: ¦")), [
        "A",
        "V",
        "Karen Høst",
        "Bent Kjær",
        "Åse Lund",
        "Ingen",
      ]);
      assert.deepEqual(labels(vote("For stemte: A\n\nImod stemte: ¦")), ["V", "Karen Høst", "Bent Kjær", "Åse Lund", "Ingen"]); // prettier-ignore
      assert.equal(written(vote("For stemte: A, B¦"), "Bent Kjær"), "For stemte: A, Bent Kjær");
      assert.deepEqual(labels(vote("For stemte: A, ¦"), { trigger: " " }), []);
      // Where the other items vote by name, the names come first; a letter is a party's only where it is one.
      const byName = vote("For stemte: ¦")
        .replace("\nFraværende Karl Holm", "\nAfstemning\n\nFor stemte: Åse Lund\n\nFraværende Karl Holm")
        .replace("Bent Kjær, V", "Bent Kjær, Sandby Kommune");
      assert.deepEqual(labels(byName), ["Karen Høst", "Bent Kjær", "Åse Lund", "A", "Ingen"]);
      assert.ok(labels(vote("¦")).includes("For stemte:"));
      assert.ok(!labels(vote("For stemte: A\n\n¦")).includes("For stemte:"));
    });

    const decided = (text: string): string =>
      minutes.replace("2. Økonomien blev taget til efterretning.", text);

    it("completes a name in a decision once it has begun with a capital", () => {
      assert.equal(
        written(decided("2. Taget til efterretning. Kar¦"), "Karen Høst").slice(-10),
        "Karen Høst",
      );
      assert.equal(written(decided("Formand Karen Hø¦"), "Karen Høst"), "Formand Karen Høst");
      assert.deepEqual(labels(decided("2. Det tog kar¦")), []);
      assert.deepEqual(labels(decided("2. Det tog ¦")), []);
    });
  });

  describe("of a decision", () => {
    const decision = (text: string, from = minutes): string =>
      from.replace("1. Planen blev godkendt.\n2. Økonomien blev taget til efterretning.", text);
    const other = (text: string): string => `${minutes.replace("Dagsordenen blev godkendt.", text)}
Punkt 3: Kost (13.40-14.00)

Indstilling

Det indstilles, at Kulturudvalget:

1. Godkender planen

Beslutning

¦
`;

    it("has an answer to each recommendation first", () => {
      const [first, second] = offered(decision("¦"));
      assert.equal(first && plainTextOf(first.text), "1. Godkendt.\n2. Taget til efterretning."); // prettier-ignore
      assert.equal(second?.label, "Planen blev godkendt. Økonomien blev taget til efterretning.");
      assert.ok(labels(decision("¦")).includes("Indstillingen blev godkendt."));
      assert.equal(labels(decision("1. Godkendt.\n2. ¦"))[0], "Taget til efterretning.");
      assert.equal(written(decision("1. God¦"), "Godkendt."), "1. Godkendt.");
    });

    it("answers in a list or in sentences, as the other decisions do", () => {
      const before = (answer: string): string =>
        `${head}\nPunkt 1: Kost\n\nIndstilling\n\nDet indstilles, at udvalget:\n\n- Godkender menuen\n- Tager status til efterretning\n\nBeslutning\n\n${answer}\n\nPunkt 2: Skilte\n\nIndstilling\n\nDet indstilles, at udvalget:\n\n- Tager status til efterretning\n- Godkender, at arbejdsgruppen nedlægges.\n\nBeslutning\n\n¦\n`;
      assert.equal(
        labels(before("Menuen blev godkendt, og status blev taget til efterretning."))[0],
        "Status blev taget til efterretning. Det blev godkendt, at arbejdsgruppen nedlægges.",
      );
      assert.equal(
        labels(before("1. Menuen blev godkendt.\n2. Status blev taget til efterretning."))[0],
        "1. Status blev taget til efterretning · 2. Det blev godkendt, at arbejdsgruppen nedlægges",
      );
    });

    it("leaves what another body decides to that", () => {
      const text = other("Planen blev godkendt.").replace("1. Godkender planen\n\nBeslutning\n\n¦", "1. Anbefaler planen over for Byrådet\n\nBeslutning\n\n¦"); // prettier-ignore
      assert.equal(labels(text)[0], "Indstillingen anbefales til godkendelse i …");
    });

    it("is said as the document says it", () => {
      assert.equal(labels(other("Godkendt."))[0], "Planen blev godkendt.");
      const short = other("Godkendt.").replace("1. Planen blev godkendt.", "1. Godkendt.");
      assert.equal(labels(short)[0], "Godkendt.");
      const active = other("FSN godkendte dagsordenen.").replace("1. Planen blev godkendt.", "FSN tog planen til efterretning."); // prettier-ignore
      assert.equal(labels(active)[0], "FSN godkendte planen.");
      assert.ok(labels(active).includes("FSN udsatte sagen."));
    });

    it("answers the standing items in their own words", () => {
      const at = (title: string): string => `${minutes}\nPunkt 3: ${title}\n\nBeslutning\n\n¦`;
      assert.equal(labels(at("Godkendelse af dagsorden"))[0], "Dagsordenen blev godkendt.");
      assert.equal(labels(at("Eventuelt"))[0], "Ikke noget til eventuelt.");
      assert.equal(labels(at("Orientering om havnen"))[0], "Orienteringen blev taget til efterretning.");
      assert.equal(labels(at("Drøftelse af havnen"))[0], "Sagen blev drøftet.");
      assert.equal(labels(at("Velkomst v. formanden"))[0], "Formanden bød velkommen.");
      // Without recommendations nothing recommended is adopted.
      assert.deepEqual(labels(at("Kost på afdelingerne")).slice(0, 1), ["Godkendt."]);
    });

    it("comes behind what follows where it has been written already", () => {
      assert.notEqual(offered(decision("Godkendt.\n\n¦"))[0]?.kind, "phrase");
    });

    for (const voice of ["Godkendt.", "Planen blev godkendt.", "Rådet godkendte planen."]) {
      it(`says outcomes that are understood: ${voice}`, () => {
        const marked = other(voice).replace(
          "1. Planen blev godkendt.\n2. Økonomien blev taget til efterretning.",
          voice,
        );
        const outcomes = offered(marked)
          .filter(({ kind }) => kind === "phrase")
          .map(({ text }) =>
            readOutcomes(previewOf(text).replace("…", "Økonomiudvalget")).map(({ outcome }) => outcome),
          );
        assert.deepEqual(outcomes, [
          ["approved"],
          ["noted"],
          ["discussed"],
          ["recommended"],
          ["postponed"],
          ["referred"],
          ["rejected"],
          ["approved"],
        ]);
      });
    }

    it("leaves no recommendation unanswered", () => {
      for (const verbs of [
        ["Godkender planen", "Drøfter processen"],
        ["Tager status til efterretning", "Beslutter næste skridt", "Drøfter og godkender budgettet"],
        ["Orienteres om tallene", "Drøfter og tager planen til efterretning"],
      ]) {
        const list = verbs.map((verb, index) => `${index + 1}. ${verb}`).join("\n");
        const marked = decision("¦").replace(
          "1. Godkender planen\n2. Tager økonomien til efterretning",
          list,
        );
        const { text, offset } = caretIn(marked);
        const [entry] = offered(marked);
        assert.ok(entry);
        const after = text.slice(0, offset) + plainTextOf(entry.text) + text.slice(offset);
        const findings = new Checker().check(ReferatDocument.parse(after));
        assert.deepEqual(
          findings.filter(({ rule }) => rule.id === "recommendation-answered"),
          [],
          after,
        );
      }
    });
  });

  describe("of attachments", () => {
    const listed = (line: string): string =>
      minutes.replace("Bilag 2.2: Budget.xlsx\n", `Bilag 2.2: Budget.xlsx\n\n${line}\n`);
    const filesBeside = [
      "Plan.pdf",
      "budget.XLSX",
      "Kort.pdf",
      "Bilag 2.3 Støj.pdf",
      "møde.referat",
      "referat.json",
      ".skjult",
    ];

    it("has the next number in the document's style, and the files that are not listed yet", () => {
      assert.deepEqual(labels(listed("¦"), { filesBeside }).slice(0, 3), [
        "Bilag 2.3:",
        "Bilag 2.3 Støj.pdf",
        "Kort.pdf",
      ]);
      assert.equal(written(listed("Bi¦"), "Bilag 2.3:"), "Bilag 2.3: …");
      assert.equal(written(listed("¦"), "Kort.pdf", { filesBeside }), "Bilag 2.3: Kort.pdf");
      assert.equal(written(listed("¦"), "Bilag 2.3 Støj.pdf", { filesBeside }), "Bilag 2.3: Støj.pdf");
      assert.equal(written(listed("Bilag 2.3: Ko¦"), "Kort.pdf", { filesBeside }), "Bilag 2.3: Kort.pdf");
      assert.ok(
        !labels(listed("¦"), { filesBeside }).some((label) => /Plan|udget|referat|skjult/i.test(label)),
      );
    });

    const styles: readonly (readonly [string, string, string])[] = [
      ["a number alone", "3.1: Plan.pdf", "3.2:"],
      ["an underscore", "Bilag 3.1_ Plan.pdf", "Bilag 3.2_"],
      ["a bullet", "- Bilag 3.1: Plan.pdf", "Bilag 3.2:"],
      ["one number", "Bilag 1: Plan.pdf", "Bilag 2:"],
    ];
    for (const [name, line, expected] of styles) {
      it(`numbers like the others: ${name}`, () => {
        const mark = line.startsWith("- ") ? "- " : "";
        assert.equal(labels(`${head}\nPunkt 3: A\n\nBilag\n\n${line}\n${mark}¦`)[0], expected);
      });
    }

    it("numbers none where none is numbered", () => {
      const marked = `${head}\nPunkt 3: A\n\nBilag\n\nPlan.pdf\n\n¦`;
      assert.equal(written(marked, "Kort.pdf", { filesBeside }), "Kort.pdf");
      assert.ok(!labels(marked).some((label) => label.startsWith("Bilag 3")));
    });
  });

  describe("of references", () => {
    const text = (words: string): string =>
      minutes.replace("Hallen er fra 1974.", `Hallen er fra 1974, ${words}`);

    it("has the meetings whose documents lie beside: the last one first, then this one", () => {
      const filesBeside = ["ku-2026-02-04.referat", "ku-2026-01-07.referat", "ku-2026-04-08.dagsorden", "Kort 2025-01-01.pdf"]; // prettier-ignore
      const text = (words: string): string => `${minutes}\nPunkt 3: Kost\n\nSagsfremstilling\n\n${words}`;
      assert.deepEqual(labels(text("Aftalt på mødet den ¦"), { filesBeside }), [
        "4. februar 2026",
        "4. marts 2026",
        "7. januar 2026",
        "8. april 2026",
      ]);
      assert.equal(
        written(text("Referat af mødet d. 7. j¦"), "7. januar 2026", { filesBeside }),
        "Referat af mødet d. 7. januar 2026",
      );
      assert.deepEqual(labels(text("Fristen er den ¦"), { filesBeside }), []);
    });

    it("has the meetings of the body that is named before the caret, and its own where none is, from all documents", () => {
      const archive = archiveOf({
        "file:///arkiv/sk-2026-02-11.referat": `REFERAT Skoleudvalget i Sandby d. 11-02-2026\n\nPunkt 1: A\n`,
        "file:///arkiv/ku-2026-02-04.referat": `REFERAT Kulturudvalget i Sandby d. 04-02-2026\n\nPunkt 1: A\n`,
        "file:///arkiv/ku-2026-03-04.referat": minutes,
      });
      const around = { archive, uri: "file:///arkiv/ku-2026-03-04.referat" };
      const text = (words: string): string => `${minutes}\nPunkt 3: Kost\n\nSagsfremstilling\n\n${words}`;
      assert.deepEqual(labels(text("Aftalt på mødet i Skoleudvalget i Sandby den ¦"), { around }), ["11. februar 2026"]);
      assert.deepEqual(labels(text("Aftalt på Skoleudvalget i Sandbys møde den ¦"), { around }), ["11. februar 2026"]);
      assert.deepEqual(labels(text("Aftalt på mødet i hallen den ¦"), { around }), []);
      assert.deepEqual(labels(text("Aftalt på mødet den ¦"), { around }), ["4. februar 2026", "4. marts 2026"]);
    }); // prettier-ignore

    it("has the items behind punkt, and the attachments behind bilag", () => {
      assert.deepEqual(labels(text("jf. punkt ¦")), ["1 Velkomst"]);
      assert.ok(written(text("jf. pkt. 1¦"), "1 Velkomst").endsWith("jf. pkt. 1"));
      assert.deepEqual(labels(text("se bilag ¦")), ["2.1 Plan.pdf", "2.2 Budget.xlsx"]);
      assert.ok(written(text("se bilag 2.1 og 2¦."), "2.2 Budget.xlsx").endsWith("se bilag 2.1 og 2.2."));
      assert.deepEqual(labels(text("et standpunkt ¦")), []);
    });
  });

  describe("of actions", () => {
    const action = (line: string): string =>
      minutes.replace(
        "\nBilag\n",
        `\nOpfølgning\n\n- Forvaltningen: ringer (senest 1. juni 2026)\n${line}\n\nBilag\n`,
      );

    it("begins with who is to act", () => {
      assert.deepEqual(labels(action("- ¦")).slice(0, 2), ["Forvaltningen", "Karen Høst"]);
      assert.equal(written(action("- For¦"), "Forvaltningen"), "- Forvaltningen: … (senest 18. marts 2026)");
      assert.equal(written(action("¦"), "Karen Høst"), "- Karen Høst: … (senest 18. marts 2026)");
    });

    it("ends with a deadline", () => {
      assert.equal(
        written(action("- Åse Lund: ringer ¦"), "(senest 18. marts 2026)"),
        "- Åse Lund: ringer (senest 18. marts 2026)",
      );
      assert.equal(
        written(action("- Åse Lund: ringer (¦)"), "(senest 18. marts 2026)"),
        "- Åse Lund: ringer (senest 18. marts 2026)",
      );
      assert.equal(
        written(action("- Åse Lund: ringer (senest 1¦"), "18. marts 2026"),
        "- Åse Lund: ringer (senest 18. marts 2026",
      );
    });
  });

  describe("of recommendations", () => {
    it("begins an empty section with its lead-in, and an entry with its verb", () => {
      const marked = `${minutes}\nPunkt 3: Hus\n\nIndstilling\n\n¦`;
      assert.equal(
        written(marked, "Direktionen indstiller, at Kulturudvalget:"),
        "Direktionen indstiller, at Kulturudvalget:\n\n1. …",
      );
      const entry = minutes.replace("2. Tager økonomien til efterretning", "2. Ta¦");
      assert.equal(written(entry, "Tager … til efterretning"), "2. Tager orienteringen til efterretning");
    });

    it("begins with the verb of the kind of item", () => {
      const first = (title: string): string | undefined =>
        labels(`${minutes}\nPunkt 3: ${title}\n\nIndstilling\n\nDet indstilles:\n\n1. ¦`)[0];
      assert.equal(first("Hus"), "Godkender");
      assert.equal(first("Orientering om huset"), "Tager … til efterretning");
      assert.equal(first("Drøftelse af huset"), "Drøfter");
      assert.equal(first("Lukket punkt: Drøftelse af huset"), "Drøfter");
    });
  });

  describe("of contents", () => {
    const contents = (lines: string): string => `${head}\nIndholdsfortegnelse\n\n${lines}\n${welcome}${hall}`;

    it("has the headings that are missing, with leader and page", () => {
      assert.deepEqual(labels(contents("Velkomst (13.00-13.10).....\t2\n¦")), [
        "Ny svømmehal (13.10-13.40).....\t3",
      ]);
      assert.equal(
        written(contents("Velkomst (13.00-13.10) ... 2\nNy¦"), "Ny svømmehal (13.10-13.40) ... 3"),
        "Ny svømmehal (13.10-13.40) ... 3",
      );
      assert.equal(
        written(contents("¦"), "Velkomst … (2 linjer)"),
        "Velkomst (13.00-13.10).....\t1\nNy svømmehal (13.10-13.40).....\t2",
      );
    });

    it("writes them as the lines that are there: with numbers or without times", () => {
      assert.deepEqual(labels(contents("Punkt 1: Velkomst ... 2\n¦")), ["Punkt 2: Ny svømmehal ... 3"]);
      assert.deepEqual(labels(contents("Velkomst\t2\n¦")), ["Ny svømmehal\t3"]);
    });
  });

  describe("of comments", () => {
    it("has the commands, and the rules that they name", () => {
      assert.deepEqual(labels(`${minutes}\n<!-- ¦ -->`), [
        "referat-disable-next-line",
        "referat-disable",
        "referat-enable",
        "referat-disable-file",
      ]);
      assert.equal(
        written(`${minutes}\n<!-- referat-dis¦ -->`, "referat-disable"),
        "<!-- referat-disable … -->",
      );
      assert.equal(written(`${minutes}\n<!-- referat-dis¦`, "referat-disable"), "<!-- referat-disable … -->");
      assert.equal(written(`${minutes}\n<!--¦-->`, "referat-enable"), "<!-- referat-enable … -->");
      assert.equal(
        written(`${minutes}\n<!-- referat-disable slot-¦ -->`, "slot-gap"),
        "<!-- referat-disable slot-gap -->",
      );
      assert.deepEqual(labels(`${minutes}\n<!-- referat-disable weekday, weekd¦ -->`), []);
      assert.deepEqual(labels(`${minutes}\n<!-- referat-disable weekday: fordi ¦ -->`), []);
    });

    it("has the rules first that find something there", () => {
      const marked = minutes.replace("\nBilag\n", "\n<!-- referat-disable-next-line ¦ -->\nBilag\n");
      const offset = caretIn(marked).text.indexOf("\nBilag\n") + 2;
      assert.equal(labels(marked, { found: () => [{ rule: "heading-style", offset }] })[0], "heading-style");
      const open = minutes.replace("\nBilag\n", "\n<!-- referat-disable weekday -->\n\nBilag\n");
      assert.equal(labels(`${open}\n<!-- referat-enable ¦ -->`)[0], "weekday");
    });

    it("leaves ordinary comments alone", () => {
      for (const comment of [
        "<!-- Spørg ¦ -->",
        "<!-- R¦ -->".replace("R", "Å"),
        "<!-- se punkt ¦ -->",
        "<!--\nKaren\n¦\n-->",
        "<!-- ¦ spørg -->",
      ]) {
        assert.deepEqual(labels(`${minutes}\n${comment}\n`), [], comment);
      }
    });

    it("knows every rule by the first sentence of its page", () => {
      assert.deepEqual(Object.keys(ruleSummaries), [...ruleIds]);
      for (const [id, { title, summary }] of Object.entries(ruleSummaries)) {
        const page = readFileSync(
          join(import.meta.dirname, "..", "..", "docs", "regler", `${id}.md`),
          "utf8",
        );
        assert.ok(page.startsWith(`# ${title}\n\n`), id);
        assert.ok(page.replaceAll("`", "").includes(`\n\n${summary}`), id);
      }
    });
  });

  describe("unasked", () => {
    const quiet = [" ", "-"];
    it("is silent in prose, in titles and on empty lines", () => {
      for (const trigger of quiet) {
        for (const words of [
          "Hallen ¦",
          "- ¦",
          "Dette punkt ¦",
          "jf. ¦",
          "Karen Høst ¦",
          " ¦",
          "3-¦",
          "Fra ¦",
        ]) {
          const marked = minutes.replace("Hallen er fra 1974.", words);
          assert.deepEqual(labels(marked, { trigger }), [], `${words} ${trigger}`);
        }
        for (const words of ["1. ¦", "Indstillingen ¦", "Kulturudvalget - ¦"]) {
          const marked = minutes.replace(
            "1. Planen blev godkendt.\n2. Økonomien blev taget til efterretning.",
            words,
          );
          assert.deepEqual(labels(marked, { trigger }), [], words);
        }
        assert.deepEqual(labels(`${minutes}\nPunkt ¦`, { trigger }), []);
        assert.deepEqual(labels(`${minutes}\nPunkt 3: ¦`, { trigger }), []);
        assert.deepEqual(labels(`${minutes}\n<!-- ¦ -->`, { trigger }), []);
      }
    });

    it("answers a blank where only what is listed can follow", () => {
      const trigger = " ";
      assert.notEqual(
        labels(minutes.replace("Hallen er fra 1974.", "Hallen, jf. punkt ¦"), { trigger }).length,
        0,
      );
      assert.notEqual(labels(minutes.replace(/Karl Holm\n$/, "¦\n"), { trigger }).length, 0);
      assert.notEqual(labels(`${minutes}\n<!-- referat-disable ¦ -->`, { trigger }).length, 0);
      assert.notEqual(labels(head.replace(/Mødedato.*/, "Mødedato ¦"), { trigger }).length, 0);
      assert.notEqual(labels(`${minutes}\n<!-- referat-¦ -->`, { trigger: "-" }).length, 0);
    });
  });

  it("is silent in the middle of words and of running text", () => {
    for (const words of ["Hall¦en er", "Hallen ¦er fra", "Hallen er fra 1974¦", "Hallen er, og k¦"]) {
      assert.deepEqual(labels(minutes.replace("Hallen er fra 1974.", words)), [], words);
    }
  });

  it("offers nothing that stands there already", () => {
    assert.ok(
      labels(`${minutes.trimEnd().replace(/Fraværende.*$/, "")}\nFraværende Karl¦`).includes("Karl Holm"),
    );
    assert.deepEqual(labels(`${minutes.trimEnd().replace(/Fraværende.*$/, "")}\nFraværende Karl Holm¦`), []);
  });

  it("gives ranges that hold the caret in its own line, at every place of every document", () => {
    const folder = join(import.meta.dirname, "..", "..", "examples");
    for (const name of ["med-fejl.referat", "patientraadet-ved-fjordhospitalet-2026-05-19.referat"]) {
      for (const lineEnd of ["\n", "\r\n", "\r"]) {
        const text = readFileSync(join(folder, name), "utf8").replaceAll("\n", lineEnd);
        const whole = ReferatDocument.parse(text);
        for (let offset = 0; offset <= text.length; offset += 53) {
          for (const document of [whole, ReferatDocument.parse(text.slice(0, offset))].slice(
            offset % 5 === 0 ? 0 : 1,
          )) {
            for (const { span, text: template, label } of completionsAt(
              document,
              offset,
              contextOf({ filesBeside: ["A.pdf"] }),
            )) {
              assert.ok(span.start <= offset && offset <= span.end && span.end <= document.length, label);
              assert.doesNotMatch(document.getText(span), /[\r\n]/, label);
              if (lineEnd !== "\n")
                assert.doesNotMatch(previewOf(template).replaceAll(lineEnd, ""), /[\r\n]/, label);
            }
          }
        }
      }
    }
  });

  it("is the same for the last item of a short document and of a long one", () => {
    const many = Array.from({ length: 300 }, (_, index) =>
      hall.replace("Punkt 2:", `Punkt ${index + 2}:`),
    ).join("");
    const kinds = (text: string): string[] => offered(`${text}\n¦`).map(({ kind }) => kind);
    assert.deepEqual(kinds(head + welcome + many), kinds(minutes));
  });
});
