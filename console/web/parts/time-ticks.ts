const hour = 3_600_000;
const day = 24 * hour;
/** Labels that fit beside each other on a narrow screen. */
const mostLabels = 8;

/** Local midnights; hours where the chart shows less than two days. */
export function ticksBetween(from: number, to: number): { at: number; isDay: boolean }[] {
  if (!(to > from)) return [];
  const isShort = to - from < 2 * day;
  const step = isShort
    ? hour * Math.ceil((to - from) / hour / mostLabels)
    : Math.ceil((to - from) / day / mostLabels) * day;
  const start = new Date(from);
  const first = new Date(start.getFullYear(), start.getMonth(), start.getDate(), isShort ? start.getHours() + 1 : 24);
  const ticks: { at: number; isDay: boolean }[] = [];
  for (let next = first; next.getTime() <= to; next = later(next, step, isShort)) {
    ticks.push({ at: next.getTime(), isDay: !isShort || next.getHours() === 0 });
  }
  return ticks;
}

/** Days are counted by the calendar, since two a year are not 24 hours long. */
function later(time: Date, step: number, isShort: boolean): Date {
  if (isShort) return new Date(time.getTime() + step);
  return new Date(time.getFullYear(), time.getMonth(), time.getDate() + step / day);
}
