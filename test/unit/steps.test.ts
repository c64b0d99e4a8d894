import assert from "node:assert/strict";
import { readRecord } from "../../server/src/protocol/archive/readRecord.ts";
import { Pace } from "../../server/src/protocol/archive/pace.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { defaultVocabulary } from "../../server/src/syntax/vocabulary.ts";
import { minutes } from "../support/archive.ts";

function text(items: number): string {
  return minutes(
    "04-03-2026",
    Array.from({ length: items }, (_, index) => `Molen ${index}\n\nBeslutning\n\nGodkendt.`),
  );
}

class CountingPace extends Pace {
  steps = 0;

  constructor() {
    super(() => Promise.resolve());
  }

  override step(): Promise<void> {
    this.steps++;
    return Promise.resolve();
  }
}

describe("a text that is read in the background", () => {
  it("is read an item a step, and is then the same document", () => {
    const steps = ReferatDocument.parsing(text(40), defaultVocabulary);
    let count = 0;
    for (let step = steps.next(); ; step = steps.next(), count++) {
      if (!step.done) continue;
      assert.deepEqual(step.value, ReferatDocument.parse(text(40)));
      assert.equal(count, step.value.chunks.length - 1);
      break;
    }
  });

  it("makes way between any two items", async () => {
    const pace = new CountingPace();
    const record = await readRecord("file:///molen.referat", text(40), null, pace);
    assert.equal(record?.items.length, 40);
    // Once when they are read, and once when it is found out what they say.
    assert.ok(pace.steps >= 2 * 40, `${pace.steps} steps`);
  });
});
