import fc from "fast-check";
import type { ReferatDocument, TextChange } from "../../server/src/syntax/document.ts";

/** Texts that look like minutes, more or less, and edits of them where it hurts. */

const oneOf = <Value>(...values: Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);

const lineEnd = fc.oneof(
  { weight: 6, arbitrary: fc.constant("\n") },
  { weight: 3, arbitrary: fc.constant("\r\n") },
  { weight: 1, arbitrary: fc.constant("\r") },
);

/** Blanks of all sorts, halves of astral signs, signs that regular expressions mean something by. */
const oddSign = oneOf(
  " ", "  ", "\t", "\u00a0", "\u202f", "\u2003", "\u2028", "\u2029", "\u0085", "\u200b", "\ufeff", "\u000b", "\f", "\0",
  "\ud83d", "\ude00", "😀", "𝔄", "é", "e\u0301", "İ", "ß", "ﬁ", "å", "a\u030a", "Æ", "$&", "\\", "(", ")", "[", "]", "{", "*", "**",
  "|", "<", ">", "<!--", "-->", "--", ":", ";", ",", ".", "…", "·", "_", "-", "–", "—", "'", "\"", "”", "0", "9", "½", "٣", "/", "@",
); // prettier-ignore

const name = oneOf(
  "Anna Holm", "Bent Krogh", "Citha Lund", "Dan Friis", "Åse Øby", "Kaj von Linde", "Anne-Mette Bach", "Ole", "J. P. Møller",
); // prettier-ignore
const body = oneOf(
  "Kulturudvalget i Havneby",
  "Teknik- og Miljøudvalget",
  "Brugerrådet",
  "Udvalg 4.3.2024",
  "",
);
const month = oneOf(
  "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december",
); // prettier-ignore
const weekday = oneOf("mandag", "Tirsdag", "onsdag", "Torsdag", "FREDAG", "lørdag", "Søndag");
const small = fc.integer({ min: 0, max: 32 });
const year = oneOf("2024", "2025", "2026", "2027", "26", "1999");

const date = fc.oneof(
  fc.tuple(small, month, year).map(([d, m, y]) => `${d}. ${m} ${y}`),
  fc.tuple(small, month).map(([d, m]) => `${d}.${m}`),
  fc.tuple(small, fc.integer({ min: 0, max: 13 }), year).map(([d, m, y]) => `${pad(d)}-${pad(m)}-${y}`),
  fc.tuple(small, fc.integer({ min: 0, max: 13 }), year).map(([d, m, y]) => `${d}/${m} ${y}`),
  fc.tuple(small, fc.integer({ min: 0, max: 13 }), year).map(([d, m, y]) => `${d}.${m}.${y}`),
);
const fullDate = fc
  .tuple(oneOf("", "d. ", "den ", "d."), date, fc.option(weekday, { nil: "" }))
  .map(([lead, written, day]) => `${day}${day === "" ? "" : " "}${lead}${written}`);

const clock = fc
  .tuple(
    fc.integer({ min: 7, max: 25 }),
    oneOf(".", ":"),
    oneOf(0, 5, 10, 15, 20, 30, 45, 59, 75),
    fc.boolean(),
  )
  .map(([hour, separator, minute, short]) => `${short ? hour : pad(hour)}${separator}${pad(minute)}`);
const slot = fc.tuple(clock, oneOf("-", " - ", "–", " – "), clock).map((parts) => parts.join(""));
const time = fc.oneof(
  { weight: 3, arbitrary: slot.map((written) => `, kl. ${written}`) },
  { weight: 3, arbitrary: slot.map((written) => ` (${written})`) },
  { weight: 1, arbitrary: slot.map((written) => ` (Kl. ${written})`) },
  { weight: 1, arbitrary: slot.map((written) => `,kl.${written}.`) },
  { weight: 1, arbitrary: slot.map((written) => ` (${written}`) },
  { weight: 1, arbitrary: clock.map((written) => `, kl. ${written}`) },
  { weight: 1, arbitrary: clock.map((written) => ` (${written})`) },
  {
    weight: 2,
    arbitrary: oneOf(" (30 min)", " (1 time)", " (1½ time)", " (0 min)", " (½ time)", " (2025-2027)", " (1"),
  },
  { weight: 3, arbitrary: fc.constant("") },
);

