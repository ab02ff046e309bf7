import type { Option, Quantity } from "#core/content/types";
import type { MachineCard } from "#core/grading/machine-card";
import { labelsOf } from "#core/grading/verdict/labels-of";
import type { SheetQuestion } from "./sheet-question";

/** Something to choose or to place, by its letter. */
export type Lettered = { letter: string; text: string };

/** How a question is answered with a pen, and what is right. Texts have the deck's marks. */
export type PaperAnswer =
  | { form: "tick"; several: boolean; options: (Lettered & { right: boolean })[] }
  /** To each lettered item the number of its place is written. */
  | { form: "place"; items: (Lettered & { place: number })[] }
  /** To each row, known by its number, a letter; `text` null where the number stands in a drawing. */
  | { form: "letter"; rows: { text: string | null; letter: string }[]; letters: Lettered[] }
  /** `accept[0]` is the answer that the key says; `code`: it is typed in a terminal. */
  | { form: "write"; accept: string[]; code: boolean; number?: Quantity };

/** A question as it is put on paper. */
export function paperAnswer({ card, display }: SheetQuestion): PaperAnswer {
  switch (card.kind) {
    case "choice":
      return ticked(card.options, display, false);
    case "multi":
      return ticked(card.options, display, true);
    case "output":
      return card.asked.as === "choice"
        ? ticked(card.asked.options, display, false)
        : written(card.asked);
    case "order": {
      const items = shown(card.items, display).map(({ text }, at) => ({
        ...lettered(text, at),
        place: (display[at] ?? 0) + 1,
      }));
      return { form: "place", items };
    }
    case "match":
    case "classify":
    case "diagram":
      return paired(card, display);
    case "cloze":
    case "text":
      return written(card);
    case "command":
      return { form: "write", accept: [card.answer, ...card.right], code: true };
  }
}

type Paired = Extract<MachineCard, { kind: "match" | "classify" | "diagram" }>;

function paired(card: Paired, display: readonly number[]): PaperAnswer {
  if (card.kind === "match") {
    const rows = card.pairs.map(({ left, right }) => ({ text: left, right }));
    return byLetter(
      rows,
      shown(card.pairs, display).map(({ right }) => right),
    );
  }
  if (card.kind === "classify") {
    const rows = shown(card.items, display).map(({ text, bin }) => ({
      text,
      right: card.bins[bin] ?? "",
    }));
    return byLetter(rows, card.bins);
  }
  const rows = card.places.map(({ label }) => ({ text: null, right: label }));
  return byLetter(rows, shown(labelsOf(card), display));
}

/** What may stand at several rows has one letter. */
function byLetter(
  rows: readonly { text: string | null; right: string }[],
  rights: readonly string[],
): PaperAnswer {
  const letters = [...new Set(rights)].map(lettered);
  return {
    form: "letter",
    rows: rows.map(({ text, right }) => ({
      text,
      letter: letters.find((one) => one.text === right)?.letter ?? "",
    })),
    letters,
  };
}

function ticked(
  options: readonly Option[],
  display: readonly number[],
  several: boolean,
): PaperAnswer {
  return {
    form: "tick",
    several,
    options: shown(options, display).map(({ text, right }, at) => ({
      ...lettered(text, at),
      right,
    })),
  };
}

function written({ accept, number }: { accept: string[]; number?: Quantity }): PaperAnswer {
  return { form: "write", accept, code: false, ...(number === undefined ? {} : { number }) };
}

const lettered = (text: string, at: number): Lettered => ({
  letter: String.fromCharCode(65 + at),
  text,
});

function shown<T>(list: readonly T[], display: readonly number[]): T[] {
  return display.flatMap((index) => list.slice(index, index + 1));
}
