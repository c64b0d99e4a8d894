// The servers as an editor has them: a process, stdio, and a key pressed in the middle item.

import {
  alike,
  beside,
  cells,
  columns,
  figure,
  linear,
  pooled,
  sampled,
  table,
  times,
  wallTime,
} from "./harness.mjs";
import { LspClient } from "./lspClient.mjs";
import { minutes, sizes } from "./minutes.mjs";
import { folder, peers, referat, referatPulled } from "./peers.mjs";

const servers = [referat, referatPulled, ...peers];

/** Milliseconds after which a server that has not opened a text, or not answered a key, is given up. */
const longestOpening = 60_000;
const longestKey = 2_000;

/** So often the servers are started for the keys of the smallest text: a 95th percentile of one start is another with each start. */
const starts = { whole: 4, quick: 1 };

/** So many keys are pressed before memory and speed are looked at again, as far as they take no longer than this. */
const manyKeys = 2000;
const manyKeysBudget = { whole: 15_000, quick: 4_000 };

export default async function measureServer(options) {
  const { budget, quick } = options;
  const texts = sizes.map(({ name, cases }) => ({ name, ...minutes(cases) }));
  const cold = await coldStarts(texts[0], budget);
  const measured = [];
  for (const text of texts) measured.push(...(await measuredWith(text, options)));
  const places = await ownPlaces(texts, budget);
  const [smallest] = texts;
  const resultOf = (server, size) =>
    measured.find((each) => each.server === server && each.size === size.name) ?? {};
  const own = (pick) => texts.map((size) => pick(resultOf(referat, size)).median);
  const json = peers[0];

  return {
    tables: [
      table(
        "Over stdio, 60 KB: from the start of the process to the first diagnostics",
        ["server", ...columns, "beside referat"],
        servers.map(({ name }, index) => [name, ...cells(cold[index]), beside(cold[index], cold[0])]),
      ),
      rowsOf(
        "Over stdio: from a key pressed in the middle item to the diagnostics of that version, of a server just started",
        "findings",
        { of: ({ findings }) => findings, result: ({ key }) => key },
      ),
      rowsOf(
        `The same, after ${manyKeys} keys, or as many as ${manyKeysBudget[quick ? "quick" : "whole"] / 1000} s hold`,
        "keys before",
        { of: ({ memory }) => memory.keys, result: ({ later }) => later },
      ),
      ...questions.map(({ title, method }) =>
        rowsOf(`Over stdio: ${title}, asked after a key pressed`, "KB of answer", {
          of: ({ answers }) => figure((answers?.[method].length ?? 0) / 1000),
          result: ({ answers }) => answers?.[method],
        }),
      ),
      table(
        "Memory of the servers, in MB",
        ["server", "size", "opened", "keys", "after them", "peak", "peak beside referat"],
        measured
          .filter(({ memory }) => memory)
          .map(({ server, size, memory: { opened, keys, after, peak } }) => {
            const ours = measured.find((each) => each.server === referat && each.size === size).memory.peak;
            return [
              server.name,
              size,
              ...[opened, keys, after, peak].map((value) => (value === null ? "–" : Math.round(value))),
              peak === null || ours === null ? "–" : times(peak / ours),
            ];
          }),
      ),
      table(
        "Over stdio, referat: from a key pressed at other places to the diagnostics",
        ["place", "size", ...columns, "beside 60 KB"],
        places.map(({ place, size, result, smallest: first }) => [
          place,
          size,
          ...cells(result),
          beside(result, first),
        ]),
      ),
    ],
    aims: [
      belowJson("of a server just started", ({ key }) => key),
      belowJson(`after ${manyKeys} keys`, ({ later }) => later),
      ...peers.filter(({ prose }) => prose).map((peer) => tenTimes(peer)),
      ...questions.map(({ title, method }) => answeredBeforeJson(title, method)),
      alike(
        "[flat] Key in the middle item to diagnostics, pushed",
        own(({ key }) => key),
      ),
      ...[...new Set(places.map(({ place }) => place))].map((place) =>
        alike(
          `[flat] Key to diagnostics, ${place}`,
          places.filter((each) => each.place === place).map(({ result }) => result.median),
        ),
      ),
      alike(
        "[flat] completion over stdio",
        own(({ answers }) => answers.completion),
      ),
      ...["documentSymbol", "foldingRange"].map((method) =>
        linear(
          `[linear] ${method} over stdio, whose answer grows with the text`,
          own(({ answers }) => answers[method]),
          texts.map((size) => resultOf(referat, size).answers[method].length),
        ),
      ),
    ],
  };

  function belowJson(when, pick) {
    const [ours, pulled, theirs] = [referat, referatPulled, json].map(
      (server) => pick(resultOf(server, smallest)).p95,
    );
    return {
      aim: `Key to diagnostics at 60 KB, ${when}: p95 below that of VS Code's JSON server`,
      measured: `${figure(ours)} ms pushed, ${figure(pulled)} ms pulled, ${figure(theirs)} ms`,
      met: ours < theirs && pulled < theirs,
    };
  }

  /** Of ours the slower one counts: pushed or pulled. */
  function tenTimes(peer) {
    const theirs = resultOf(peer, smallest).key;
    const ours = [referat, referatPulled].map((server) => resultOf(server, smallest).key);
    const [median, p95] = ["median", "p95"].map(
      (figure) => theirs[figure] / Math.max(...ours.map((each) => each[figure])),
    );
    return {
      aim: `Key to diagnostics at 60 KB: ten times faster than ${peer.name}`,
      measured: `${times(median)}, p95 ${times(p95)}`,
      met: median >= 10 && p95 >= 10,
    };
  }

  /** The other servers answer less: see bench/README.md. */
  function answeredBeforeJson(title, method) {
    const [ours, pulled, theirs] = [referat, referatPulled, json].map(
      (server) => resultOf(server, smallest).answers[method].p95,
    );
    return {
      aim: `At 60 KB ${title}: p95 below that of VS Code's JSON server`,
      measured: `${figure(ours)} ms pushed, ${figure(pulled)} ms pulled, ${figure(theirs)} ms`,
      met: ours < theirs && pulled < theirs,
    };
  }

  function rowsOf(title, heading, { of, result }) {
    const asksMore = heading.includes("answer");
    const rows = measured.filter(
      (each) => result(each) || (each.over && !(asksMore && each.server.findingsOnly)),
    );
    return table(
      title,
      ["server", "size", heading, ...columns, "beside 60 KB", "beside referat"],
      rows.map((each) => {
        const found = result(each);
        const { server, size, over } = each;
        if (!found) return [server.name, size, "–", over, "–", 0, "–", "–"];
        const ours = result(measured.find((other) => other.server === referat && other.size === size));
        const first = result(resultOf(server, smallest));
        return [server.name, size, of(each), ...cells(found), beside(found, first), beside(found, ours)];
      }),
    );
  }
}

