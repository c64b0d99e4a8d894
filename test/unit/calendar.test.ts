import assert from "node:assert/strict";
import fc from "fast-check";
import {
  clockAt,
  formatClock,
  formatMinutes,
  isClockTime,
  minutesOf,
} from "../../server/src/calendar/clock.ts";
import {
  type CalendarDate,
  danishDate,
  dashedDate,
  dayNumber,
  daysInMonth,
  isDate,
  isoDate,
  monthNames,
  readIsoDate,
  sameDate,
  weekdayNames,
  weekdayOf,
} from "../../server/src/calendar/date.ts";
import { danishTimestamp } from "../../server/src/calendar/danishTime.ts";
import { dateLike } from "../../server/src/calendar/dateForm.ts";
import { findDates, ordinalContinues, resolveDate } from "../../server/src/calendar/dateText.ts";

const date = (year: number, month: number, day: number): CalendarDate => ({ year, month, day });

/** Dates of the years that JavaScript's own calendar knows without tricks. */
const anyDate = fc
  .record({ year: fc.integer({ min: 1600, max: 2999 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) })
  .filter(isDate); // prettier-ignore

/** The dates that a text holds, read with a meeting on 4 March 2026. */
function read(text: string, near: CalendarDate | null = date(2026, 3, 4)): (string | null)[] {
  return findDates(text).map((mention) => {
    const resolved = resolveDate(mention, near);
    return resolved && isoDate(resolved);
  });
}

describe("calendar", () => {
  describe("days", () => {
    it("counts as JavaScript's own calendar does", () => {
      fc.assert(
        fc.property(anyDate, (each) => {
          const utc = new Date(Date.UTC(each.year, each.month - 1, each.day));
          assert.equal(dayNumber(each), utc.getTime() / 86_400_000);
          assert.equal(weekdayOf(each), (utc.getUTCDay() + 6) % 7);
          assert.equal(isoDate(each), utc.toISOString().slice(0, 10));
        }),
      );
    });

    it("goes on by one from each day to the next, over month ends and leap years", () => {
      for (const year of [1899, 1900, 1999, 2000, 2023, 2024, 2026, 2100]) {
        let before = dayNumber(date(year - 1, 12, 31));
        for (let month = 1; month <= 12; month++) {
          for (let day = 1; day <= daysInMonth(year, month); day++) {
            assert.equal(dayNumber(date(year, month, day)), ++before);
          }
        }
      }
    });

    it("knows leap years", () => {
      for (const year of [1600, 2000, 2024, 2028, 2400]) assert.equal(daysInMonth(year, 2), 29);
      for (const year of [1700, 1900, 2023, 2026, 2100]) assert.equal(daysInMonth(year, 2), 28);
      assert.deepEqual(
        monthNames.map((_, index) => daysInMonth(2026, index + 1)),
        [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31],
      );
    });

    it("refuses days that do not exist", () => {
      assert.ok(isDate(date(2024, 2, 29)));
      for (const [year, month, day] of [
        [2026, 2, 29],
        [2026, 4, 31],
        [2026, 0, 1],
        [2026, 13, 1],
        [2026, 1, 0],
        [2026, 1, 32],
      ] as const) {
        assert.ok(!isDate(date(year, month, day)), `${year}-${month}-${day}`);
      }
    });

    it("has Danish names, the week from Monday on", () => {
      assert.equal(weekdayNames.length, 7);
      assert.equal(monthNames.length, 12);
      assert.equal(weekdayNames[weekdayOf(date(2026, 3, 4))], "onsdag");
      assert.equal(weekdayNames[weekdayOf(date(2026, 3, 7))], "lørdag");
      assert.equal(weekdayNames[weekdayOf(date(2026, 3, 8))], "søndag");
      assert.equal(weekdayNames[weekdayOf(date(2026, 3, 9))], "mandag");
      assert.equal(danishDate(date(2026, 3, 4)), "4. marts 2026");
      assert.ok(sameDate(date(2026, 3, 4), date(2026, 3, 4)));
      assert.ok(!sameDate(date(2026, 3, 4), date(2025, 3, 4)));
      assert.ok(!sameDate(date(2026, 3, 4), date(2026, 4, 4)));
      assert.ok(!sameDate(date(2026, 3, 4), date(2026, 3, 5)));
    });
  });

  describe("dates in figures", () => {
    it("are written with all their noughts", () => {
      assert.equal(isoDate(date(26, 3, 4)), "0026-03-04");
      assert.equal(dashedDate(date(26, 3, 4)), "04-03-0026");
      assert.equal(dashedDate(date(2026, 12, 31)), "31-12-2026");
    });

    it("are read as they are written, and as nothing else", () => {
      assert.deepEqual(readIsoDate("2026-03-04"), date(2026, 3, 4));
      for (const text of ["", "2026-02-29", "2026-3-4", "12026-03-04", "2026-03-041", " 2026-03-04", "2026/03/04", "i dag"]) {
        assert.equal(readIsoDate(text), null, text);
      }
    });

    for (const [pattern, written] of [
      ["4. marts 2026", "9. maj 2027"], ["04. marts 2026", "09. maj 2027"], ["24. marts 2026", "9. maj 2027"], ["4.marts", "9.maj"], ["4 marts", "9 maj"],
      ["4.  marts  2026", "9.  maj  2027"], ["04-03-2026", "09-05-2027"], ["4-3-2026", "09-05-2027"], ["4/3 2026", "9/5 2027"], ["24/12", "9/5"],
      ["04/3 2026", "09/05 2027"], ["4/03 2026", "09/05 2027"], ["14/3/26", "9/5/27"], ["4.3.26", "9.5.27"], ["4.3.2026", "9.5.2027"], ["4.3. 2026", "9.5. 2027"],
    ] as const) {
      it(`are written like ${pattern}`, () => assert.equal(dateLike(date(2027, 5, 9), pattern), written));
    }

    it("have two figures for a year where the pattern has, and two for a day only where it is below ten", () => {
      assert.equal(dateLike(date(2005, 12, 24), "4.3.26"), "24.12.05");
      assert.equal(dateLike(date(2005, 12, 24), "04. marts"), "24. december");
      assert.equal(dateLike(date(2005, 12, 24), "4/3 2026"), "24/12 2005");
    });

    it("are written like nothing that is no date", () => {
      for (const pattern of ["", "x4. marts", "4. marts 26", "4. marts 2026x", "114. marts", "x4/3", "4/3x", "4/3 123", "104/3", "4/103", "4_3", "marts 2026", "4/3   2026"])
        assert.equal(dateLike(date(2027, 5, 9), pattern), null, pattern);
    });
  }); // prettier-ignore

  describe("the distance from UTC", () => {
    for (const [day, hour, minute, offset] of [
      [date(2026, 3, 28), 12, 0, 1], [date(2026, 3, 29), 0, 0, 1], [date(2026, 3, 29), 1, 59, 1], [date(2026, 3, 29), 2, 0, 2], [date(2026, 3, 30), 0, 0, 2],
      [date(2026, 7, 1), 1, 0, 2], [date(2026, 10, 24), 23, 0, 2], [date(2026, 10, 25), 2, 59, 2], [date(2026, 10, 25), 3, 0, 1], [date(2026, 10, 26), 0, 0, 1],
      [date(2026, 1, 1), 9, 5, 1], [date(2026, 12, 31), 23, 59, 1], [date(2024, 3, 31), 1, 0, 1], [date(2024, 3, 31), 3, 0, 2], [date(2027, 10, 31), 2, 0, 2],
    ] as const) {
      const written = `${isoDate(day)}T${formatClock({ hour, minute })}:00+0${offset}:00`;
      it(`is ${offset} h at ${written}`, () => assert.equal(danishTimestamp(day, { hour, minute }), written));
    }
  }); // prettier-ignore

  describe("dates in a text", () => {
    for (const written of [
      "4. marts 2026", "04. marts 2026", "d. 4. marts 2026", "d. 04. marts 2026", "den 4. marts 2026", "4.marts 2026", "4 marts 2026",
      "4. MARTS 2026", "04-03-2026", "4-3-2026", "d. 04-03-2026", "4/3 2026", "d. 4/3 2026", "4/3-2026", "4/3/2026", "4.3.2026",
      "04.03.2026", "4.3. 2026", "4.3.26", "d. 4.3.26", "Onsdag d. 4. marts 2026", "onsdag den 4. marts 2026", "ONSDAG 4. marts 2026",
      "onsdag, d. 4. marts 2026", "onsdag 04-03-2026", "4. marts", "d. 4. marts", "4.marts", "d. 4/3", "den 4/3",
    ]) {
      it(`reads ${written}`, () => {
        assert.deepEqual(read(written), ["2026-03-04"]);
        assert.deepEqual(read(`Udvalget mødtes ${written}, og så (${written}).`), ["2026-03-04", "2026-03-04"]);
        const [mention] = findDates(`Vi ses ${written}.`);
        assert.equal(`Vi ses ${written}.`.slice(mention?.start, mention?.end), written);
      });
    }

    it("reads every month, in any case", () => {
      for (const [index, month] of monthNames.entries()) {
        const expected = [isoDate(date(2026, index + 1, 9))];
        assert.deepEqual(read(`9. ${month} 2026`), expected);
        assert.deepEqual(read(`9. ${month.toUpperCase()} 2026`), expected);
        assert.deepEqual(read(`09.${month} 2026`), expected);
      }
    });

    it("reads every weekday with its place", () => {
      for (const [index, weekday] of weekdayNames.entries()) {
        const [mention] = findDates(`På ${weekday} d. 4. marts 2026`);
        assert.deepEqual(mention?.weekday, { start: 3, end: 3 + weekday.length, index });
        assert.equal(mention.start, 3);
      }
      assert.equal(findDates("på en onsdag. 4. marts 2026")[0]?.weekday, null);
    });

    for (const text of [
      "4/3", "3/4 af midlerne", "1.2", "afsnit 4.3.2", "23/1493", "2025-2027", "12-12 seminar", "4. kvartal 2026", "kl. 13.05-13.30",
      "114. marts 2026", "4. martsmøde", "version 1.4.3.26.2", "04-03-20261", "x4. marts 2026", "d. fjerde marts", "marts 2026", "2026-03-04",
      "4. mart 2026", "10.4.5.2026", "020-03-2026",
    ]) {
      it(`reads no date in ${text}`, () => assert.deepEqual(read(text), []));
    }

    it("reads day and month alone where a word before them says that they are a date", () => {
      for (const lead of ["senest ", "inden ", "frist ", "fristen ", "Frist: ", "fristen: ", "deadline ", "Deadline: ", "SENEST ", "d. ", "d.", "den ", "Den "])
        assert.deepEqual(read(`Svar ${lead}4/3.`), ["2026-03-04"], lead);
      for (const lead of ["omkring ", "senest", "senest  ", "frister ", "senest af ", "deadlines ", "inden:", "orden ", "inden senest i alt ", "d.x "])
        assert.deepEqual(read(`Svar ${lead}4/3.`), [], lead);
    }); // prettier-ignore

    it("reads a day that does not exist, and resolves it to none", () => {
      for (const written of ["31. februar 2026", "29-02-2026", "32.1.2026", "4/13 2026", "0. maj 2026"]) {
        assert.deepEqual(read(written), [null], written);
      }
      assert.deepEqual(read("29. februar 2024"), ["2024-02-29"]);
    });

    it("reads the year that is written, however far from the meeting", () => {
      for (const written of ["4. marts 2009", "04-03-2009", "4/3 2009", "4.3.2009", "4.3.09"]) {
        assert.deepEqual(read(written), ["2009-03-04"], written);
      }
      assert.deepEqual(read("4.3.0100"), ["0100-03-04"]);
    });

    it("reads two figures as a year of this century", () => {
      assert.deepEqual(read("4.3.99"), ["2099-03-04"]);
      assert.deepEqual(read("4.3.00"), ["2000-03-04"]);
    });

    it("stays within the text, in order and apart, whatever the text is", () => {
      const words = fc.constantFrom("onsdag", " ", ", ", "d. ", "den ", "4", "31", ".", ". ", "/", "-", "marts", "maj", "2026", "26", "\n", "x", "13");
      fc.assert(
        fc.property(fc.array(words, { maxLength: 30 }).map((parts) => parts.join("")), (text) => {
          let end = 0;
          for (const mention of findDates(text)) {
            assert.ok(mention.start >= end && mention.end > mention.start && mention.end <= text.length);
            end = mention.end;
            if (mention.weekday) assert.ok(mention.weekday.start === mention.start && mention.weekday.end < mention.end);
            const resolved = resolveDate(mention, date(2026, 3, 4));
            assert.ok(resolved === null || isDate(resolved));
          }
        }),
        { numRuns: 500 },
      );
    }); // prettier-ignore

    it("finds again every date that it writes", () => {
      fc.assert(
        fc.property(anyDate, (each) => {
          assert.deepEqual(read(`den ${danishDate(each)}`), [isoDate(each)]);
        }),
      );
    });
  }); // prettier-ignore

  describe("a date without a year", () => {
    it("takes the year nearest to the meeting", () => {
      assert.deepEqual(read("5. januar", date(2025, 12, 16)), ["2026-01-05"]);
      assert.deepEqual(read("20. december", date(2026, 1, 8)), ["2025-12-20"]);
      assert.deepEqual(read("1. juni", date(2026, 6, 1)), ["2026-06-01"]);
      assert.deepEqual(read("4. september", date(2026, 3, 4)), ["2025-09-04"]);
      assert.deepEqual(read("1. september", date(2026, 3, 4)), ["2026-09-01"]);
    });

    it("takes the nearest leap year for 29 February, of the years around", () => {
      assert.deepEqual(read("29. februar", date(2025, 1, 1)), ["2024-02-29"]);
      assert.deepEqual(read("29. februar", date(2027, 12, 1)), ["2028-02-29"]);
      assert.deepEqual(read("29. februar", date(2022, 6, 1)), [null]);
    });

    it("is nearer than the same day of the years before and after", () => {
      fc.assert(
        fc.property(anyDate, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (near, month, day) => {
          const [mention] = findDates(`${day}. ${monthNames[month - 1] ?? ""}`);
          const resolved = mention && resolveDate(mention, near);
          assert.ok(resolved);
          const distance = (year: number): number => Math.abs(dayNumber(date(year, month, day)) - dayNumber(near));
          for (const year of [near.year - 1, near.year, near.year + 1]) assert.ok(distance(resolved.year) <= distance(year));
        }),
      );
    }); // prettier-ignore

    it("is not known without a meeting", () => assert.deepEqual(read("4. marts", null), [null]));
  });

  describe("the start of a line", () => {
    it("is a date or an ordinal before months, their abbreviations, and parts of the year", () => {
      for (const rest of [" februar 2024", "maj 2025", " Marts", "kvartal", " kvartal 2026", ".kvartal".slice(1), " halvår", " tertial", " sept. 2026"]) {
        assert.match(rest, ordinalContinues);
      }
      for (const rest of [" Godkender", " majstang", "", " kvartalsvis opfølgning", " decembermødet", " at"]) {
        assert.doesNotMatch(rest, ordinalContinues);
      }
    });
  }); // prettier-ignore
});

describe("clock", () => {
  it("knows the times of a day", () => {
    for (const [hour, minute] of [
      [0, 0],
      [9, 5],
      [23, 59],
    ] as const) {
      assert.ok(isClockTime({ hour, minute }));
      assert.deepEqual(clockAt(minutesOf({ hour, minute })), { hour, minute });
    }
    for (const [hour, minute] of [
      [24, 0],
      [25, 0],
      [13, 60],
      [13, 75],
    ] as const) {
      assert.ok(!isClockTime({ hour, minute }));
    }
    assert.equal(clockAt(-1), null);
    assert.equal(clockAt(24 * 60), null);
  });

  it("writes times and durations for people", () => {
    assert.equal(formatClock({ hour: 9, minute: 5 }), "09:05");
    assert.equal(formatClock({ hour: 13, minute: 0 }, "."), "13.00");
    assert.equal(formatMinutes(0), "0 min");
    assert.equal(formatMinutes(45), "45 min");
    assert.equal(formatMinutes(60), "1 t");
    assert.equal(formatMinutes(150), "2 t 30 min");
  });
});
