// Samples and tables: what all measurements share.

/**
 * Takes samples of each run in turn, so that a busy moment of the machine meets all of them, and in another order each time: who
 * always came after a heavy one would find its traces in the processor. A run is a function that gives its time in ms; it takes
 * part until its share of time is used up. The first samples only warm up.
 */
export async function sampled(runs, { budget, min = 5, max = 400 }) {
  const states = runs.map((run) => ({ run, spent: 0, warm: 0, samples: [] }));
  const drawn = draws();
  const running = ({ spent, samples }) => samples.length < min || (spent < budget && samples.length < max);
  for (;;) {
    const active = states.filter(running);
    if (active.length === 0) return states.map(({ samples }) => summary(samples));
    for (const state of shuffled(active, drawn)) {
      const took = await state.run();
      state.spent += took;
      if (state.warm < 30 && state.spent < budget / 2) state.warm++;
      else state.samples.push(took);
    }
  }
}

/** Numbers from 0 up to 1, the same in each run. (Lehmer's generator, as Park and Miller have it.) */
function draws() {
  let seed = 1;
  return () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function shuffled(list, drawn) {
  const result = [...list];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(drawn() * (last + 1));
    [result[last], result[other]] = [result[other], result[last]];
  }
  return result;
}

/** The time of `work` in this process by the clock, in ms. */
export function clockTime(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The time by the clock until what `work` promises is there, in ms: it happens in other processes. */
export async function wallTime(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export function summary(samples) {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { median: at(0.5), p95: at(0.95), count: sorted.length, samples };
}

/** What the samples of several runs say together. */
export const pooled = (summaries) => summary(summaries.flatMap(({ samples }) => samples));

/** A Markdown table; all columns but the first are figures. */
export function table(title, header, rows) {
  const cells = [header, ...rows].map((row) => row.map(String));
  const widths = header.map((_, column) => Math.max(3, ...cells.map((row) => row[column].length)));
  const line = (row) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join(" | ")} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
  );
  return [`### ${title}`, "", line(cells[0]), line(rule), ...cells.slice(1).map(line), ""].join("\n");
}

export const figure = (value) =>
  value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(value >= 10 ? 1 : 2) : value.toFixed(3);
export const times = (value) => `${figure(value)} ×`;

/** The cells of a summary, for the columns `median ms`, `p95 ms` and `samples`. */
export const cells = ({ median, p95, count }) => [figure(median), figure(p95), count];
export const columns = ["median ms", "p95 ms", "samples"];

/** How many times one summary's median is another's; a dash where there is nothing to be held against. */
export function beside(one, other) {
  return other ? times(one.median / other.median) : "–";
}

/** What an aim says of times that may grow with what there is to be done, and not more. */
export function linear(what, values, amounts, limit = 2) {
  const last = values.length - 1;
  const grown = values[last] / values[0];
  const more = amounts[last] / amounts[0];
  return {
    aim: `${what}: within a factor of ${limit}`,
    measured: `${times(grown)} for ${times(more)} as much`,
    met: grown <= limit * more,
  };
}

/** What an aim says of figures that should be alike: the largest beside the smallest. */
export function alike(what, values, limit = 2) {
  const spread = Math.max(...values) / Math.min(...values);
  return { aim: `${what}: within a factor of ${limit}`, measured: times(spread), met: spread <= limit };
}