const title = oneOf(
  "Ny svømmehal", "Godkendelse af dagsorden", "Godkendelse af referat", "Eventuelt", "Evt.", "Meddelelser", "PAUSE", "Frokost",
  "Orienteringssag: Havnen", "Drøftelse af budget", "Beslutningssag: Skolen", "Lukket punkt: Salg", "Skriftlig orientering: Tal",
  "Budget 2027 LUKKET", "Velkomst", "Sag", "", "A", "Bilag 3.1", "Plan for 2025-2027 ",
); // prettier-ignore
const number = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 6 }).map(String) },
  { weight: 1, arbitrary: oneOf("0", "07", "112", "999999", "1000000") },
);

export const itemHeading = fc
  .tuple(
    fc.oneof({ weight: 12, arbitrary: fc.constant("Punkt ") }, { weight: 1, arbitrary: oneOf("PUNKT ", "Punkt\u00a0", "punkt ", "Punkt", " Punkt ") }),
    number,
    fc.oneof({ weight: 10, arbitrary: fc.constant(": ") }, { weight: 1, arbitrary: oneOf(":", " :\t", ". ") }),
    title,
    time,
  )
  .map((parts) => parts.join("")); // prettier-ignore
// With blanks behind it that not every notion of a blank knows.
const pause = fc
  .tuple(
    oneOf("PAUSE", "Pause", "Frokost", "Kaffepause", "frokost", "Frokostpause"),
    time,
    fc.oneof({ weight: 9, arbitrary: fc.constant("") }, { weight: 1, arbitrary: oneOf(" ", "\u2003", "\u2028", "\u3000", "\f", "\ufeff") }),
  )
  .map((p) => p.join("")); // prettier-ignore

const entryTitle = fc
  .tuple(
    title.map((words) => words || "Sag"),
    time,
  )
  .map((parts) => parts.join(""));
const entry = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        oneOf("", "", "", "", "", "Punkt 1: ", "Punkt 2: "),
        entryTitle,
        oneOf(".....", "\t", ".....\t", " . . . ", "…", "", "..", "_____"),
        oneOf("3", "4", "12", "10000"),
      )
      .map((parts) => parts.join("")),
  },
  // Without its page an entry that begins with Punkt is the heading of an item.
  { weight: 1, arbitrary: fc.tuple(entryTitle, oneOf("", ".....")).map((parts) => parts.join("")) },
);

const titleLine = fc
  .tuple(oneOf("REFERAT", "REFERAT", "DAGSORDEN", "Referat", "REFERAT:"), oneOf(" ", "  ", "\t"), body, oneOf(" d. ", " ", " den "), date)
  .map((parts) => parts.join("")); // prettier-ignore

const field = fc.oneof(
  fc
    .tuple(oneOf("Mødedato ", "Mødedato: ", "MØDEDATO\t"), fullDate, fc.option(fc.oneof(clock, slot), { nil: "" }))
    .map(([label, day, at]) => `${label}${day}${at === "" ? "" : ` kl. ${at}`}`),
  oneOf("Mødested Mødelokale 2, Rådhuset", "Mødested", "Mødeleder: Anna Holm", "Referent", "Sekretær Bent Krogh"),
  fc
    .tuple(
      oneOf("Mødedeltagere ", "Mødedeltagere: ", "Afbud ", "Fraværende: "),
      fc.array(fc.tuple(name, oneOf("", ", A", ", Havneby Kommune", " (Fravær)", ", PLO (Afbud)")).map((p) => p.join("")), { maxLength: 5 }),
      oneOf(", ", "; ", " og ", ","),
    )
    .map(([label, people, separator]) => label + people.join(separator)),
); // prettier-ignore

const sectionHeading = fc
  .tuple(
    oneOf(
      "Resumé", "Sagsfremstilling", "SAGSFREMSTILLING", "Klimavurdering", "Økonomi", "Økonomiske konsekvenser", "Høring", "Indstilling",
      "INDSTILING", "Beslutning", "BESLUTNING", "beslutning", "Beslutning i Kulturudvalget den 4. marts 2026", "Afstemning",
      "Protokoltilførsel", "Opfølgning", "Bilag", "BILAG", "Fraværende", "Fraværende Anna Holm, Dan Friis", "Afbud Bent Krogh og Ole Lund",
      "RESUMÈ", "Resume", "Sagsfremstiling", "Baggrund", "Proces", "Lokale betragtninger",
    ),
    oneOf("", "", "", ":", " :", " "),
  )
  .map((parts) => parts.join("")); // prettier-ignore

