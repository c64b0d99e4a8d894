import assert from "node:assert/strict";
import fc from "fast-check";
import { formatClock } from "../../server/src/calendar/clock.ts";
import { readTitleTime, type TimeForm } from "../../server/src/syntax/itemTime.ts";
import { readNumberedHeading, readUnnumberedHeading } from "../../server/src/syntax/itemHeading.ts";

/** What the heading `Punkt 4: <title>` says: its title and its time, in few words. */
function read(title: string): { title: string; time: string | null } {
  const heading = readNumberedHeading(`Punkt 4: ${title}`, 0, 9 + title.length);
  assert.ok(heading);
  const { time } = heading;
  if (time === null) return { title: heading.title, time: null };
  if (time.type === "duration") return { title: heading.title, time: `${time.minutes} min` };
  return {
    title: heading.title,
    time: time.end ? `${formatClock(time.start)}-${formatClock(time.end)}` : `${formatClock(time.start)}-`,
  };
}

const titles = [
  "Ny svømmehal",
  "Orienteringssag: Ny svømmehal",
  "Byporte: valg af kunstner",
  "Budget (2025-2027)",
  "Hvad nu?",
];

describe("item times", () => {
  describe("a slot", () => {
    for (const written of [
      ", kl. 13.05-13.30", " (13.05-13.30)", " (kl. 13:05-13:30)", " (Kl. 13.05-13.30)", ",kl.13.05 – 13.30", ", kl.13.05-13.30",
      ", kl. 13:05-13:30", ", Kl. 13.05-13.30", ", KL. 13.05-13.30", ", kl 13.05-13.30", " kl. 13.05-13.30", " - kl. 13.05-13.30",
      ",  kl.  13.05 - 13.30", " ( 13.05 – 13.30 )", "(13.05-13.30)", "\t(13.05-13.30)", "\u00a0(13.05-13.30)", ", kl. 13.05—13.30",
      " (13.05-kl. 13.30)", " (13:05-13.30)", ", kl. 13.05-13.30.", " (13.05-13.30).", " (13.05-13.30", " - (13.05-13.30)", ", (13.05-13.30)",
    ]) {
      for (const title of titles) {
        it(`is read in ${title}${written}`, () => {
          assert.deepEqual(read(title + written), { title, time: "13:05-13:30" });
        });
      }
    }

    it("can have hours below ten, with one figure or two", () => {
      for (const written of [", kl. 8.30-9.05", " (08.30-09.05)", " (8:30-09:05)"]) {
        assert.deepEqual(read(`Velkomst${written}`), { title: "Velkomst", time: "08:30-09:05" });
      }
    });

    it("can be whole hours where it has its word", () => {
      assert.deepEqual(read("Velkomst, kl. 13-14"), { title: "Velkomst", time: "13:00-14:00" });
      assert.deepEqual(read("Velkomst (kl. 9-10.30)"), { title: "Velkomst", time: "09:00-10:30" });
    });

    it("can be impossible: that is for a rule to say", () => {
      assert.deepEqual(read("Velkomst (25.00-25.30)"), { title: "Velkomst", time: "25:00-25:30" });
      assert.deepEqual(read("Velkomst, kl. 13.75-14.00"), { title: "Velkomst", time: "13:75-14:00" });
      assert.deepEqual(read("Velkomst (14.00-13.00)"), { title: "Velkomst", time: "14:00-13:00" });
    });
  });

  describe("a duration", () => {
    for (const [written, minutes] of [
      ["(30 min)", 30],
      ["(30 min.)", 30],
      ["(30 minutter)", 30],
      ["(30 Min)", 30],
      ["(30min)", 30],
      ["( 30 min )", 30],
      ["(5 min)", 5],
      ["(120 min)", 120],
      ["(0 min)", 0],
      ["(1 time)", 60],
      ["(1½ time)", 90],
      ["(2 timer)", 120],
      ["(½ time)", 30],
      ["(1,5 time)", 90],
      ["(1 time 15 min)", 75],
      ["(1 time og 15 minutter)", 75],
      ["(ca. 20 min)", 20],
      ["(ca.20 min)", 20],
      ["(ca 20 min)", 20],
      ["(1time 15min)", 75],
      ["(1 time og 15min)", 75],
    ] as const) {
      for (const title of titles) {
        it(`is read in ${title} ${written}`, () => {
          assert.deepEqual(read(`${title} ${written}`), { title, time: `${minutes} min` });
        });
      }
    }
  });

  it("a duration can stand behind a comma", () => {
    assert.deepEqual(read("Ny svømmehal, (30 min)"), { title: "Ny svømmehal", time: "30 min" });
    assert.deepEqual(read("Ny svømmehal – (30 min)"), { title: "Ny svømmehal", time: "30 min" });
  });

  it("a dash within the title is the title's", () => {
    assert.deepEqual(read("Havnen - første del, kl. 9.00-9.30"), { title: "Havnen - første del", time: "09:00-09:30" });
    assert.deepEqual(read("Havnen-, kl. 9.00-9.30"), { title: "Havnen-", time: "09:00-09:30" });
  }); // prettier-ignore

  describe("the form of a time", () => {
    const form = (written: string): TimeForm => {
      const text = `Hallen${written}`;
      const time = readTitleTime(text, 0, text.length)?.time;
      assert.ok(time && time.type !== "duration", written);
      return time.form;
    };

    it("is odd where a parenthesis or an end is wrong, or two separators are written", () => {
      for (const written of [" (13.05-13.30", " kl. 13.05-13.30)", ", kl. 13.05-13.30.", " (13.05-13.30).", " (13.05-13:30)", " (kl. 13-13.30)"])
        assert.ok(form(written).odd, written);
      for (const written of [" (13.05-13.30)", ", kl. 13.05-13.30", " (kl. 13-14)", " (13.05)", ", kl. 13"])
        assert.ok(!form(written).odd, written);
    }); // prettier-ignore

    it("has parentheses as soon as there is one of them", () => {
      for (const written of [" (13.05-13.30)", " (13.05-13.30", " kl. 13.05-13.30)"])
        assert.ok(form(written).parentheses, written);
      assert.ok(!form(", kl. 13.05-13.30").parentheses);
    });

    it("has the separator of whichever clock time has one", () => {
      for (const [written, separator] of [
        [" (13.05-13.30)", "."],
        [" (13:05-13:30)", ":"],
        [", kl. 13.05-14", "."],
        [", kl. 13-14.30", "."],
        [", kl. 13:05-14", ":"],
        [", kl. 13-14:30", ":"],
        [", kl. 13-14", ""],
      ] as const)
        assert.equal(form(written).separator, separator, written);
    });

    it("has short hours where an hour below ten says so", () => {
      for (const [written, short] of [
        [" (9.00-9.30)", true],
        [" (9.00-10.30)", true],
        [" (09.00-10.30)", false],
        [" (9.00)", true],
        [" (09.00)", false],
        [" (10.00-10.30)", null],
        [" (10.00)", null],
      ] as const)
        assert.equal(form(written).shortHour, short, written);
    });
  });

  describe("a start alone", () => {
    for (const written of [", kl. 13.05", " (13.05)", " (kl. 13.05)", ", kl.13:05", ",kl. 13.05"]) {
      for (const title of titles) {
        it(`is read in ${title}${written}`, () => {
          assert.deepEqual(read(title + written), { title, time: "13:05-" });
        });
      }
    }
  });

  describe("no time", () => {
    for (const title of [
      "Kommuneplan (2025-2027)", "Kommuneplan 2025-2027", "12-12 seminar den 23.-24. januar", "Seminar 9.00-14.00 i salen", "Møde kl. 13.05-13.30 i hallen",
      "Budget (13-14)", "Budget (13)", "Budget (2027)", "Kapitel 13.05", "Kapitel 13.05-13.30", "Version 2.10", "Lov nr. 13.05", "Ny svømmehal (13.05-13.30) i Havneby",
      "Ny svømmehal (30 min) i Havneby", "Ny svømmehal 30 min", "Halvanden time", "Minutter (min)", "En time (time)", "Ny svømmehal (13.5-13.30)", "Ny svømmehal ()", "Ny svømmehal (",
      "Ny svømmehal (16.10, del 2)", "Ny svømmehal (1 af 2)", "Onkl. 13.05", "Onkl. 13.05-13.30", "Ny svømmehal (13.05-13)", "Ny svømmehal (30 km)", "Ny svømmehal (30 mio.)", "Ny svømmehal d. 4.3.2026",
    ]) {
      it(`is read in ${title}`, () => assert.deepEqual(read(title), { title, time: null }));
    }

    it("is read from what stands in front of the end", () => {
      assert.deepEqual(read("Plan (2025-2027) (14.20-14.30)"), { title: "Plan (2025-2027)", time: "14:20-14:30" });
      assert.deepEqual(read("Åbent 9.00-14.00, kl. 10.00-10.30"), { title: "Åbent 9.00-14.00", time: "10:00-10:30" });
      assert.deepEqual(read("Pulje (30 min) (13.05-13.30)"), { title: "Pulje (30 min)", time: "13:05-13:30" });
    });
  });

  describe("a title that is nothing but a time", () => {
    it("is empty", () => {
      assert.deepEqual(read("(13.05-13.30)"), { title: "", time: "13:05-13:30" });
      assert.deepEqual(read("kl. 13.05-13.30"), { title: "", time: "13:05-13:30" });
      assert.deepEqual(read("kl. 13.05"), { title: "", time: "13:05-" });
      assert.deepEqual(read("(30 min)"), { title: "", time: "30 min" });
      assert.deepEqual(read(""), { title: "", time: null });
    });
  });

  describe("places", () => {
    const clock = fc.tuple(fc.integer({ min: 0, max: 29 }), fc.integer({ min: 0, max: 99 }), fc.boolean());
    const form = fc.record({
      start: clock,
      end: fc.option(clock),
      separator: fc.constantFrom(".", ":"),
      dash: fc.constantFrom("-", " - ", "–", " – "),
      wrap: fc.constantFrom(["(", ")"], ["(kl. ", ")"], [", kl. ", ""], [",kl.", ""], ["( Kl. ", " )"]),
      title: fc.constantFrom(...titles, "Sag 1", "Å 😀", "Lang ".repeat(40).trim()),
    });

    it("are those of the title, the time, its start and its end", () => {
      fc.assert(
        fc.property(form, ({ start, end, separator, dash, wrap, title }) => {
          const written = ([hour, minute, short]: [number, number, boolean]): string =>
            `${short ? hour : String(hour).padStart(2, "0")}${separator}${String(minute).padStart(2, "0")}`;
          const [open = "", close = ""] = wrap;
          const lead = open.startsWith("(") ? " " : "";
          const text = `${title}${lead}${open}${written(start)}${end ? dash + written(end) : ""}${close}`;
          const found = readTitleTime(text, 0, text.length);
          assert.ok(found && found.time.type !== "duration", text);
          const { time, titleEnd } = found;
          assert.equal(text.slice(0, titleEnd), title);
          assert.equal(text.slice(time.startSpan.start, time.startSpan.end), written(start));
          assert.deepEqual(time.start, { hour: start[0], minute: start[1] });
          assert.equal(time.endSpan && text.slice(time.endSpan.start, time.endSpan.end), end && written(end));
          assert.deepEqual(time.end, end && { hour: end[0], minute: end[1] });
          assert.equal(time.span.end, text.length);
          assert.match(text.slice(time.span.start), /^[(k]/i);
          assert.equal(text.slice(titleEnd, time.span.start), time.form.lead);
        }),
        { numRuns: 500 },
      );
    });

    it("are those of the end, whatever stands behind it", () => {
      for (const [written, end] of [
        [", kl. 9.30-11", "11"],
        [", kl. 9-10.30", "10.30"],
        [" (9.30-10:30).", "10:30"],
        [" ( 9.30 - 10.30  ).", "10.30"],
        [" (9.30-10.30  ", "10.30"],
        ["(kl. 9.30-kl. 10.30)", "10.30"],
      ] as const) {
        const text = `Hallen${written}`;
        const time = readTitleTime(text, 0, text.trimEnd().length)?.time;
        assert.ok(time && time.type !== "duration" && time.endSpan, written);
        assert.equal(text.slice(time.endSpan.start, time.endSpan.end), end, written);
      }
    });

    it("lie in the heading, whatever it is", () => {
      const parts = fc.constantFrom("(", ")", "kl", "kl.", ".", ":", "-", "–", " ", ",", "13", "1", "30", "min", "time", "½", "og", "ca.", "x", "\u00a0", "\t", "2025", "😀");
      fc.assert(
        fc.property(fc.array(parts, { maxLength: 14 }).map((all) => all.join("")), (title) => {
          const text = `Punkt 1: ${title}`;
          const heading = readNumberedHeading(text, 0, text.length);
          assert.ok(heading);
          const { titleSpan, fullTitleSpan, time, span } = heading;
          assert.ok(fullTitleSpan.start <= titleSpan.start && titleSpan.end <= fullTitleSpan.end);
          assert.ok(span.start === 0 && fullTitleSpan.end <= span.end && span.end <= text.length);
          assert.equal(text.slice(titleSpan.start, titleSpan.end), heading.title);
          if (!time) return assert.deepEqual(titleSpan, fullTitleSpan);
          assert.ok(time.span.start >= titleSpan.end && time.span.end === fullTitleSpan.end, text);
          if (time.type === "duration") {
            assert.ok(time.wordsSpan.start > time.span.start && time.wordsSpan.end < time.span.end);
            return assert.ok(time.minutes >= 0);
          }
          assert.match(text.slice(time.startSpan.start, time.startSpan.end), /^\d{1,2}(?:[.:]\d{2})?$/);
          assert.ok(time.startSpan.start >= time.span.start);
          if (!time.endSpan) return assert.equal(time.type, "start");
          assert.match(text.slice(time.endSpan.start, time.endSpan.end), /^\d{1,2}(?:[.:]\d{2})?$/);
          assert.ok(time.endSpan.start > time.startSpan.end && time.endSpan.end <= time.span.end);
        }),
        { numRuns: 2000 },
      );
    });
  });
}); // prettier-ignore

describe("item headings", () => {
  const isHeading = (line: string): boolean => readNumberedHeading(line, 0, line.length) !== null;

  it("are Punkt, a number and a colon", () => {
    for (const line of ["Punkt 4: Sag", "Punkt 4:Sag", "Punkt 4:", "PUNKT 4: Sag", "Punkt  4 : Sag", "Punkt\u00a04: Sag", "Punkt\t4: Sag", "Punkt 112: Sag", "Punkt 07: Sag"]) {
      assert.ok(isHeading(line), line);
    }
    for (const line of ["Punkt 4", "Punkt 4. Sag", "Punkt: Sag", "Punkter 4: Sag", "Punkt4: Sag", "punkt 4: Sag", "Pkt. 4: Sag", "Punkt 4 og 5: Sag", "Punkt fire: Sag", "Punkt 4.1: Sag", ""]) {
      assert.ok(!isHeading(line), line);
    }
  }); // prettier-ignore

  it("have the number as it stands", () => {
    const heading = readNumberedHeading("PUNKT  07 : Sag", 0, 15);
    assert.ok(heading);
    assert.equal(heading.number, 7);
    assert.deepEqual(heading.numberSpan, { start: 7, end: 9 });
    assert.deepEqual(heading.labelSpan, { start: 0, end: 9 });
    assert.equal(heading.title, "Sag");
  });

  it("of pauses need no number", () => {
    for (const line of ["PAUSE (kl. 14.20-14.30)", "Frokost, kl. 12.00-12.30", "PAUSE", "Pause", "Kaffepause (15 min)", "frokost (12.00-12.30)", "Frokost"]) {
      const heading = readUnnumberedHeading(line, 0, line.length);
      assert.equal(heading?.number, null, line);
      assert.deepEqual(heading.labelSpan, heading.titleSpan);
    }
    for (const line of ["Pausen", "Frokost i kantinen", "Frokostordning", "Pause og kaffe", "Pauserum (30 min)", "Middag, kl. 18.00", "En pause", "Pause:", "Frokost!"]) {
      assert.equal(readUnnumberedHeading(line, 0, line.length), null, line);
    }
  }); // prettier-ignore
});
