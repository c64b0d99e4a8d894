import assert from "node:assert/strict";
import { hoverAt } from "../../server/src/features/hover.ts";
import type { Language } from "../../server/src/features/language.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { mentionedInLines } from "../../server/src/features/hover/meetings.ts";
import { archiveOf } from "../support/archive.ts";
import { caretIn, council } from "./caret.ts";

/** The words of the thing, and all that is said of it, a line each. */
function said(text: string, marked: string, language: Language = "da"): string[] | null {
  const document = ReferatDocument.parse(text);
  const hover = hoverAt(document, caretIn(text, marked), language);
  if (!hover) return null;
  const quote = hover.quote === null ? [] : hover.quote.split("\n").map((line) => `> ${line}`);
  return [document.getText(hover.span), hover.heading, ...hover.lines, ...quote];
}

const decided = [
  "> 1. Godkendt.",
  "> 2. Taget til efterretning.",
  "> 3. Drøftet. Karin Bentzens oplæg sendes ud senest 17. maj 2026.",
];
const pool = ["2. Ny svømmehal", "13.05-13.35 · 30 min", "Beslutning:", ...decided];
const left = "Punkterne varer i alt 1 t 30 min; der er 30 min tilbage af mødet.";

const cases: readonly (readonly [what: string, marked: string, expected: readonly string[] | null])[] = [
  [
    "how long an item is, what is before and after, and how long the meeting",
    "2: Ny svømmehal (13.|05",
    [
      "(13.05-13.35)",
      "13.05-13.35 · 30 min",
      "Før: 1. Godkendelse af dagsorden (13.00-13.05)",
      "Efter: PAUSE (13.35-13.45)",
      "Mødet: 13.00-15.00",
      left,
    ],
  ],
  ["how long the meeting is", "kl. 13|:00-15:00", ["13:00-15:00", "13.00-15.00 · 2 t", left]],
  [
    "the day of the meeting",
    "Onsdag d. |4. marts",
    ["Onsdag d. 4. marts 2026", "Onsdag 4. marts 2026", "Uge 10", "Mødets dag"],
  ],
  [
    "weekday, week and distance of a date",
    "senest 17. m|aj",
    ["17. maj 2026", "Søndag 17. maj 2026", "Uge 20", "74 dage efter mødet (10 uger og 4 dage)"],
  ],
  [
    "what belongs in a section",
    "Sagsfrem|stilling\n\nHallen",
    [
      "Sagsfremstilling",
      "Sagsfremstilling",
      "Hvad sagen drejer sig om, og hvad man skal vide for at tage stilling: baggrund, muligheder, følger, tidsplan.",
    ],
  ],
  [
    "what belongs in a decision",
    "Besl|utning i Kulturudvalget i Havneby - Politisk niveau den 04-03-2026\n\n1.",
    [
      "Beslutning i Kulturudvalget i Havneby - Politisk niveau den 04-03-2026",
      "Beslutning",
      "Hvad mødet besluttede: fri tekst, eller et svar på hver indstilling i samme rækkefølge.",
    ],
  ],
  [
    "title, time and decision of an item",
    "jf. punkt |3.",
    ["punkt 3", "3. Cykelstier ved havnen", "13.45-14.30 · 45 min", "Beslutning:", "> Udsat."],
  ],
  [
    "the same of an entry of the contents",
    "Ny svømm|ehal (13.05-13.35)...",
    ["Ny svømmehal (13.05-13.35)", ...pool],
  ],
  [
    "the same of the time of an entry",
    "svømmehal (13.05-13|.35)...",
    ["Ny svømmehal (13.05-13.35)", ...pool],
  ],
  ["the same of a number", "Pun|kt 2: Ny", ["Punkt 2", ...pool]],
  ["the same of a title", "2: Ny svøm|mehal (13.05-13.35)\n", ["Ny svømmehal (13.05-13.35)", ...pool]],
  ["what an attachment is", "i bil|ag 2.1", ["bilag 2.1", "Bilag 2.1: Projektplan.pdf", "Punkt 2"]],
  [
    "who was there, and when not",
    "Bent Kr|ogh, V",
    ["Bent Krogh", "Bent Krogh, V", "Til stede", "Fraværende under punkt 2", "Nævnt 2 gange"],
  ],
  [
    "who was absent",
    "Citha L|und",
    ["Citha Lund", "Citha Lund, Havneby Kommune", "Fraværende", "Nævnt 1 gang"],
  ],
  [
    "who is on no list",
    "Karin Ben|tzen fort",
    ["Karin Bentzen", "Karin Bentzen", "Står ikke på deltagerlisten", "Nævnt 2 gange"],
  ],
  ["who writes", "Ida K|rog skr", ["Ida Krog", "Ida Krog", "Referent", "Nævnt 2 gange"]],
  [
    "the person without the genitive",
    "Anna Hol|ms",
    ["Anna Holm", "Anna Holm, A", "Til stede", "Nævnt 3 gange"],
  ],
  [
    "which recommendation an outcome answers",
    "2. Tag|et til",
    [
      "Taget til efterretning",
      "Taget til efterretning",
      "Mødet er orienteret og har ikke taget stilling til andet.",
      "Svarer på indstilling 2:",
      "> Tager økonomien til efterretning",
    ],
  ],
  ["what an outcome means", "Uds|at.", ["Udsat", "Udsat", "Sagen tages op igen på et senere møde."]],
  ["the text of a note", "1974.[|1]", ["[1]", "Note 1", "> Tilstandsvurderingen er fra november 2025."]],
  [
    "the items of a journal number",
    "Sagen 26|/0117",
    ["26/0117", "Sagsnr. 26/0117", "2. Ny svømmehal (13.05-13.35)"],
  ],
  [
    "the body and its meeting",
    "at kultur|udvalget",
    [
      "kulturudvalget i Havneby – Politisk niveau",
      "Kulturudvalget i Havneby - Politisk niveau",
      "Onsdag 4. marts 2026, 13.00-15.00",
      "Nævnt 5 gange",
    ],
  ],
  ["nothing of words that mean themselves", "Hallen |er", null],
];

