/** Lines that are shown at most. */
const most = 20;

/** What servers complained of in their log, but for a database that was away, which was to be. */
export function unexpectedIn(log: string): string[] {
  const complaints = log.split("\n").filter((line) => line.startsWith('{"level":50'));
  const others = complaints.filter((line) => !line.includes("(AWAY)"));
  const shown = others.slice(0, most);
  return others.length > most ? [...shown, `and ${others.length - most} more`] : shown;
}
