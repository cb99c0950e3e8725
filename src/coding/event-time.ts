const TIME = /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d+)?Z$/;

/** Whether a text is a time as events have it: ISO 8601 in UTC, on a day that there is. */
export function isTime(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = (TIME.exec(text) ?? []).slice(0, 4).map(Number);
  return day >= 1 && day <= daysIn(year, month);
}

/** Times are ISO 8601 in UTC; a fraction of a second may be there or not. */
export function isBefore(at: string, limit: string): boolean {
  return at.replace('Z', '') < limit.replace('Z', '');
}

/** 0 where there is no such month. */
function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
