import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "#core/content/canonical-json";
import { markKinds } from "#core/log/marks";
import { protocol } from "#core/log/protocol";
import type { Entry } from "#core/log/types";
import { Unread } from "#server/http/unread";
import { base, fieldsOf, id, known } from "./entry-kinds";

/** The longest canonical JSON of one entry, in characters; a quiz of 500 questions fits. */
const maxLength = 65_536;
/** As it is sent an entry may be longer, by spaces and escapes; what is longer still is not read. */
const maxSent = 98_304;
const kind = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/)
  .refine((word) => word !== "unknown", "is no kind");

/** An entry that is not read: whatever its kind makes of the rest. */
const unread = z.looseObject({ ...base, type: kind });
/** The same, as a version passes it on that has not read it. */
const passedOn = z.object({
  ...base,
  type: z.literal("unknown"),
  kind,
  body: z.looseObject({}),
});

/** The protocol number in a request; pages before protocol 1 name none. */
export const spokenProtocol = z.int().nonnegative().optional();

/** What a version can read. Tests take another one's place by it. */
export type Reader = { protocol: number; kinds: ReadonlySet<string> };
export const thisReader: Reader = {
  protocol,
  kinds: new Set(["review", "void", "setting", "quiz", "report", ...markKinds]),
};

/** Who reads, and the protocol number of who sent it. */
export type Reading = { reader: Reader; spoken?: number | undefined };
const among = { reader: thisReader, spoken: protocol };

export type ReadEntry =
  | {
      ok: true;
      entry: Entry;
      /** JSON of the fields that a known kind has beyond those that are known; null for none. */
      extra: string | null;
      bodyHash: string;
      size: number;
    }
  /** `id` is empty where there is none that could be read. */
  | { ok: false; id: string; reason: string };

/**
 * Reads one entry of a request. Whatever it is, it throws nothing, so that it blocks no other. What
 * only a later version can read is kept whole: a kind that is not known, and whatever comes from a
 * later version or was passed on unread and is not as its kind has to be.
 */
export function readEntry(sent: unknown, reading: Reading = among): ReadEntry {
  if (sent instanceof Unread) {
    const read = sent.read(maxSent);
    return read.ok
      ? readEntry(read.value, reading)
      : { ok: false, id: sent.id(), reason: read.reason };
  }
  return readValue(sent, reading);
}

function readValue(raw: unknown, reading: Reading): ReadEntry {
  try {
    const whole = unwrapped(raw);
    const parsed = parse(whole ?? raw, reading, whole !== null);
    if (!parsed.success) return { ok: false, id: idOf(raw), reason: inWords(parsed.error) };
    const entry = parsed.data;
    // As whoever made it sent it: the same text, whoever passed it on.
    const text = canonicalJson(whole ?? raw);
    if (text.length > maxLength) return { ok: false, id: idOf(raw), reason: "It is too long." };
    const bodyHash = createHash("sha256").update(text).digest("base64url");
    return { ok: true, entry, extra: extraOf(whole ?? raw, entry), bodyHash, size: text.length };
  } catch (error) {
    // Nesting so deep that the stack does not hold it.
    if (!(error instanceof RangeError)) throw error;
    return { ok: false, id: idOf(raw), reason: "It is nested too deeply." };
  }
}

/** An entry that was passed on unread as it was made; null for any other. */
function unwrapped(raw: unknown): object | null {
  if (typeOf(raw) !== "unknown") return null;
  const { success, data } = passedOn.safeParse(raw);
  if (!success) return null;
  const { kind: type, body, id, device, sequence, at } = data;
  return { ...body, id, device, sequence, at, type };
}

type Parsed = { success: true; data: Entry } | { success: false; error: z.ZodError };

function parse(raw: unknown, { reader, spoken }: Reading, isPassedOn: boolean): Parsed {
  const type = typeOf(raw);
  if (type === "unknown") return passedOn.safeParse(raw);
  if (type !== undefined && !reader.kinds.has(type)) return parseUnread(raw);
  const parsed = known.safeParse(raw);
  const writtenBy = Math.max(spoken ?? 0, sinceOf(raw));
  if (parsed.success || !(isPassedOn || writtenBy > reader.protocol)) return parsed;
  const kept = parseUnread(raw);
  return kept.success ? kept : parsed;
}

function parseUnread(raw: unknown): Parsed {
  const parsed = unread.safeParse(raw);
  if (!parsed.success) return parsed;
  const { id, device, sequence, at, type: kind, ...body } = parsed.data;
  return { success: true, data: { id, device, sequence, at, type: "unknown", kind, body } };
}

function extraOf(raw: unknown, entry: Entry): string | null {
  if (entry.type === "unknown" || typeof raw !== "object" || raw === null) return null;
  const kind = entry.type === "quiz" ? `quiz ${entry.event}` : entry.type;
  const fields = fieldsOf[kind] ?? [];
  if (Object.keys(raw).length === fields.length) return null;
  const more = Object.entries(raw).filter(([name]) => !fields.includes(name));
  return JSON.stringify(Object.fromEntries(more));
}

function typeOf(raw: unknown): string | undefined {
  if (typeof raw !== "object" || raw === null || !("type" in raw)) return undefined;
  return typeof raw.type === "string" ? raw.type : undefined;
}

/** An entry may say by itself which number it takes to read it, whatever page sends it. */
function sinceOf(raw: unknown): number {
  if (typeof raw !== "object" || raw === null || !("since" in raw)) return 0;
  return typeof raw.since === "number" ? raw.since : 0;
}

function idOf(raw: unknown): string {
  if (typeof raw !== "object" || raw === null || !("id" in raw)) return "";
  return id.safeParse(raw.id).data ?? "";
}

function inWords(error: z.ZodError): string {
  const [first] = error.issues;
  const where = first?.path.join(".") || "the entry";
  return `${where}: ${first?.message ?? "is wrong"}`;
}
