// The writing tools, each asked right after a character was typed in the middle item: completion, hover, a move, a rename.

import { loadCore, typing } from "./core.mjs";
import { alike, cells, columns, clockTime, sampled, table, times } from "./harness.mjs";
import { minutes, sizes } from "./minutes.mjs";

const today = { year: 2026, month: 3, day: 1 };
/** Milliseconds that a list or a hover may take at 60 KB. */
const limit = 20;

export default async function measureWriting(options) {
  const core = await loadCore();
  const context = {
    fileKind: "referat",
    profile: core.defaultProfile,
    filesBeside: null,
    today,
    found: () => [],
  };
  const subjects = sizes.map(({ name, cases }) => ({ name, ...minutes(cases).referat }));
  const tools = [
    {
      name: "completion",
      run: (document, { lineStart }) => core.completionsAt(document, lineStart, context),
    },
    { name: "hover on the heading", run: (document, { title }) => core.hoverAt(document, title, "da") },
    { name: "hover on a person", run: (document, { person }) => core.hoverAt(document, person, "da") },
    { name: "hover on the body", run: (document, { body }) => core.hoverAt(document, body, "da") },
    { name: "a title's rename", run: (document, { title }) => core.renameAt(document, title, "Ny titel") },
    { name: "an item's move", run: (document, { item }) => core.moveItem(document, item, item + 1) },
  ];
  const rows = tools.flatMap((tool) => subjects.map((subject) => ({ tool, subject })));
  const results = await sampled(
    rows.map(({ tool, subject }) => {
      const type = typing(core.ReferatDocument.parse(subject.text), subject.places["the middle item"]);
      return () => {
        const document = type();
        const chunk = document.chunkIndexAt(subject.places["the middle item"]);
        const places = {
          item: chunk - document.firstItemIndex,
          title: document.offsets[chunk] + document.chunks[chunk].heading.titleSpan.start + 1,
          person: document.offsets[chunk] + document.chunks[chunk].text.lastIndexOf("Fraværende ") + 12,
          body: document.offsets[chunk] + document.chunks[chunk].text.lastIndexOf("Beslutning i ") + 14,
          // The blank line in front of the next item.
          lineStart: document.offsets[chunk] + document.chunks[chunk].text.length - 1,
        };
        return clockTime(() => tool.run(document, places));
      };
    }),
    { budget: 2 * options.budget },
  );
  const median = (index) => results[index].median;
  return {
    tables: [
      table(
        "Writing tools, asked right after a character was typed",
        ["tool", "size", ...columns, "beside 60 KB"],
        rows.map(({ tool, subject }, index) => [
          tool.name,
          subject.name,
          ...cells(results[index]),
          times(median(index) / median(index - (index % subjects.length))),
        ]),
      ),
    ],
    aims: tools.slice(0, 4).flatMap(({ name }, tool) => {
      const medians = subjects.map((_, size) => median(tool * subjects.length + size));
      return [
        {
          aim: `${name}: within ${limit} ms at 60 KB`,
          measured: `${medians[0].toFixed(1)} ms`,
          met: medians[0] <= limit,
        },
        alike(`${name}, at all sizes`, medians),
      ];
    }),
  };
}
