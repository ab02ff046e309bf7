/**
 * What a learner's note says, read from its Markdown. Only what stands here is ever drawn, as text in
 * elements of ours: HTML in a note is text like any other.
 */
export type NoteSpan =
  | { mark: "text" | "code" | "em" | "strong"; text: string }
  | { mark: "link"; text: string; address: string };

export type NoteBlock =
  | { kind: "paragraph"; spans: NoteSpan[] }
  | { kind: "list"; isNumbered: boolean; items: NoteSpan[][] }
  | { kind: "code"; text: string };

const fence = "```";
const item = /^\s*(?:[-*+]|(\d+)[.)])\s+(.*)$/;

/** The blocks of a note: paragraphs, lists one level deep, and code between fences. */
export function noteBlocks(note: string): NoteBlock[] {
  const blocks: NoteBlock[] = [];
  const lines = note.split(/\r\n?|\n/);
  for (let at = 0; at < lines.length; ) {
    const [block, next] = blockAt(lines, at);
    if (block) blocks.push(block);
    at = next;
  }
  return blocks;
}

/** The block that begins with a line, and the line after it. */
function blockAt(lines: readonly string[], at: number): [NoteBlock | null, number] {
  const line = lines[at] ?? "";
  if (line.trim() === "") return [null, at + 1];
  if (line.startsWith(fence)) {
    const length = lines.slice(at + 1).findIndex((one) => one.startsWith(fence));
    const end = length < 0 ? lines.length : at + 1 + length;
    return [{ kind: "code", text: lines.slice(at + 1, end).join("\n") }, end + 1];
  }
  if (item.test(line)) {
    const found = run(lines, at, (one) => item.test(one));
    const items = found.map((one) => noteSpans(item.exec(one)?.[2] ?? ""));
    const isNumbered = item.exec(line)?.[1] !== undefined;
    return [{ kind: "list", isNumbered, items }, at + found.length];
  }
  const isMore = (one: string) => one.trim() !== "" && !one.startsWith(fence) && !item.test(one);
  const found = run(lines, at, isMore);
  return [{ kind: "paragraph", spans: noteSpans(found.join("\n")) }, at + found.length];
}

function run(lines: readonly string[], at: number, fits: (line: string) => boolean): string[] {
  const rest = lines.slice(at);
  const end = rest.findIndex((line) => !fits(line));
  return end < 0 ? rest : rest.slice(0, end);
}

/** Code, then strong, then emphasis, then a link to a web page. */
const marked =
  /`([^`\n]+)`|\*\*([^*]+)\*\*|\*([^*\s](?:[^*]*[^*\s])?)\*|\[([^\]]+)\]\((https?:\/\/[^\s()]+)\)/g;

function noteSpans(text: string): NoteSpan[] {
  const spans: NoteSpan[] = [];
  let from = 0;
  for (const found of text.matchAll(marked)) {
    if (found.index > from) spans.push({ mark: "text", text: text.slice(from, found.index) });
    spans.push(spanOf(found));
    from = found.index + found[0].length;
  }
  if (from < text.length) spans.push({ mark: "text", text: text.slice(from) });
  return spans;
}

function spanOf([whole, code, strong, em, words, address]: RegExpMatchArray): NoteSpan {
  if (code !== undefined) return { mark: "code", text: code };
  if (strong !== undefined) return { mark: "strong", text: strong };
  if (em !== undefined) return { mark: "em", text: em };
  if (words !== undefined && address !== undefined) return { mark: "link", text: words, address };
  return { mark: "text", text: whole };
}
