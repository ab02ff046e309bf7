/** A moment, milliseconds since 1970, as a part of a file's name; in the order of time. */
export function momentName(now: number): string {
  return new Date(now).toISOString().replace(/[:.]/g, "-");
}
