import { bad, good, type Read } from "#core/docker/read";
import { readDuration } from "#core/docker/values/amounts";
import { at, type Draft, last, put, refuse } from "./draft";

const date =
  /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d)(\.\d+)?)?)?)?(Z|[+-]\d\d:\d\d)?$/;

/**
 * A moment for `--since`: so long before now, a date, or seconds since 1970. Dates without a zone
 * are taken as UTC here; the client takes its own zone.
 */
export function readMoment(text: string): Read<string> {
  if (/^\d+(?:\.\d+)?$/.test(text)) return good(text);
  const ago = readDuration(text);
  if (ago.ok) return good(`now-${ago.value}s`);
  const found = date.exec(text);
  if (found === null) {
    const looksLikeDate = text.includes("-") || text.includes("T");
    return looksLikeDate && /^\d{4}-/.test(text)
      ? bad(`parsing time ${JSON.stringify(text)} as "2006-01-02": cannot parse it`)
      : bad(`failed to parse value as time or duration: ${JSON.stringify(text)}`);
  }
  const part = (i: number) => Number(found[i] ?? 0);
  const days = new Date(Date.UTC(part(1), part(2), 0)).getUTCDate();
  const outside = [
    ["month", part(2) < 1 || part(2) > 12],
    ["day", part(3) < 1 || part(3) > days],
    ["hour", part(4) > 23],
    ["minute", part(5) > 59],
    ["second", part(6) > 59],
  ].find(([, is]) => is);
  if (outside !== undefined) {
    return bad(`parsing time ${JSON.stringify(text)}: ${outside[0]} out of range`);
  }
  const zone = found[8] ?? "Z";
  const sign = zone.startsWith("-") ? -1 : 1;
  const offset = zone === "Z" ? 0 : sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)));
  const ms = Date.UTC(part(1), part(2) - 1, part(3), part(4), part(5) - offset, part(6));
  const fraction = (found[7] ?? ".").slice(1).padEnd(9, "0").slice(0, 9);
  return good(`${Math.floor(ms / 1000)}.${fraction}`);
}

export function putMoment(draft: Draft, name: string): void {
  const flag = last(draft.command, name);
  if (flag === undefined || flag.value === "") return;
  const read = readMoment(flag.value);
  if (!read.ok) {
    const isLog = draft.command.verb.endsWith("logs");
    refuse(draft, "client", (isLog ? `invalid value for "${name}": ` : "") + read.error, flag.span);
    return;
  }
  put(draft, name, read.value, at(flag.span));
}