const english: readonly (readonly [string, readonly string[]])[] = [
  [
    "2: Ny svømmehal (13.|05",
    [
      "(13.05-13.35)",
      "13.05-13.35 · 30 min",
      "Before: 1. Godkendelse af dagsorden (13.00-13.05)",
      "After: PAUSE (13.35-13.45)",
      "The meeting: 13.00-15.00",
      "The items take 1 h 30 min; 30 min of the meeting are left.",
    ],
  ],
  [
    "senest 17. m|aj",
    ["17. maj 2026", "Sunday 17 May 2026", "Week 20", "74 days after the meeting (10 weeks and 4 days)"],
  ],
  ["Bent Kr|ogh, V", ["Bent Krogh", "Bent Krogh, V", "Present", "Absent from item 2", "Mentioned 2 times"]],
  [
    "2. Tag|et til",
    [
      "Taget til efterretning",
      "Noted: “Taget til efterretning”",
      "The meeting is informed, and has decided nothing besides.",
      "Answers recommendation 2:",
      "> Tager økonomien til efterretning",
    ],
  ],
];

const dates: readonly (readonly [string, readonly string[]])[] = [
  [
    "den |14. maj",
    [
      "Torsdag 14. maj 2026",
      "Uge 20",
      "Kristi himmelfartsdag (helligdag)",
      "71 dage efter mødet (10 uger og 1 dag)",
    ],
  ],
  [
    "|5. juni 2026",
    ["Fredag 5. juni 2026", "Uge 23", "Grundlovsdag", "93 dage efter mødet (13 uger og 2 dage)"],
  ],
  ["|3/3 2026", ["Tirsdag 3. marts 2026", "Uge 10", "Dagen før mødet"]],
  ["|18-03-2026", ["Onsdag 18. marts 2026", "Uge 12", "14 dage efter mødet (2 uger)"]],
  [
    "|1. januar 2027",
    [
      "Fredag 1. januar 2027",
      "Uge 53 (2026)",
      "Nytårsdag (helligdag)",
      "303 dage efter mødet (43 uger og 2 dage)",
    ],
  ],
  ["|31. februar 2026", ["Datoen findes ikke"]],
];