const sentence = oneOf(
  "Udvalget drøftede sagen og tog orienteringen til efterretning.", "Godkendt.", "Ikke godkendt", "Sagen udsættes til næste møde.",
  "Det indstilles, at Kulturudvalget:", "Det blev aftalt, at sekretariatet udsender oversigten senest 1. april 2026.",
  "Anna Holm spurgte til punkt 3 og 5.", "Jf. bilag 3.1, se [planen](plan.pdf) og www.havneby.dk.", "beslutning", "Taget til efterretning[1].",
  "[1] En fodnote.", "^[2]: Endnu en.", "Skriv til ole@havneby.dk eller <https://havneby.dk/a(b)>.", "5. februar 2024 vedtog rådet planen.",
  "3.kvartal", "Drøftet, oversendes til Teknisk Udvalg.", "Tirsdag d. 3. marts 2026 er en tirsdag.", "For stemte: A, V. Imod stemte: Ø.",
  "Der var ingen, der havde noget.", "Ikke noget til eventuelt", "23/1493", "Sagsnr. 26/0117", "[1]", "Ad 1) Godkendt. Ad 2) Udsat.",
); // prettier-ignore

const listEntry = fc
  .tuple(
    oneOf("", "", "", "  ", "\t", "    "),
    oneOf("- ", "• ", "* ", "1. ", "2. ", "3. ", "1) ", "5. ", "a) ", "b) ", "d) ", "1.", "å) ", "999. ", "-", "1.\t"),
    oneOf("Godkender projektet", "Drøfter planen", "Tager status til efterretning", "Sekretariatet: udsender (senest 1. april)", "9. januar 2026", "Bilag 3.1: Kort.pdf", "2.1: Tal.xlsx", "", "Anna Holm"),
  )
  .map((parts) => parts.join("")); // prettier-ignore

const table = oneOf("År\tTal", "2024\t3\t4", "\tA\tB", "| A | B |", "|---|---|", "| 1 | 2", "a\t", "\ta");

const silencing = fc
  .tuple(
    oneOf("referat-disable-next-line", "referat-disable-file", "referat-disable", "referat-enable", "note"),
    oneOf(
      " slot-gap",
      " item-number, empty-item",
      " missing-section: aftalt",
      " ukendt",
      "",
      " title-line weekday",
    ),
  )
  .map(([command, rest]) => `<!-- ${command}${rest} -->`);

const comment = oneOf(
  "<!-- note -->",
  "<!--",
  "-->",
  "<!-- a",
  "b -->",
  "<!-->",
  "<!--->",
  "<!-- Punkt 9: x -->",
  "<!---->",
  "--",
);

const blankLine = oneOf("", "", "", "", " ", "\t", "\u00a0");

const oddText = fc
  .array(fc.oneof(oddSign, oneOf("a", "Punkt 1:", "kl. ", "PAUSE", "d. 4", "Bilag", "og")), { maxLength: 8 })
  .map((parts) => parts.join(""));

/** One line, without its end. */
export const line: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: blankLine },
  { weight: 6, arbitrary: itemHeading },
  { weight: 3, arbitrary: pause },
  { weight: 5, arbitrary: sectionHeading },
  { weight: 5, arbitrary: sentence },
  { weight: 4, arbitrary: listEntry },
  { weight: 2, arbitrary: table },
  { weight: 2, arbitrary: entry },
  { weight: 2, arbitrary: oneOf("Indholdsfortegnelse", "INDHOLDSFORTEGNELSE:", "Indholdsfortegnelse x") },
  { weight: 1, arbitrary: titleLine },
  { weight: 2, arbitrary: field },
  { weight: 2, arbitrary: comment },
  { weight: 1, arbitrary: silencing },
  { weight: 1, arbitrary: fullDate },
  { weight: 2, arbitrary: oddText },
  { weight: 1, arbitrary: fc.tuple(fc.oneof(itemHeading, sectionHeading, entry, pause), oddText).map((p) => p.join("")) },
); // prettier-ignore

/** A document in the order in which documents are written: most of its lines are where a rule looks for them. */
const minutes: fc.Arbitrary<readonly string[]> = fc
  .tuple(
    fc.option(titleLine, { nil: "" }),
    fc.array(fc.tuple(blankLine, field).map((pair) => [...pair]), { maxLength: 4 }),
    fc.option(fc.array(entry, { maxLength: 6 }), { nil: null }),
    fc.array(
      fc.tuple(
        fc.oneof({ weight: 6, arbitrary: itemHeading }, { weight: 1, arbitrary: pause }),
        fc.array(fc.oneof(blankLine, sectionHeading, sentence, listEntry, listEntry, table, silencing, line), { maxLength: 7 }),
      ),
      { maxLength: 6 },
    ),
  )
  .map(([first, fields, contents, items]) => [
    first,
    ...fields.flat(),
    ...(contents ? ["", "Indholdsfortegnelse", "", ...contents] : []),
    ...items.flatMap(([heading, lines]) => ["", heading, "", ...lines]),
  ]); // prettier-ignore

