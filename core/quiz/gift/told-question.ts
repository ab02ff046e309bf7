import { formatInline, type Inline, parseInline, plainText } from "#core/content/inline";
import type { Option, Quantity, Refused } from "#core/content/types";
import { diagramText } from "#core/diagram/words";
import type { MachineCard } from "#core/grading/machine-card";
import { parseNumber } from "#core/grading/typed/parse-number";
import type { SheetQuestion } from "#core/quiz/paper/sheet-question";

/** A question as a reader of GIFT tells it; for tests, which tell it from the card as well. */
export type Told = {
  type: string;
  id: string | null | undefined;
  stem: Inline[];
  /** Each with its weight in percent; of a typed one the text as it is to be typed. */
  answers: unknown[];
  feedback: Inline[];
};

const blocks = (...texts: string[]) => texts.flatMap((text) => [...parseInline(text), gap]);
const words = (...texts: string[]) => tidy(blocks(...texts));
const gap: Inline = { mark: "text", text: "\n" };

/** The question told from its card, by other means than the writers'. */
export function asMeant({ card, display }: SheetQuestion): Told {
  const { id, front, explain } = card;
  const told = { id, stem: words(front), feedback: words(explain) };
  const options = (list: readonly Option[], weight: (option: Option) => number) => ({
    ...told,
    type: "MC",
    answers: display
      .flatMap((index) => list[index] ?? [])
      .map((option) => [weight(option), words(option.text), words(option.why)]),
  });
  switch (card.kind) {
    case "choice":
      return options(card.options, ({ right }) => (right ? 100 : 0));
    case "multi": {
      const all = card.options.filter(({ right }) => right).length;
      const share = Math.round(1e7 / all) / 1e5;
      return options(card.options, ({ right }) => (right ? share : -share));
    }
    case "text":
      return { ...told, ...typed(card, told.stem) };
    case "cloze": {
      const stem = tidy([
        ...parseInline(card.before),
        { mark: "text", text: "_____" },
        ...parseInline(card.after),
      ]);
      return { ...told, ...typed(card, stem) };
    }
    case "command": {
      const right = [...new Set([card.answer, ...card.also, ...card.right])];
      const weights = { partly: 50, wrong: 0, refused: 0 };
      const answers = [
        ...right.map((text) => [100, asTyped(text), []]),
        ...card.wrong.map(({ text, verdict, why }) => [
          weights[verdict],
          asTyped(text),
          words(why ?? ""),
        ]),
      ];
      return { ...told, type: "Short", answers };
    }
    case "output": {
      const { asked } = card;
      const screen = formatInline([{ mark: "text", text: `$ ${card.command}\n${card.output}` }]);
      const stem = words(front, screen);
      if (asked.as === "choice") {
        return { ...options(asked.options, ({ right }) => (right ? 100 : 0)), stem };
      }
      return { ...told, ...typed(asked, stem) };
    }
    default:
      return { ...told, ...paired(card, display) };
  }
}

type Answered = Pick<Told, "type" | "answers">;
type Kind<K extends MachineCard["kind"]> = Extract<MachineCard, { kind: K }>;
type Asked = { accept: string[]; refuse: Refused[]; number?: Quantity };

function typed({ accept, refuse, number }: Asked, stem: Inline[]): Answered & Pick<Told, "stem"> {
  const zero = refuse.map(({ text, why }) => ({ text, why: words(why) }));
  if (number && !accept.some((text) => parseNumber(text) === null)) {
    const known = zero.map(({ text, why }) => ({ value: parseNumber(text)?.value, why }));
    const read = known.filter(({ value }) => value !== undefined);
    const hint = number.unit === undefined ? [] : words(`Answer with a number, in ${number.unit}.`);
    const answers = [
      [100, number.value, number.tolerance, []],
      ...read.map(({ value, why }) => [0, value, 0, why]),
    ];
    return { type: "Numerical", stem: tidy([...stem, gap, ...hint]), answers };
  }
  const right = accept.length > 0 ? accept : [`${number?.value}`];
  const answers = [
    ...right.map((text) => [100, asTyped(text), []]),
    ...zero.map(({ text, why }) => [0, asTyped(text), why]),
  ];
  return { type: "Short", stem, answers };
}

/** An arrow would make it a question of matching: what stands between its sides is left open. */
const asTyped = (text: string) => text.replaceAll("->", "-*>").replace(/\s+/g, " ").trim();

type Row = { left: string; right: string; why?: string | undefined };

function paired(
  card: Kind<"order" | "match" | "classify" | "diagram">,
  display: readonly number[],
): Omit<Told, "id"> {
  const rows = rowsOf(card, display);
  const extra = card.kind === "diagram" ? card.extra : [];
  const reasons = rows.flatMap(({ left, right, why }) =>
    why === undefined
      ? []
      : [gap, ...parseInline(left), ...parseInline(`: ${right}`), gap, ...parseInline(why)],
  );
  const others = blocks(...extra.flatMap(({ text, why }) => [text, why]));
  return {
    type: "Matching",
    stem: card.kind === "diagram" ? words(card.front, wordsOf(card)) : words(card.front),
    answers: [
      ...rows.map(({ left, right }) => [words(left), named(right)]),
      ...extra.map(({ text }) => [[], named(text)]),
    ],
    feedback: tidy([...blocks(card.explain), ...reasons, gap, ...others]),
  };
}

const named = (text: string) => plainText(text).replace(/\s+/g, " ").trim();

function rowsOf(
  card: Kind<"order" | "match" | "classify" | "diagram">,
  display: readonly number[],
): Row[] {
  switch (card.kind) {
    case "order": {
      const ordinals = ["1st", "2nd", "3rd", "4th", "5th", "6th", "7th"];
      return card.items.map(({ text, why }, at) => ({
        left: ordinals[at] ?? "",
        right: text,
        why,
      }));
    }
    case "match":
      return card.pairs;
    case "classify":
      return display
        .flatMap((index) => card.items[index] ?? [])
        .map(({ text, bin, why }) => ({ left: text, right: card.bins[bin] ?? "", why }));
    case "diagram":
      return card.places.map(({ label, why }, at) => ({
        left: `Part (${at + 1})`,
        right: label,
        why,
      }));
  }
}

function wordsOf({ drawing, places }: Kind<"diagram">): string {
  const numbers = new Map(places.map(({ part }, at) => [part, `(${at + 1})`]));
  const labels = new Map(drawing.parts.map(({ id, label }) => [id, label]));
  return diagramText(drawing.text, (id, other) => numbers.get(id) ?? other ?? labels.get(id) ?? id);
}

/** Neighbours of one mark joined, runs of white space one space: as a browser shows it. */
export function tidy(spans: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const { mark, text } of spans) {
    const last = joined.at(-1);
    if (last?.mark === mark) last.text += text;
    else if (text !== "") joined.push({ mark, text });
  }
  const seen = joined.map(({ mark, text }) => ({ mark, text: text.replace(/\s+/g, " ") }));
  const solid = ({ text }: Inline) => text.trim() !== "";
  const shown = seen.slice(seen.findIndex(solid), seen.findLastIndex(solid) + 1);
  return shown.map(({ mark, text }, at) => {
    const begun = at === 0 ? text.trimStart() : text;
    return { mark, text: at === shown.length - 1 ? begun.trimEnd() : begun };
  });
}
