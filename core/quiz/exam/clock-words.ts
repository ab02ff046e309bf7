/** A time as a clock counts it down, from milliseconds: "12:07", "1:02:07". */
export function clockWords(left: number): string {
  const seconds = Math.max(0, Math.ceil(left / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, place) => (place === 0 ? part : `${part}`.padStart(2, "0"))).join(":");
}
