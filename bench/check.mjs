// The rules: a full check beside markdownlint's, and a check after one character typed.

import { lint } from "markdownlint/sync";
import { loadCore, typing } from "./core.mjs";
import { alike, cells, columns, clockTime, linear, sampled, table, times } from "./harness.mjs";
import { minutes, sizes } from "./minutes.mjs";

// The prose has its paragraphs on one line, and each case has the same sections.
const config = { "line-length": false, "no-duplicate-heading": { siblings_only: true } };

export default async function measureCheck(options) {
  const { ReferatDocument, Checker } = await loadCore();
  const texts = sizes.map(({ name, cases }) => ({ name, ...minutes(cases) }));
  const full = await fullCheck(texts);
  const typed = await checkAfterTyping();
  return { tables: [full.table, typed.table], aims: [...full.aims, typed.aim] };

  async function fullCheck(subjects) {
    const tools = [
      {
        name: "referat",
        run: ({ referat }) => new Checker().check(ReferatDocument.parse(referat.text)).length,
      },
      {
        name: "markdownlint",
        run: ({ markdown }) => lint({ strings: { text: markdown.text }, config }).text.length,
      },
    ];
    const rows = subjects.flatMap((subject) => tools.map((tool) => ({ subject, tool })));
    const results = await sampled(
      rows.map(
        ({ subject, tool }) =>
          () =>
            clockTime(() => tool.run(subject)),
      ),
      { budget: 2 * options.budget },
    );
    const ratio = results[1].median / results[0].median;
    return {
      table: table(
        "Full check: the parse and all rules",
        ["tool", "size", "findings", ...columns, "beside referat"],
        rows.map(({ subject, tool }, index) => [
          tool.name,
          subject.name,
          tool.run(subject),
          ...cells(results[index]),
          times(results[index].median / results[index - (index % 2)].median),
        ]),
      ),
      aims: [
        {
          aim: "Full check of 60 KB: ten times faster than markdownlint",
          measured: times(ratio),
          met: ratio >= 10,
        },
        linear(
          "[linear] Full check",
          results.filter((_, index) => index % 2 === 0).map(({ median }) => median),
          subjects.map(({ referat }) => referat.text.length),
        ),
      ],
    };
  }

  async function checkAfterTyping() {
    const subjects = texts.map(({ name, referat }) => {
      const checker = new Checker();
      const document = ReferatDocument.parse(referat.text);
      checker.check(document);
      const type = typing(document, referat.places["the middle item"]);
      const run = () => checker.check(type());
      const before = checker.count.chunkRuns;
      run();
      return { name, run, items: checker.count.chunkRuns - before };
    });
    const results = await sampled(
      subjects.map(
        ({ run }) =>
          () =>
            clockTime(run),
      ),
      { budget: options.budget },
    );
    return {
      table: table(
        "One character typed in the middle item: the edit and all findings anew",
        ["size", "items checked", ...columns, "beside 60 KB"],
        subjects.map(({ name, items }, index) => [
          name,
          items,
          ...cells(results[index]),
          times(results[index].median / results[0].median),
        ]),
      ),
      aim: alike(
        "Edit and check, at all sizes",
        results.map(({ median }) => median),
      ),
    };
  }
}
