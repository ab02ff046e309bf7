import "server-only";

/** An item of a request that has not been parsed yet. */
export class Unread {
  constructor(private readonly text: string) {}

  /** Its value, or why there is none: it is longer than so many characters, or no JSON. */
  read(longest: number): { ok: true; value: unknown } | { ok: false; reason: string } {
    if (this.text.length > longest) return { ok: false, reason: "It is too long." };
    try {
      return { ok: true, value: JSON.parse(this.text) };
    } catch {
      return { ok: false, reason: "It is no JSON." };
    }
  }

  /** The id that it begins with, as devices write entries; empty where that cannot be told. */
  id(): string {
    return (
      /^\s*\{(?:\s*"type"\s*:\s*"[a-z-]+"\s*,)?\s*"id"\s*:\s*"([\w-]{1,64})"/.exec(
        this.text,
      )?.[1] ?? ""
    );
  }
}
