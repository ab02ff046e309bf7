/** A moment of this device: milliseconds since 1970 and minutes east of UTC. */
export type Now = { ms: number; utcOffset: number };

/** The edge where the browser's clock and zone come in. */
export function deviceNow(): Now {
  const date = new Date();
  return { ms: date.getTime(), utcOffset: -date.getTimezoneOffset() };
}
