/** The clock on the wall, as `13:05`. */
export function now(): string {
  const date = new Date();
  return `${String(date.getHours()).padStart(2, "0")}:${String(date.getMinutes()).padStart(2, "0")}`;
}

/** The day on the wall, as `2026-03-04`. */
export function today(): string {
  const date = new Date();
  const part = (value: number): string => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`;
}

/** Minutes since midnight of `13:05`. */
export function minutesOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return hour * 60 + minute;
}

/** `13.05`, as minutes write `13:05`. */
export function written(clock: string): string {
  return clock.replace(":", ".");
}
