// The server as an editor has it: a process, stdio, and a key pressed in the middle item.

import { fileURLToPath } from "node:url";
import { alike, cells, columns, figure, sampled, table, times, wallTime } from "./harness.mjs";
import { LspClient } from "./lspClient.mjs";
import { minutes, sizes } from "./minutes.mjs";

const here = new URL(".", import.meta.url);
const file = (name) => fileURLToPath(new URL(name, here));

const referat = {
  name: "referat",
  form: "referat",
  languageId: "referat",
  uri: new URL("minutes.referat", here).href,
  args: [file("../dist/cli.js"), "lsp", "--stdio"],
};
const remark = {
  name: "unified-language-server, remark-lint",
  form: "markdown",
  languageId: "markdown",
  uri: new URL("minutes.md", here).href,
  args: [file("remarkServer.mjs"), "--stdio"],
};

export default async function measureServer({ budget }) {
  const texts = sizes.map(({ name, cases }) => ({ name, ...minutes(cases) }));
  const starts = await coldStarts([referat, remark], texts[0], budget);

  const pairs = [
    ...texts.slice(0, 2).flatMap((text) => [referat, remark].map((server) => ({ server, text }))),
    ...texts.slice(2).map((text) => ({ server: referat, text })),
  ];
  const subjects = [];
  for (const { server, text } of pairs) subjects.push(await opened(server, text));
  const keys = await sampled(
    subjects.map(
      ({ press }) =>
        () =>
          wallTime(press),
    ),
    { budget: 2 * budget },
  );
  const ours = subjects.filter(({ server }) => server === referat);
  const outlines = await sampled(
    ours.map(({ press, client }) => async () => {
      await press();
      return wallTime(() => client.symbols());
    }),
    { budget },
  );
  for (const subject of subjects) {
    subject.memory = subject.client.peakMemory();
    await subject.client.stop();
  }

  const resultOf = (server, size) =>
    keys[subjects.findIndex((subject) => subject.server === server && subject.size === size)];
  return {
    tables: [
      table(
        "Over stdio, 60 KB: from the start of the process to the first diagnostics",
        ["server", ...columns, "beside referat"],
        [referat, remark].map(({ name }, index) => [
          name,
          ...cells(starts[index]),
          times(starts[index].median / starts[0].median),
        ]),
      ),
      table(
        "Over stdio: from a key pressed in the middle item to the diagnostics of that version",
        ["server", "size", "findings", ...columns, "beside 60 KB", "beside referat", "peak memory MB"],
        subjects.map(({ server, size, findings, memory }, index) => [
          server.name,
          size,
          findings,
          ...cells(keys[index]),
          times(keys[index].median / resultOf(server, "60 KB").median),
          times(keys[index].median / resultOf(referat, size).median),
          memory === null ? "–" : figure(memory),
        ]),
      ),
      table(
        "Over stdio: documentSymbol after a key pressed",
        ["size", "symbols", ...columns, "beside 60 KB"],
        ours.map(({ size, symbols }, index) => [
          size,
          symbols,
          ...cells(outlines[index]),
          times(outlines[index].median / outlines[0].median),
        ]),
      ),
    ],
    aims: [
      alike(
        "Key pressed to diagnostics over stdio, at all sizes",
        sizes.map(({ name }) => resultOf(referat, name).median),
      ),
    ],
  };
}

function coldStarts(servers, text, budget) {
  const start = (server) => async () => {
    let client;
    const took = await wallTime(async () => {
      client = await LspClient.start(server.args, here.href);
      await client.open(server.uri, server.languageId, text[server.form].text);
    });
    await client.stop();
    return took;
  };
  return sampled(servers.map(start), { budget });
}

/** A server of its own with the text open, and the key that types a character, and takes it away again. */
async function opened(server, minutes) {
  const { text, places } = minutes[server.form];
  const client = await LspClient.start(server.args, here.href);
  const findings = (await client.open(server.uri, server.languageId, text)).length;
  const symbols = server === referat ? count(await client.symbols()) : 0;

  const offset = places["the middle item"];
  const before = text.slice(0, offset).split("\n");
  const start = { line: before.length - 1, character: before.at(-1).length };
  const behind = { line: start.line, character: start.character + 1 };
  const changes = [
    { range: { start, end: start }, text: "x", whole: `${text.slice(0, offset)}x${text.slice(offset)}` },
    { range: { start, end: behind }, text: "", whole: text },
  ];
  let presses = 0;
  const press = () => client.change(changes[presses++ % 2]);
  return { server, size: minutes.name, client, findings, symbols, press };
}

const count = (symbols) => symbols.reduce((sum, { children }) => sum + 1 + count(children ?? []), 0);
