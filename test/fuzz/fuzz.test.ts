import { inProcess } from "../support/inProcess.ts";
import { LspClient } from "../support/lspClient.ts";
import { fuzz } from "./play.ts";

/** The seeds of every run: a change and not chance breaks a test. `npm run fuzz` takes others, and a failed one again. */
const seeds = [1, 2];

describe("fuzz: after any edits the answers are those of a fresh server", () => {
  for (const seed of seeds) {
    it(`in sessions of seed ${seed}`, async function () {
      this.timeout(300_000);
      await fuzz(seed, 12, () => LspClient.over(inProcess(["bilag.pdf", "Kort.pdf"])));
    });
  }

  it("in sessions over standard input and output", async function () {
    this.timeout(300_000);
    await fuzz(3, 4, () => LspClient.stdio());
  });
});
