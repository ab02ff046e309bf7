import { deviceText } from "#core/text/account/device-text";

const hour = 3_600_000;

/** How long ago something was, to the hour or the day, in words that need no time zone. */
export function agoWords(ms: number): string {
  const text = deviceText();
  const hours = Math.floor(ms / hour);
  if (hours < 1) return text.withinTheHour;
  return hours < 24 ? text.hoursAgo(hours) : text.daysAgo(Math.floor(hours / 24));
}
