import assert from "node:assert/strict";
import { Pulse } from "../../client/src/server/pulse.ts";
import { Restarts } from "../../client/src/server/restarts.ts";

describe("a server that ends", () => {
  it("is started again five times in three minutes, and as often as one likes over a day", () => {
    let now = 0;
    const restarts = new Restarts(() => now);
    const ended = (times: number, apart: number): boolean[] =>
      Array.from({ length: times }, () => {
        now += apart;
        return restarts.allowed();
      });
    assert.deepEqual(ended(6, 1000), [true, true, true, true, true, false]);
    restarts.forget();
    assert.deepEqual(ended(6, 1000), [true, true, true, true, true, false]);
    now += 180_000;
    assert.ok(ended(50, 40_000).every(Boolean));
  });
});

describe("a server that hangs", () => {
  const interval = 1;
  const never = new Promise<never>(() => undefined);

  it("is noticed where somebody waits for it", async () => {
    let asked = 0;
    const pulse: Pulse = await new Promise((resolve) => {
      const made: Pulse = new Pulse(
        () => {
          asked++;
          return never;
        },
        () => resolve(made),
        interval,
      );
      void made.during(never);
    });
    pulse.stop();
    assert.equal(asked, 1, "one that has not answered was asked again");
  });

  it("is none that answers now and then, be it with an error, nor one that nobody waits for", async () => {
    let asked = 0;
    const hung: string[] = [];
    const computes = new Promise<string>((resolve) => {
      const pulse = new Pulse(
        () => {
          if (++asked === 40) resolve("done");
          return asked % 2 === 0 ? Promise.resolve() : Promise.reject(new Error("unknown"));
        },
        () => hung.push("computing"),
        interval,
      );
      void pulse.during(never).catch(() => undefined);
      setTimeout(() => pulse.stop(), 1000).unref();
    });
    assert.equal(await computes, "done");
    const quiet = new Pulse(
      () => never,
      () => hung.push("quiet"),
      interval,
    );
    assert.equal(await quiet.during(Promise.resolve("answer")), "answer");
    await new Promise((resolve) => {
      setTimeout(resolve, 60);
    });
    assert.deepEqual(hung, []);
  });
});
