// npm run fuzz [-- --seconds N] [--seed N] [--sessions N] [--stdio], or [--linear]: random sessions, for as long as is asked for; see README.md.
import { parseArgs } from "node:util";
import { inProcess } from "../support/inProcess.ts";
import { LspClient } from "../support/lspClient.ts";
import { linear } from "./linear.ts";
import { type Connect, fuzz } from "./play.ts";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    seed: { type: "string" },
    sessions: { type: "string", default: "10" },
    stdio: { type: "boolean", default: false },
    linear: { type: "boolean", default: false },
    length: { type: "string", default: "16000" },
    only: { type: "string", default: "" },
    every: { type: "string", default: "1" },
    opening: { type: "boolean", default: false },
    show: { type: "boolean", default: false },
  },
});

const [seconds, sessions] = [number("seconds", values.seconds), number("sessions", values.sessions)];
const connect: Connect = values.stdio
  ? () => LspClient.stdio()
  : () => LspClient.over(inProcess(["bilag.pdf", "Kort.pdf"]));

/** One seed alone, or one after another until the time is up. Gives how many failed. */
async function run(): Promise<number> {
  const only = values.seed === undefined ? null : number("seed", values.seed);
  const until = performance.now() + seconds * 1000;
  let seed = only ?? Date.now() % 2 ** 31;
  let tried = 0;
  let failed = 0;
  do {
    try {
      await fuzz(seed, sessions, connect);
    } catch (error) {
      failed++;
      console.log(`\nSeed ${seed} failed; again: npm run fuzz -- --seed ${seed} --sessions ${sessions}`);
      console.log(error);
    }
    tried += sessions;
    seed++;
  } while (only === null && performance.now() < until);
  console.log(`\n${tried} sessions, ${failed} seeds failed`);
  return failed;
}

function number(name: string, value: string): number {
  const read = Number(value);
  if (Number.isInteger(read) && read >= 0) return read;
  console.error(`--${name} takes a whole number, not ${value}`);
  process.exit(2);
}

const { only, opening, show: shows } = values;
const trial = { only, opening, shows, every: number("every", values.every) };
const work = values.linear ? linear(number("length", values.length), trial) : run();
void work.then((failed) => process.exit(failed === 0 ? 0 : 1));
