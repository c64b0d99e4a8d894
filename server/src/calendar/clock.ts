/** Clock times and durations, in minutes. */

/** A clock time as written: `25.00` can be written, and is then no time. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
}

export function isClockTime({ hour, minute }: ClockTime): boolean {
  return hour <= 23 && minute <= 59;
}

/** Minutes since midnight. */
export function minutesOf({ hour, minute }: ClockTime): number {
  return hour * 60 + minute;
}

/** The clock time at `minutes` since midnight; null before midnight or from the next one on. */
export function clockAt(minutes: number): ClockTime | null {
  if (minutes < 0 || minutes >= 24 * 60) return null;
  return { hour: Math.floor(minutes / 60), minute: minutes % 60 };
}

/** `13:05`, or with another separator. */
export function formatClock({ hour, minute }: ClockTime, separator = ":"): string {
  return `${String(hour).padStart(2, "0")}${separator}${String(minute).padStart(2, "0")}`;
}

/** `45 min`, `1 t`, `1 t 30 min`: for people. */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} t` : `${hours} t ${rest} min`;
}
