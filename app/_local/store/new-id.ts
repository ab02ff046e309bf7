/**
 * A new random id (UUID version 4, RFC 9562 section 5.4). Built on `getRandomValues`, because `crypto.randomUUID` exists
 * only in secure contexts, and over plain http in a home network learners study, too.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, at) =>
    withMarks(byte, at).toString(16).padStart(2, "0"),
  ).join("");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}

/** The version (4) stands in the upper half of byte 6, the variant (binary 10) in the upper two bits of byte 8. */
function withMarks(byte: number, at: number): number {
  if (at === 6) {
    return (byte & 0x0f) | 0x40;
  }
  return at === 8 ? (byte & 0x3f) | 0x80 : byte;
}