const questions = [
  { title: "the outline (documentSymbol)", method: "documentSymbol" },
  { title: "the folds (foldingRange)", method: "foldingRange" },
  { title: "completion", method: "completion" },
];

function coldStarts(text, budget) {
  const start = (server) => async () => {
    let client;
    const took = await wallTime(async () => {
      client = await LspClient.start(server.args, folder, server.options);
      await client.open(server.uri, server.languageId, text[server.form].text);
    });
    await client.stop();
    return took - (server.waits ?? 0);
  };
  return sampled(servers.map(start), { budget: 2 * budget });
}

/** All servers with a text of one size, taking turns. One that takes too long is given up, and that is said. */
async function measuredWith(text, { budget, quick }) {
  let subjects = [];
  const keys = [];
  const often = text.name === sizes[0].name ? starts[quick ? "quick" : "whole"] : 1;
  while (keys.length < often) {
    for (const { client } of subjects) await client?.stop();
    subjects = [];
    for (const server of servers) subjects.push(await opened(server, text));
    keys.push(await pressed(subjects.filter(isRunning), 2 * budget));
  }
  const running = subjects.filter(isRunning);
  running.forEach((subject, index) => {
    subject.key = pooled(keys.map((results) => results[index]));
    subject.answers = subject.server.findingsOnly ? undefined : {};
  });
  const asking = running.filter(({ answers }) => answers);
  for (const { method } of questions) {
    const results = await sampled(
      asking.map(({ press, ask }) => async () => {
        await press();
        return wallTime(() => ask(method));
      }),
      { budget: budget / 2 },
    );
    for (const [index, { answers, ask }] of asking.entries()) {
      answers[method] = { ...results[index], length: JSON.stringify(await ask(method))?.length ?? 0 };
    }
  }
  for (const { press, client, memory, presses } of running) {
    const until = performance.now() + manyKeysBudget[quick ? "quick" : "whole"];
    while (presses() < manyKeys && performance.now() < until) await press();
    Object.assign(memory, { keys: presses(), after: client.memory(), peak: client.peakMemory() });
  }
  const later = await pressed(running, 2 * budget);
  for (const [index, subject] of running.entries()) {
    subject.later = later[index];
    await subject.client.stop();
  }
  return subjects;
}

