import assert from "node:assert/strict";
import { type CalendarDate, dayNumber, isoDate, weekdayOf } from "../../server/src/calendar/date.ts";
import { easterSunday, holidayOn } from "../../server/src/calendar/holidays.ts";
import { isoWeek } from "../../server/src/calendar/week.ts";

function date(iso: string): CalendarDate {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  return { year, month, day };
}

describe("weeks and holidays", () => {
  for (const [day, week] of [
    ["2026-03-04", "2026-10"], ["2024-12-30", "2025-1"], ["2021-01-03", "2020-53"], ["2021-01-04", "2021-1"], ["2026-12-31", "2026-53"],
    ["2027-01-01", "2026-53"], ["2025-12-29", "2026-1"], ["2022-01-01", "2021-52"], ["2000-02-29", "2000-9"],
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

  for (const [day, name] of [
    ["2026-01-01", "nytårsdag"], ["2026-03-29", "palmesøndag"], ["2026-04-02", "skærtorsdag"], ["2026-04-03", "langfredag"], ["2026-04-05", "påskedag"],
    ["2026-04-06", "2. påskedag"], ["2026-05-01", "1. maj"], ["2026-05-14", "Kristi himmelfartsdag"], ["2026-05-24", "pinsedag"], ["2026-05-25", "2. pinsedag"],
    ["2026-06-05", "grundlovsdag"], ["2026-12-24", "juleaftensdag"], ["2026-12-25", "juledag"], ["2026-12-26", "2. juledag"], ["2026-12-31", "nytårsaftensdag"],
    ["2023-05-05", "store bededag"], ["2024-04-26", null], ["2026-03-04", null], ["2008-05-01", "Kristi himmelfartsdag"],
  ] as const) {
    it(`${day} is ${name ?? "an ordinary day"}`, () => assert.equal(holidayOn(date(day))?.da ?? null, name));
  } // prettier-ignore
});
