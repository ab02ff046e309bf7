import { formatInline, type Inline, scanInline } from "#core/content/inline";

const gap = /\{\{(.*?)\}\}/gs;
/** Stands for the gap while the marks around it are read; no author types it. */
const placeholder = "\uFFFC";

/** What is in the braces of a cloze front, one entry a gap. */
export function gapsOf(front: string): string[] {
  return [...front.matchAll(gap)].map((match) => (match[1] ?? "").trim());
}

/** A cloze front with the answer standing in its place, as a whole sentence. */
export function filledFront(front: string): string {
  return front.replace(gap, (_, answer: string) => answer.trim());
}

/**
 * The two sides of a cloze front. Where the gap stands inside a mark, each side gets its own pair:
 * "run `docker {{ps}} -a`" becomes "run `docker `" and "` -a`".
 */
export function splitCloze(front: string): { before: string; after: string } {
  const { spans } = scanInline(front.replace(gap, placeholder));
  const at = spans.findIndex((span) => span.text.includes(placeholder));
  const span = spans[at];
  if (span === undefined) return { before: front, after: "" };
  const [left = "", right = ""] = span.text.split(placeholder);
  const before: Inline[] = [...spans.slice(0, at), { mark: span.mark, text: left }];
  const after: Inline[] = [{ mark: span.mark, text: right }, ...spans.slice(at + 1)];
  return { before: formatInline(before), after: formatInline(after) };
}