describe("where other documents mention a meeting", () => {
  const meeting = "REFERAT Kulturudvalget i Sandby d. 07-01-2026\n\nPunkt 1: Havnen\n\nTekst.\n";
  const later = (day: number): string =>
    `REFERAT Kulturudvalget i Sandby d. ${String(day).padStart(2, "0")}-03-2026\n\nPunkt 1: A\n\nSom aftalt på mødet den 7. januar 2026.\n`;
  const lines = (count: number, language: Language): string[] =>
    mentionedInLines(
      archiveOf({
        "m.referat": meeting,
        ...Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.referat`, later(index + 1)])),
      }),
      "m.referat",
      null,
      language,
    ); // prettier-ignore

  it("is told with the days, and of many with their number", () => {
    assert.deepEqual(lines(0, "da"), []);
    assert.deepEqual(lines(1, "da"), ["Nævnt i: Kulturudvalget i Sandby, søndag 1. marts 2026"]);
    assert.deepEqual(lines(1, "en"), ["Mentioned in: Kulturudvalget i Sandby, Sunday 1 March 2026"]);
    assert.match(lines(9, "da")[0] ?? "", /^Nævnt i: (?:[^·]+ · ){8}og 1 dokument til$/);
    assert.match(lines(10, "en")[0] ?? "", /^Mentioned in: (?:[^·]+ · ){8}and 2 other documents$/);
  });
});

describe("hover", () => {
  for (const [what, marked, expected] of cases) {
    it(`says ${what}: ${marked}`, () => assert.deepEqual(said(council, marked), expected));
  }
  for (const [marked, expected] of english) {
    it(`says it in English: ${marked}`, () => assert.deepEqual(said(council, marked, "en"), expected));
  }
  for (const [marked, expected] of dates) {
    it(`knows the date ${marked}`, () => {
      const text = council.replace("Udsat.", `Se ${marked.replace("|", "")} igen.`);
      const hover = said(text, `Se ${marked}`);
      assert.deepEqual(hover?.slice(1), expected);
    });
  }

  it("computes the times of items that give a duration", () => {
    const text =
      "REFERAT Rådet d. 04-03-2026\n\nMødedato 4. marts 2026 kl. 9.00\n\nPunkt 1: A (30 min)\n\nPunkt 2: B (1½ time)\n";
    assert.deepEqual(said(text, "B (1½| time)"), [
      "(1½ time)",
      "09.30-11.00 · 1 t 30 min",
      "Før: 1. A (09.00-09.30)",
      "Mødet: 09.00",
      "Punkterne varer i alt 2 t.",
    ]);
  });

  it("says where a reference leads nowhere", () => {
    const text = "Punkt 1: A\n\nJf. punkt 7 og bilag 1.4.\n\nBilag\n\nBilag 1.1: Kort.pdf\n";
    assert.deepEqual(said(text, "punkt |7"), ["punkt 7", "Der er intet punkt 7"]);
    assert.deepEqual(said(text, "bilag |1.4"), [
      "bilag 1.4",
      "Bilag 1.4",
      "Det står ikke på nogen liste over bilag.",
    ]);
  });

  it("says who will come, before the meeting", () => {
    const agenda = council.replace("REFERAT", "DAGSORDEN");
    assert.equal(said(agenda, "Bent Kr|ogh, V")?.[2], "Deltager");
    assert.equal(said(agenda, "Citha L|und")?.[2], "Har meldt afbud");
  });

  it("is silent in comments, in an empty document and behind its end", () => {
    const text = council.replace("Udsat.", "<!-- Udsat, siger Anna Holm -->");
    assert.equal(said(text, "siger Anna| Holm"), null);
    assert.equal(hoverAt(ReferatDocument.parse(""), 0, "da"), null);
    assert.equal(hoverAt(ReferatDocument.parse(council), council.length + 10, "da"), null);
  });
});
