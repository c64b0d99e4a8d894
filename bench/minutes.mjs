// Invented minutes of any length: the same cases as Referat and as Markdown. No clock and no chance: one number of cases
// gives one text. A case takes about 6 KB and 75 lines, as in the minutes of real councils.

/** The sizes that everything is measured at. */
export const sizes = [
  { name: "60 KB", cases: 10 },
  { name: "600 KB", cases: 100 },
  { name: "6 MB", cases: 1000 },
];

/** Minutes of so many cases, in both forms, with the places where the benchmarks type. */
export function minutes(cases) {
  const meeting = meetingOf(cases);
  const middle = meeting.items.find((item) => item.middle);
  const referat = asReferat(meeting);
  const markdown = asMarkdown(meeting);
  return {
    referat: { text: referat, places: placesIn(referat, middle) },
    markdown: { text: markdown, places: placesIn(markdown, middle) },
  };
}

/** Offsets inside a word of the middle case's prose, behind the last word, and inside a title in the contents. */
function placesIn(text, middle) {
  return {
    middle: text.indexOf(marker) + 4,
    end: text.trimEnd().length,
    contents: text.indexOf(middle.title) + 4,
  };
}

// What the meeting is

const organ = "Kultur- og Landdistriktsudvalget";
const date = "04-03-2026";
const absent = "Kaj Thorup Winther";
const marker = "Udvalgsmøderne holdes på skift i landsbyerne.";

/** One item in ten lacks its recommendation and gives a bare address: a finding for each of the tools. */
const hasMistake = (index) => index % 10 === 7;

function meetingOf(cases) {
  const random = randomFrom(20260304);
  const step = Math.max(1, Math.min(15, Math.floor(930 / (cases + 3))));
  const items = [opening];
  for (let index = 0; index < cases; index++) {
    const middle = index === cases / 2;
    items.push({ ...caseOf(index, items.length + 1, middle, random) });
    if (middle) items.push({ pause: true, title: "PAUSE", sections: [] });
  }
  items.push({ ...closing, number: cases + 2 });
  // All meet from seven in the morning on; with a thousand cases there is a minute for each.
  items.forEach((item, index) => {
    item.slot = `(${clock(420 + index * step)}-${clock(420 + (index + 1) * step)})`;
    if (!item.pause) item.number = index + (index > items.findIndex(({ pause }) => pause) ? 0 : 1);
  });
  return { items };
}

const clock = (minute) => `${pad(Math.floor(minute / 60))}.${pad(minute % 60)}`;
const pad = (number) => String(number).padStart(2, "0");
