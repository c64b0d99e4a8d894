import assert from "node:assert/strict";
import { mock } from "node:test";
import type { Memento } from "vscode";
import { stub, Uri, window } from "../support/vscodeStub.ts";
import { serveFiles } from "../../client/src/archive/files.ts";
import { minutesOf, now, today } from "../../client/src/meeting/clock.ts";
import { MeetingMode } from "../../client/src/meeting/mode.ts";

const minute = 60_000;
const hour = 60 * minute;
const RealDate = Date;

/** The clock on the wall, which can be set, and the time that passes, which cannot. */
class Clock {
  private wall = new RealDate(2026, 2, 4, 13, 0).getTime();
  private passed = 0;

  install(): void {
    const wall = (): number => this.wall;
    globalThis.Date = class extends RealDate {
      constructor(...args: unknown[]) {
        if (args.length === 0) super(wall());
        else super(...(args as [number]));
      }

      static override now = wall;
    } as DateConstructor;
    mock.method(performance, "now", () => this.passed);
  }

  pass(milliseconds: number): void {
    this.wall += milliseconds;
    this.passed += milliseconds;
  }

  /** Somebody sets it, or the network does. */
  set(by: number): void {
    this.wall += by;
  }

  /** The machine sleeps: the time that passes is not counted by all of them. */
  sleep(milliseconds: number): void {
    this.wall += milliseconds;
  }
}

describe("a clock on the wall that jumps: the client", () => {
  let clock: Clock;

  beforeEach(() => {
    mock.timers.enable({ apis: ["setInterval"] });
    clock = new Clock();
    clock.install();
  });
  afterEach(() => {
    mock.timers.reset();
    mock.restoreAll();
    globalThis.Date = RealDate;
  });

  it("reads it anew each time", () => {
    assert.deepEqual([today(), now()], ["2026-03-04", "13:00"]);
    clock.set(-14 * hour);
    assert.deepEqual([today(), now()], ["2026-03-03", "23:00"]);
    clock.set(24 * 366 * hour);
    assert.deepEqual([today(), minutesOf(now())], ["2027-03-04", 23 * 60]);
  });

  describe("has the files looked at again when she comes back", () => {
    let sent: string[];
    let focus: (focused: boolean) => void;

    beforeEach(() => {
      sent = [];
      const client = {
        onRequest: () => ({ dispose: () => undefined }),
        isRunning: () => true,
        sendNotification: (method: string) => Promise.resolve(sent.push(method)),
      };
      stub.windowState.clear();
      serveFiles(client as unknown as Parameters<typeof serveFiles>[0]);
      focus = (focused) => {
        for (const listener of stub.windowState) listener({ focused });
      };
    });

    const away = (happens: () => void): number => {
      sent = [];
      focus(false);
      happens();
      focus(true);
      return sent.length;
    };

    it("after more than a minute, awake or asleep, and not before", () => {
      assert.equal(
        away(() => clock.pass(minute)),
        0,
      );
      assert.equal(
        away(() => clock.pass(minute + 1)),
        1,
      );
      assert.equal(
        away(() => clock.sleep(8 * hour)),
        1,
      );
      assert.deepEqual(sent, ["referat/lookAgain"]);
    });

    it("also where the clock was set meanwhile, be it back by as long as she was away", () => {
      for (const by of [-24 * 366, -2, -1, 1, 24 * 366])
        assert.equal(
          away(() => {
            clock.pass(hour);
            clock.set(by * hour);
          }),
          1,
          String(by),
        );
    });

    it("and then waits for another minute, not until the clock is where it was", () => {
      away(() => clock.set(24 * hour));
      clock.set(-24 * hour);
      assert.equal(
        away(() => clock.pass(1000)),
        0,
      );
      assert.equal(
        away(() => clock.pass(2 * minute)),
        1,
      );
    });
  });

  describe("leads through a meeting", () => {
    const uri = Uri.parse("file:///m/a.referat");
    const at = (line: number): object => ({ line, character: 0 });
    const item = (title: string, line: number, start: string, end: string): object => {
      const range = { start: at(line), end: at(line + 1) };
      return { title, number: line + 1, kind: "normal", start, end, range, heading: range, decision: null };
    };
    const items = [item("Havnen", 0, "13:00", "13:20"), item("Skolen", 1, "13:20", "13:40")];
    let mode: MeetingMode;

    const begin = (stored?: object): void => {
      stub.commands.clear();
      stub.applied = [];
      const memory = { get: () => stored, update: () => Promise.resolve() };
      const source = {
        uri,
        meeting: { date: "2026-03-04", items },
        onDidChange: () => ({ dispose: () => undefined }),
      };
      mode = new MeetingMode(
        source as unknown as ConstructorParameters<typeof MeetingMode>[0],
        memory as unknown as Memento,
      );
      const document = { uri, getText: () => "", offsetAt: () => 0, positionAt: () => at(0) };
      window.activeTextEditor = { document, selection: { active: at(0) }, revealRange: () => undefined };
    };
    afterEach(() => {
      mode.dispose();
      window.activeTextEditor = undefined;
    });
    const run = async (command: string): Promise<void> => {
      await stub.commands.get(`referat.${command}`)?.();
    };
    const times = async (): Promise<string[]> => {
      await run("skrivTiderne");
      return stub.applied.flatMap(({ insertions }) => insertions.map(({ text }) => text.trim()));
    };
    /** What the status bar says once it has looked at the clock again. */
    const bar = (): string => {
      mock.timers.tick(15_000);
      return stub.bar.text;
    };

    it("and says how late it is, as soon as the clock is right again", async () => {
      begin();
      await run("moedetilstand");
      clock.pass(30 * minute);
      assert.match(bar(), /1\. Havnen · til 13\.20 · 10 min bagud$/);
      for (const by of [24 * hour, -24 * 366 * hour, -hour]) {
        clock.set(by);
        assert.match(bar(), /1\. Havnen · til 13\.20/, String(by));
        clock.set(-by);
        assert.match(bar(), / · 10 min bagud$/, String(by));
      }
      clock.set(24 * hour);
      assert.doesNotMatch(bar(), /bagud|foran|til tiden/, "a meeting of another day");
    });

    it("and writes when each item was on, over midnight too", async () => {
      clock.set(10 * hour + 50 * minute);
      begin();
      await run("moedetilstand");
      clock.pass(30 * minute);
      await run("naestePunkt");
      clock.pass(15 * minute);
      await run("naestePunkt");
      assert.deepEqual(await times(), [
        "Punktet blev behandlet kl. 23.50-00.20.",
        "Punktet blev behandlet kl. 00.20-00.35.",
      ]);
    });

    it("and does not write of an item that it ended before it began: the clock was set back", async () => {
      begin();
      await run("moedetilstand");
      clock.pass(20 * minute);
      clock.set(-hour);
      await run("naestePunkt");
      clock.pass(15 * minute);
      await run("naestePunkt");
      assert.deepEqual(await times(), ["Punktet blev behandlet kl. 12.20-12.35."]);
    });

    it("and writes what was kept before the window was opened anew", async () => {
      const stamps = { Havnen: { start: "13:00", end: "13:20" }, Skolen: { start: "13:20" } };
      begin({ uri: String(uri), item: "Skolen", index: 1, stamps });
      clock.pass(40 * minute);
      await run("naestePunkt");
      assert.deepEqual(await times(), [
        "Punktet blev behandlet kl. 13.00-13.20.",
        "Punktet blev behandlet kl. 13.20-13.40.",
      ]);
    });
  });
});
