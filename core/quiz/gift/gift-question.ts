import type { MachineCard } from "#core/grading/machine-card";
import type { SheetQuestion } from "#core/quiz/paper/sheet-question";
import { giftText } from "#core/text/quiz/gift-text";
import type { GiftBody } from "./gift-body";
import { escapeGift, giftHtml, preformatted, toHtml } from "./gift-escape";
import { writeCommand } from "./write-command";
import { writeChoice, writeMulti } from "./write-options";
import {
  classifyPairs,
  diagramPairs,
  matchPairs,
  openWords,
  orderPairs,
  type Pairs,
  pairReasons,
  writePairs,
} from "./write-pairs";
import { numberOf, writeTyped } from "./write-typed";

/** One question in GIFT, its comments above it, no blank line in it. */
export function giftQuestion(question: SheetQuestion): string {
  const { stem, kind, lines, feedback, notes } = bodyOf(question);
  const { id } = question.card;
  return [
    ...notes.map((note) => `// ${note}`),
    `// [id:${id}]`,
    // HTML, since Markdown would take what stands in commands and terminals for marks of its own.
    `::${escapeGift(id)}::[html]${escapeGift(stem)}{${kind === "numbers" ? "#" : ""}`,
    ...lines.map((line) => `\t${line}`),
    `\t####${giftHtml(feedback)}`,
    "}",
  ].join("\n");
}

function bodyOf({ card, display }: SheetQuestion): GiftBody {
  const body: Body = {
    stem: toHtml(card.front),
    kind: "answers",
    feedback: toHtml(card.explain),
    notes: [],
  };
  switch (card.kind) {
    case "choice":
      return { ...body, lines: writeChoice(card, display) };
    case "multi":
      return { ...body, lines: writeMulti(card, display) };
    case "order":
      return withPairs(body, orderPairs(card));
    case "match":
      return withPairs(body, matchPairs(card));
    case "classify":
      return withPairs(body, classifyPairs(card, display));
    case "diagram":
      return withPairs({ ...body, stem: blocks(body.stem, openWords(card)) }, diagramPairs(card));
    case "text":
      return { ...body, stem: withUnit(body.stem, card), ...writeTyped(card) };
    case "cloze":
      return { ...body, stem: sentence(card), ...writeTyped(card) };
    case "command":
      return { ...body, ...writeCommand(card) };
    case "output":
      return outputBody(card, body, display);
  }
}

type Body = Omit<GiftBody, "lines">;
type Kind<K extends MachineCard["kind"]> = Extract<MachineCard, { kind: K }>;

function withPairs(body: Body, pairs: Pairs): GiftBody {
  return { ...body, lines: writePairs(pairs), feedback: body.feedback + pairReasons(pairs) };
}

function outputBody(card: Kind<"output">, body: Body, display: readonly number[]): GiftBody {
  const { asked } = card;
  const stem = `<p>${body.stem}</p>${preformatted(`$ ${card.command}\n${card.output}`)}`;
  if (asked.as === "choice") return { ...body, stem, lines: writeChoice(asked, display) };
  return { ...body, stem: withUnit(stem, asked), ...writeTyped(asked) };
}

/** Moodle draws a gap like this one where answers stand inside a sentence, but not at its end. */
function sentence({ before, after }: Kind<"cloze">): string {
  return `${toHtml(before)}${giftText().gap}${toHtml(after)}`;
}

function withUnit(stem: string, asked: Parameters<typeof numberOf>[0]): string {
  const unit = numberOf(asked)?.unit;
  return unit === undefined ? stem : `${stem}<p>${toHtml(giftText().inUnit(unit))}</p>`;
}

const blocks = (stem: string, text: string) => `<p>${stem}</p><p>${toHtml(text)}</p>`;
