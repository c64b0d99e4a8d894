// How near an edit is to what it cannot do without: reading the client's message, looking once at each sign of the item that
// was typed in, and writing the findings. And where the rest of its time goes, by the parts of the server.

import { readFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { loadCore, typing } from "./core.mjs";
import { cells, columns, clockTime, figure, sampled, table, times } from "./harness.mjs";
import { minutes, sizes } from "./minutes.mjs";

/** What is done so many times for one sample: it takes microseconds. */
const repeated = 20;
const profiledKeys = 1500;

export default async function measureLimit({ budget, quick }) {
  const core = await loadCore();
  const subjects = sizes.map(({ name, cases }) => subjectOf(core, name, minutes(cases).referat));
  const steps = [
    { name: "the least: message, signs of the item, answer", run: ({ least }) => least() },
    { name: "the edit: the item cut and read anew", run: ({ edit }) => edit() },
    { name: "the edit and the rules", run: ({ check }) => check() },
    { name: "the edit, the rules and the answer", run: ({ answer }) => answer() },
  ];
  const rows = subjects.flatMap((subject) => steps.map((step) => ({ subject, step })));
  const results = await sampled(
    rows.map(({ subject, step }) => () => {
      return (
        clockTime(() => {
          for (let count = 0; count < repeated; count++) step.run(subject);
        }) / repeated
      );
    }),
    { budget },
  );
  return {
    tables: [
      table(
        "What an edit in the middle item must touch, in KB",
        ["size", "the document", "the message", "the item", "the answer"],
        subjects.map(({ name, touched }) => [name, ...touched.map((bytes) => figure(bytes / 1000))]),
      ),
      table(
        "What it costs in process, beside the least that it could",
        ["step", "size", ...columns, "beside the least"],
        rows.map(({ subject, step }, index) => [
          step.name,
          subject.name,
          ...cells(results[index]),
          times(results[index].median / results[index - (index % steps.length)].median),
        ]),
      ),
      table(
        "Where the time of the edit and the rules goes at 6 MB, by processor samples",
        ["part", "share"],
        await profiled(quick ? profiledKeys / 3 : profiledKeys),
      ),
    ],
    aims: [],
  };
}

function subjectOf({ ReferatDocument, Checker, messageOf }, name, { text, places }) {
  const offset = places["the middle item"];
  const document = ReferatDocument.parse(text);
  const item = document.chunks[document.chunkIndexAt(offset)].text;
  const message = JSON.stringify({
    jsonrpc: "2.0",
    method: "textDocument/didChange",
    params: {
      textDocument: { uri: "file:///minutes.referat", version: 2 },
      contentChanges: [
        { range: { start: document.positionAt(offset), end: document.positionAt(offset) }, text: "x" },
      ],
    },
  });
  const [edit, checkedEdit, answeredEdit] = [0, 1, 2].map(() => typing(document, offset));
  const [checker, answering] = [new Checker(), new Checker()];
  const findings = checker.check(document);
  answering.check(document);
  const diagnostics = diagnosticsOf(document, findings);
  return {
    name,
    touched: [text, message, item, JSON.stringify(diagnostics)].map((each) => Buffer.byteLength(each)),
    least() {
      let sum = JSON.parse(message).params.textDocument.version;
      for (let at = 0; at < item.length; at++) sum += item.charCodeAt(at);
      return sum + Buffer.byteLength(JSON.stringify(diagnostics));
    },
    edit,
    check: () => checker.check(checkedEdit()),
    answer() {
      const after = answeredEdit();
      return JSON.stringify(diagnosticsOf(after, answering.check(after)));
    },
  };

  function diagnosticsOf(at, found) {
    return found.map((finding) => ({
      range: {
        start: at.positionAt(at.offsets[finding.chunk] + finding.span.start),
        end: at.positionAt(at.offsets[finding.chunk] + finding.span.end),
      },
      severity: finding.severity,
      code: finding.rule.id,
      source: "referat",
      message: messageOf(finding, "da"),
    }));
  }
}

/** The shares of the parts of the server: the folders of `server/src`, and the collection of garbage. */
async function profiled(keys) {
  const { ReferatDocument, Checker, outfile } = await loadCore({ named: true });
  const { text, places } = minutes(sizes.at(-1).cases).referat;
  const type = typing(ReferatDocument.parse(text), places["the middle item"]);
  const checker = new Checker();
  const press = (count) => {
    for (let at = 0; at < count; at++) checker.check(type());
  };
  press(keys / 3);
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: 200 });
  await session.post("Profiler.start");
  press(keys);
  const { profile } = await session.post("Profiler.stop");
  session.disconnect();

  const partAt = partsOf(readFileSync(outfile, "utf8"));
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(
    profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])),
  );
  const shares = new Map();
  for (const [index, id] of profile.samples.entries()) {
    const part = partOf(id);
    shares.set(part, (shares.get(part) ?? 0) + profile.timeDeltas[index]);
  }
  const all = [...shares.values()].reduce((sum, each) => sum + each, 0);
  return [...shares]
    .sort((one, other) => other[1] - one[1])
    .map(([part, time]) => [part, `${((100 * time) / all).toFixed(1)} %`])
    .slice(0, 10);

  /** A regular expression, or what is built in, is its caller's. */
  function partOf(id) {
    for (let at = id; at !== undefined; at = parents.get(at)) {
      const { functionName, url, lineNumber } = nodes.get(at).callFrame;
      if (functionName === "(garbage collector)") return "collecting garbage";
      if (url.endsWith("core.named.mjs")) return partAt(lineNumber + 1);
    }
    return "the rest of Node";
  }
}

/** Which part a line of the bundle is of: esbuild writes the file's name above what is of it. */
function partsOf(bundle) {
  const lines = bundle.split("\n");
  const starts = lines.flatMap((line, index) => {
    const part = /^\/\/ server\/src\/([^/]+)\//.exec(line)?.[1];
    return part
      ? [{ line: index + 1, part }]
      : /^\/\/ node_modules\//.test(line)
        ? [{ line: index + 1, part: "libraries" }]
        : [];
  });
  return (line) => starts.findLast((each) => each.line <= line)?.part ?? "the rest of Node";
}