/** Items one behind the other in one style of time, with their sections: sound but for a slip here and there. */
const scheduled: fc.Arbitrary<readonly string[]> = fc
  .tuple(
    oneOf((at: string) => `, kl. ${at}`, (at: string) => ` (${at})`, (at: string) => ` (kl. ${at})`),
    oneOf(".", ":"),
    fc.integer({ min: 8, max: 15 }),
    fc.array(
      fc.record({
        minutes: oneOf(5, 10, 15, 30, 45, 60),
        slip: oneOf(0, 0, 0, 0, 0, 0, 10, -10, 5, -60),
        number: oneOf(1, 1, 1, 1, 1, 1, 1, 0, 2),
        time: oneOf(true, true, true, true, false),
        title: fc.oneof({ weight: 4, arbitrary: title }, { weight: 1, arbitrary: fc.constant("PAUSE") }),
        recommendations: fc.array(oneOf("Godkender projektet", "drøfter planen", "Tager status til efterretning"), { maxLength: 3 }),
        decision: fc.option(fc.oneof(sentence, oneOf("Godkendt.", "Sagen blev drøftet og taget til efterretning.")), { nil: null }),
        more: fc.array(fc.oneof(line, sentence), { maxLength: 2 }),
        gap: oneOf("", "", "", null),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .map(([style, separator, hour, items]) => {
    let at = hour * 60;
    let last = 0;
    const clockAt = (minutes: number): string => `${pad(Math.floor(minutes / 60))}${separator}${pad(minutes % 60)}`;
    return [
      "REFERAT Kulturudvalget i Havneby d. 04-03-2026",
      "",
      `Mødedato Onsdag d. 4. marts 2026 kl. ${clockAt(at)}`,
      "",
      ...items.flatMap((item) => {
        at += item.slip;
        last += item.number;
        const slotText = item.time ? style(`${clockAt(at)}-${clockAt(at + item.minutes)}`) : "";
        at += item.minutes;
        const unnumbered = item.title === "PAUSE" && item.number === 1;
        if (unnumbered) last--;
        if (unnumbered) return [`PAUSE${slotText}`, ...(item.gap === null ? [] : [item.gap])];
        return [
          `Punkt ${last}: ${item.title}${slotText}`,
          ...(item.gap === null ? [] : [item.gap]),
          ...["Sagsfremstilling", "Sagen kort fortalt.", "", "Indstilling", "Det indstilles, at Kulturudvalget:"],
          ...item.recommendations.map((each, index) => `${index + 1}. ${each}`),
          ...(item.decision === null ? [] : ["", "Beslutning", item.decision]),
          ...item.more,
          ...(item.gap === null ? [] : [item.gap]),
        ];
      }),
    ];
  }); // prettier-ignore

const lines = fc.oneof(minutes, scheduled, fc.array(line, { maxLength: 24 }));

/** A text of any shape: line ends of one kind or mixed, perhaps a byte order mark, perhaps no end of the last line. */
export const documentText: fc.Arbitrary<string> = fc
  .tuple(
    lines,
    fc.oneof(lineEnd.map((end) => [end]), fc.array(lineEnd, { minLength: 1, maxLength: 5 })),
    fc.boolean(),
    fc.oneof({ weight: 7, arbitrary: fc.constant("") }, { weight: 1, arbitrary: fc.constant("\ufeff") }),
  )
  .map(([all, ends, closed, mark]) => {
    const text = all.map((each, index) => each + (ends[index % ends.length] ?? "\n")).join("");
    return mark + (closed || all.length === 0 ? text : text.slice(0, -(ends[(all.length - 1) % ends.length] ?? "").length));
  }); // prettier-ignore

/** An edit that is not yet tied to a text: `anchor` and `length` choose among the places that the text has. */
export interface EditPlan {
  readonly kind: "insert" | "delete" | "replace" | "deleteLines" | "whole" | "wholeButPart";
  readonly where: "anywhere" | "lineStart" | "heading" | "comment" | "chunk" | "lineEnd" | "end";
  readonly anchor: number;
  readonly length: number;
  readonly text: string;
}

const insertedText = fc.oneof(
  { weight: 3, arbitrary: oneOf("\n", "\r", "\r\n", "\n\n", "\r\r", "\n\r") },
  { weight: 3, arbitrary: oneOf("<!--", "-->", "<", "!", "-", "--", ">", "<!-- x -->", "<!-", "->", "--\n>") },
  { weight: 3, arbitrary: oneOf("P", "Punkt 2: ", "Punkt 2: x\n", "\nPunkt 7: y\n", "Pun", ":", "1", " ", "\t", "x", "\n\nPAUSE (10.00-10.15)\n\n", "\n\nPAUSE\n\n", "Indholdsfortegnelse\n", "\nIndholdsfortegnelse\n", "\t3", "....4\n", "Frokost") },
  { weight: 2, arbitrary: fc.tuple(line, oneOf("", "\n", "\r\n")).map((p) => p.join("")) },
  { weight: 1, arbitrary: oddSign },
  { weight: 1, arbitrary: fc.array(line, { maxLength: 6 }).map((all) => all.join("\n")) },
  { weight: 1, arbitrary: fc.constant("") },
); // prettier-ignore

export const editPlan: fc.Arbitrary<EditPlan> = fc.record({
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constant("insert" as const) },
    { weight: 4, arbitrary: fc.constant("delete" as const) },
    { weight: 4, arbitrary: fc.constant("replace" as const) },
    { weight: 2, arbitrary: fc.constant("deleteLines" as const) },
    { weight: 1, arbitrary: fc.constant("whole" as const) },
    { weight: 1, arbitrary: fc.constant("wholeButPart" as const) },
  ),
  where: oneOf("anywhere", "lineStart", "lineStart", "heading", "heading", "comment", "chunk", "chunk", "lineEnd", "end"),
  anchor: fc.nat({ max: 10_000 }),
  length: fc.nat({ max: 30 }),
  text: insertedText,
}); // prettier-ignore

/** What a plan does to a document: one edit, or another text altogether. */
export function tied(plan: EditPlan, document: ReferatDocument): TextChange | { readonly whole: string } {
  const text = document.getText();
  if (plan.kind === "whole") return { whole: text.slice(plan.anchor % (text.length + 1)) + plan.text };
  const places = placesOf(plan.where, text, document);
  const start = places[plan.anchor % places.length] ?? 0;
  if (plan.kind === "insert") return { start, end: start, text: plan.text };
  if (plan.kind === "deleteLines") {
    const later = placesOf("lineStart", text, document).filter((at) => at > start);
    return {
      start,
      end: later[plan.length % Math.max(1, Math.min(3, later.length))] ?? text.length,
      text: "",
    };
  }
  const end = Math.min(text.length, start + plan.length);
  const inserted = plan.kind === "delete" ? "" : plan.text;
  if (plan.kind === "wholeButPart") return { whole: text.slice(0, start) + inserted + text.slice(end) };
  return { start, end, text: inserted };
}

function placesOf(where: EditPlan["where"], text: string, document: ReferatDocument): number[] {
  const found = ((): number[] => {
    switch (where) {
      case "anywhere":
        return Array.from({ length: text.length + 1 }, (_, index) => index);
      case "lineStart":
        return [0, ...matchesOf(/\r\n?|\n/g, text).map((match) => match.end)];
      case "lineEnd":
        // Also between the halves of CRLF.
        return [...matchesOf(/[\r\n]/g, text).flatMap(({ start, end }) => [start, end]), text.length];
      case "heading":
        return matchesOf(/P(?:unkt|UNKT|AUSE|ause)|Frokost|Kaffepause|Indholdsfort/g, text).flatMap(({ start, end }) => [start, start + 1, end, end + 1, end + 2, end + 3]);
      case "comment":
        return matchesOf(/<!--|-->/g, text).flatMap(({ start, end }) => [start, start + 1, start + 2, end - 1, end]);
      case "chunk":
        return document.offsets.flatMap((offset) => [offset, offset + 1, offset - 1, offset - 2, offset - 3]);
      case "end":
        return [text.length];
    }
  })().filter((at) => at >= 0 && at <= text.length); // prettier-ignore
  return found.length > 0 ? found : [0, text.length];
}

function matchesOf(pattern: RegExp, text: string): { start: number; end: number }[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

export function applied(document: ReferatDocument, plan: EditPlan): ReferatDocument {
  const change = tied(plan, document);
  return "whole" in change ? document.replace(change.whole) : document.edit(change);
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