const isRunning = ({ over }) => !over;

/** Keys pressed in all servers in turn, until the diagnostics of that version. */
function pressed(subjects, budget) {
  const runs = subjects.map(
    ({ server, press }) =>
      async () =>
        (await wallTime(press)) - (server.waits ?? 0),
  );
  return sampled(runs, { budget });
}

/** A server of its own with the text open, and the key that types a character, and takes it away again. */
async function opened(server, size, place = "the middle item", typed = "x") {
  const { text, places } = size[server.form];
  const client = await LspClient.start(server.args, folder, server.options);
  const given = (limit) => ({ server, size: size.name, over: `> ${limit / 1000} s` });
  const found = await within(longestOpening, client.open(server.uri, server.languageId, text));
  if (!found) {
    client.kill();
    return given(longestOpening);
  }
  const opened = client.memory();
  const start = positionAt(text, places[place]);
  const end = positionAt(text.slice(0, places[place]) + typed, places[place] + typed.length);
  const changes = [
    { range: { start, end: start }, text: typed, whole: withTyped(text, places[place], typed) },
    { range: { start, end }, text: "", whole: text },
  ];
  let count = 0;
  const press = () => client.change(changes[count++ % 2]);
  if (!(await within(longestKey, press()))) {
    client.kill();
    return given(longestKey);
  }
  const blank = places["a blank line"];
  const position = blank === undefined ? start : positionAt(text, blank);
  const ask = (method) => client.ask(method, method === "completion" ? { position } : {});
  return {
    server,
    size: size.name,
    client,
    findings: found.length,
    press,
    ask,
    presses: () => count,
    memory: { opened },
  };
}

/** Our own server, at all the places where one types. */
async function ownPlaces(texts, budget) {
  const subjects = [];
  for (const { place, typed } of typing)
    for (const text of texts)
      subjects.push({ place: placeName(place, typed), ...(await opened(referat, text, place, typed)) });
  const results = await sampled(
    subjects.map(
      ({ press }) =>
        () =>
          wallTime(press),
    ),
    { budget },
  );
  for (const { client } of subjects) await client.stop();
  return subjects.map(({ place, size }, index) => ({
    place,
    size,
    result: results[index],
    smallest: results[index - (index % texts.length)],
  }));
}

const typing = [
  { place: "the start", typed: "x" },
  { place: "the participants", typed: "x" },
  { place: "the contents", typed: "x" },
  { place: "a heading", typed: "x" },
  { place: "the middle item", typed: "\n" },
  { place: "the end", typed: "x" },
];

function placeName(place, typed) {
  if (typed === "\n") return `a new line in ${place}`;
  return place === "the start" || place === "the end" ? `at ${place}` : `in ${place}`;
}

const withTyped = (text, at, typed) => text.slice(0, at) + typed + text.slice(at);

function positionAt(text, offset) {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length - 1, character: before.at(-1).length };
}

/** What is promised; null where it takes longer than so many milliseconds. */
async function within(limit, promise) {
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(() => resolve(null), limit);
  });
  const first = await Promise.race([promise, late]);
  clearTimeout(timer);
  if (first === null) promise.catch(() => {});
  return first;
}
