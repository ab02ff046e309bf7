const minute = 60_000;

/** How long a span is, in Docker's words: "5 seconds", "About a minute", "2 hours". */
export function spanWords(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  if (seconds < 1) return "Less than a second";
  if (seconds === 1) return "1 second";
  if (seconds < 60) return `${seconds} seconds`;
  const minutes = Math.floor(ms / minute);
  if (minutes === 1) return "About a minute";
  if (minutes < 60) return `${minutes} minutes`;
  const hours = Math.floor(ms / (60 * minute) + 0.5);
  if (hours === 1) return "About an hour";
  if (hours < 48) return `${hours} hours`;
  if (hours < 24 * 7 * 2) return `${Math.floor(hours / 24)} days`;
  if (hours < 24 * 30 * 2) return `${Math.floor(hours / 24 / 7)} weeks`;
  if (hours < 24 * 365 * 2) return `${Math.floor(hours / 24 / 30)} months`;
  return `${Math.floor(hours / 24 / 365)} years`;
}

/** "5 seconds ago", "About a minute ago". */
export const agoWords = (from: number, to: number): string =>
  `${spanWords(Math.max(0, to - from))} ago`;

/** A moment as the engine's API writes it, to the nanosecond. */
export function apiTime(at: number): string {
  if (at === 0) return "0001-01-01T00:00:00Z";
  const iso = new Date(at).toISOString();
  return `${iso.slice(0, -1)}${String((at * 7919) % 1_000_000).padStart(6, "0")}Z`;
}

/** A moment as the client writes it: "2026-11-28 10:00:00 +0000 UTC". */
export const clientTime = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 19).replace("T", " ")} +0000 UTC`;

/** A size in decimal units with three digits: "5.58MB". */
export function decimalSize(bytes: number): string {
  return sized(bytes, 1000, ["B", "kB", "MB", "GB", "TB"]);
}

/** A size in binary units: "1.5MiB". */
export function binarySize(bytes: number): string {
  return sized(bytes, 1024, ["B", "KiB", "MiB", "GiB", "TiB"]);
}

function sized(bytes: number, base: number, units: readonly string[]): string {
  let value = bytes;
  let unit = 0;
  while (value >= base && unit < units.length - 1) {
    value /= base;
    unit++;
  }
  return `${Number(value.toPrecision(base === 1000 ? 3 : 4))}${units[unit] ?? ""}`;
}

/** A state as listings show it: with a capital letter. */
export const stateWords = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
