import type { Draft } from "#core/content/read/draft";
import type { Path } from "#core/content/read/problem";
import type { AuthoredProof } from "#core/content/read/proof-shape";
import type { Authored } from "#core/content/read/reader";
import { terminalStretches } from "#core/content/terminal-lines";
import { linesOf } from "./recorded-lines";

/** A command and what was shown then; `line` of the text, from 0, is the command's own. */
export type Exchange = { typed: string; shown: string[]; line: number };

/** A text that says what a terminal shows. */
export type ShownText = {
  /** How a problem begins that is about it. */
  name: string;
  entry: Authored<unknown>;
  /** The group of fields that it belongs to, and the field that holds its lines. */
  at: Path;
  field: "terminal" | "output";
  proof: AuthoredProof;
  exchanges: Exchange[];
};

/** Every terminal of the lessons and every output card. */
export function shownTexts(draft: Draft): ShownText[] {
  const inLessons = draft.lessons.flatMap((entry) =>
    entry.value.parts.flatMap((part, i): ShownText[] => {
      if (!("terminal" in part)) return [];
      const at = ["parts", i];
      const exchanges = exchangesIn(part.terminal);
      return [{ name: "", entry, at, field: "terminal", proof: part, exchanges }];
    }),
  );
  const onCards = draft.cards.flatMap((entry): ShownText[] => {
    const card = entry.value;
    if (card.kind !== "output") return [];
    const exchanges = [{ typed: card.command, shown: linesOf(card.output), line: -1 }];
    return [{ name: `${card.id}: `, entry, at: [], field: "output", proof: card, exchanges }];
  });
  return [...inLessons, ...onCards];
}

function exchangesIn(terminal: string): Exchange[] {
  const exchanges: Exchange[] = [];
  let line = 0;
  for (const { kind, text } of terminalStretches(terminal.trimEnd())) {
    if (kind === "typed") exchanges.push({ typed: text, shown: [], line });
    else exchanges.at(-1)?.shown.push(...linesOf(text));
    line += text.split("\n").length;
  }
  return exchanges;
}
