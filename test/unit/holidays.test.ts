import assert from "node:assert/strict";
import { type CalendarDate, dayNumber, isoDate, weekdayOf } from "../../server/src/calendar/date.ts";
import { easterSunday, holidayOn } from "../../server/src/calendar/holidays.ts";
import { isoWeek } from "../../server/src/calendar/week.ts";

function date(iso: string): CalendarDate {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  return { year, month, day };
}

/** The date of a day, counted from 1 January 1970. */
function dateOf(day: number): CalendarDate {
  return date(new Date(day * 86_400_000).toISOString().slice(0, 10));
}

describe("weeks and holidays", () => {
  for (const [day, week] of [
    ["2026-03-04", "2026-10"], ["2024-12-30", "2025-1"], ["2021-01-03", "2020-53"], ["2021-01-04", "2021-1"], ["2026-12-31", "2026-53"],
    ["2027-01-01", "2026-53"], ["2025-12-29", "2026-1"], ["2022-01-01", "2021-52"], ["2000-02-29", "2000-9"],
    ["2025-12-31", "2026-1"], ["2026-01-01", "2026-1"], ["2026-01-04", "2026-1"], ["2026-01-05", "2026-2"], ["2015-01-01", "2015-1"],
  ] as const) {
    it(`${day} lies in week ${week}`, () => {
      const { year, week: number } = isoWeek(date(day));
      assert.equal(`${year}-${number}`, week);
    });
  } // prettier-ignore

  for (const easter of ["1818-03-22", "1943-04-25", "1961-04-02", "2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25", "2049-04-18"]) {
    it(`Easter Sunday is ${easter}`, () => assert.equal(isoDate(easterSunday(date(easter).year)), easter));
  } // prettier-ignore

  it("Easter is a Sunday between 22 March and 25 April", () => {
    for (let year = 1700; year < 2300; year++) {
      const easter = easterSunday(year);
      assert.equal(weekdayOf(easter), 6);
      const after = dayNumber(easter) - dayNumber({ year, month: 3, day: 22 });
      assert.ok(after >= 0 && after <= 34, String(year));
    }
  });

  it("has the holidays of a year, in both languages, and says which are so by law", () => {
    const days = Array.from({ length: 365 }, (_, day) => dateOf(dayNumber(date("2026-01-01")) + day));
    const holidays = days.flatMap((day) => {
      const holiday = holidayOn(day);
      return holiday ? [[isoDate(day), holiday.da, holiday.en, holiday.official]] : [];
    });
    assert.deepEqual(holidays, [
      ["2026-01-01", "nytårsdag", "New Year’s Day", true],
      ["2026-03-29", "palmesøndag", "Palm Sunday", true],
      ["2026-04-02", "skærtorsdag", "Maundy Thursday", true],
      ["2026-04-03", "langfredag", "Good Friday", true],
      ["2026-04-05", "påskedag", "Easter Sunday", true],
      ["2026-04-06", "2. påskedag", "Easter Monday", true],
      ["2026-05-01", "1. maj", "Labour Day", false],
      ["2026-05-14", "Kristi himmelfartsdag", "Ascension Day", true],
      ["2026-05-24", "pinsedag", "Whit Sunday", true],
      ["2026-05-25", "2. pinsedag", "Whit Monday", true],
      ["2026-06-05", "grundlovsdag", "Constitution Day", false],
      ["2026-12-24", "juleaftensdag", "Christmas Eve", false],
      ["2026-12-25", "juledag", "Christmas Day", true],
      ["2026-12-26", "2. juledag", "Boxing Day", true],
      ["2026-12-31", "nytårsaftensdag", "New Year’s Eve", false],
    ]);
  });

  it("knows store bededag until it became an ordinary day, and what falls on another holiday", () => {
    assert.deepEqual(holidayOn(date("2023-05-05")), { da: "store bededag", en: "Great Prayer Day", official: true });
    assert.equal(holidayOn(date("2024-04-26")), null);
    assert.equal(holidayOn(date("2008-05-01"))?.da, "Kristi himmelfartsdag");
  }); // prettier-ignore
});
