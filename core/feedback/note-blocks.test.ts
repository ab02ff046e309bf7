import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type NoteBlock, type NoteSpan, noteBlocks } from "./note-blocks";

const text = (some: string): NoteSpan => ({ mark: "text", text: some });

describe("noteBlocks", () => {
  it("reads paragraphs, lists and code", () => {
    const note =
      "A *box* of `ps`,\nnot **a VM**.\n\n- one\n- two `-d`\n1) first\n```\n<b>\n```\nend";
    expect(noteBlocks(note)).toEqual([
      {
        kind: "paragraph",
        spans: [
          ...[text("A "), { mark: "em", text: "box" }, text(" of "), { mark: "code", text: "ps" }],
          ...[text(",\nnot "), { mark: "strong", text: "a VM" }, text(".")],
        ],
      },
      {
        kind: "list",
        isNumbered: false,
        items: [[text("one")], [text("two "), { mark: "code", text: "-d" }], [text("first")]],
      },
      { kind: "code", text: "<b>" },
      { kind: "paragraph", spans: [text("end")] },
    ]);
  });

  it("links to web pages alone", () => {
    const link = { mark: "link", text: "docs", address: "https://docs.docker.com/x" };
    expect(noteBlocks("[docs](https://docs.docker.com/x)")).toEqual([
      { kind: "paragraph", spans: [link] },
    ]);
    for (const odd of ["[a](javascript:alert(1))", "[a](data:text/html,x)", "<a href=x>y</a>"]) {
      expect(noteBlocks(odd)).toEqual([{ kind: "paragraph", spans: [text(odd)] }]);
    }
  });

  it("takes any text, loses no word of it, and links nowhere else", () => {
    const pieces = fc.constantFrom("*", "**", "`", "```", "\n", "- ", "1. ", "[", "](", ")", "a b");
    const notes = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 40 }).map((p) => p.join("")),
    );
    fc.assert(
      fc.property(notes, (note) => {
        const blocks = noteBlocks(note);
        for (const span of blocks.flatMap(spansOf)) {
          if (span.mark === "link") expect(span.address).toMatch(/^https?:\/\//);
        }
        const letters = (some: string) => some.replace(/[^a-z]/g, "");
        const kept = blocks.flatMap(spansOf).map((span) => span.text);
        if (!note.includes("```") && !note.includes("](")) {
          expect(letters(kept.join(""))).toBe(letters(note));
        }
      }),
    );
  });
});

function spansOf(block: NoteBlock): NoteSpan[] {
  if (block.kind === "code") return [];
  return block.kind === "list" ? block.items.flat() : block.spans;
}
