// The parser alone: a whole text, and one character typed at each of the places in it.

import { loadCore, typing } from "./core.mjs";
import { alike, cells, columns, clockTime, linear, sampled, table, times } from "./harness.mjs";
import { minutes, sizes } from "./minutes.mjs";

export default async function measureParse({ budget }) {
  const { ReferatDocument } = await loadCore();
  const subjects = sizes.map(({ name, cases }) => ({ name, ...minutes(cases).referat }));

  const parses = await sampled(
    subjects.map(
      ({ text }) =>
        () =>
          clockTime(() => ReferatDocument.parse(text)),
    ),
    { budget },
  );

  const edits = Object.keys(subjects[0].places).flatMap((place) =>
    subjects.map(({ name, text, places }) => {
      const type = typing(ReferatDocument.parse(text), places[place]);
      const scanned = Math.max(type().scanned.lines, type().scanned.lines);
      return { place, name, type, scanned };
    }),
  );
  const edited = await sampled(
    edits.map(
      ({ type }) =>
        () =>
          clockTime(type),
    ),
    { budget },
  );

  const inMiddle = edits.flatMap((edit, index) =>
    edit.place === "the middle item" ? [{ ...edit, ...edited[index] }] : [],
  );
  return {
    tables: [
      table(
        "Full parse",
        ["size", "lines", ...columns, "beside 60 KB"],
        subjects.map(({ name, text }, index) => [
          name,
          ReferatDocument.parse(text).scanned.lines,
          ...cells(parses[index]),
          times(parses[index].median / parses[0].median),
        ]),
      ),
      table(
        "One character typed: the edit alone",
        ["place", "size", "lines scanned", ...columns, "beside 60 KB", "full parse / edit"],
        edits.map(({ place, name, scanned }, index) => [
          `in ${place}`.replace("in the end", "at the end"),
          name,
          scanned,
          ...cells(edited[index]),
          times(edited[index].median / edited[index - (index % sizes.length)].median),
          times(parses[index % sizes.length].median / edited[index].median),
        ]),
      ),
    ],
    aims: [
      linear(
        "[linear] Full parse",
        parses.map(({ median }) => median),
        subjects.map(({ text }) => text.length),
      ),
      alike(
        "Lines scanned for a character in the middle item, at all sizes",
        inMiddle.map(({ scanned }) => scanned),
      ),
      alike(
        "Time of that edit, at all sizes",
        inMiddle.map(({ median }) => median),
      ),
    ],
  };
}
