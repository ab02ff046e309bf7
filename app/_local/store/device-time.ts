import type { DeviceTime } from "#core/scheduling/types";

/** The edge where the browser's clock and zone come in. */
export function deviceNow(): DeviceTime {
  const date = new Date();
  return { ms: date.getTime(), utcOffset: -date.getTimezoneOffset() };
}
