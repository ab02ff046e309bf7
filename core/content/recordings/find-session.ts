import type { AuthoredRecording } from "#core/content/read/recording-shape";
import { literally } from "./literally";
import { maskTyped } from "./mask-lines";
import { matchShown } from "./match-shown";
import { placesOf, type RecordedLine, recordedLines } from "./recorded-lines";
import type { Exchange } from "./shown-texts";
import { leastWidth, misplacedHeading } from "./table-layout";

/** What a text says that its recording does not, at a line of the text from 0. */
export type Difference = { line: number; message: string; hint?: string };

/**
 * Where a text parts from its recording, or null. Its commands stand in the recording in the same
 * order, others between them; of several alike the first is taken whose output is the text's.
 */
export function differenceFrom(
  recording: AuthoredRecording,
  text: readonly Exchange[],
): Difference | null {
  const lines = recordedLines(recording).filter(({ shown }) => shown !== null);
  const places = placesOf(recording);
  let from = 0;
  for (const exchange of text) {
    const found = lines.flatMap((line, at) =>
      at >= from && isTyped(line, exchange.typed, places) ? [{ line, at }] : [],
    );
    const tried = found.map(({ line, at }) => ({ at, told: outputDifference(exchange, line) }));
    const fit = tried.find(({ told }) => told === null);
    if (fit === undefined) return tried[0]?.told ?? absent(exchange);
    from = fit.at + 1;
  }
  return null;
}

function absent({ typed, line }: Exchange): Difference {
  const message = `The recording does not hold \`${typed}\`, or only before what stands above it.`;
  return { line, message };
}

function isTyped({ command }: RecordedLine, typed: string, places: readonly string[]): boolean {
  const pieces = places.reduce(
    (parts, place) => parts.flatMap((part) => part.split(`{{${place}}}`)),
    [command],
  );
  const escaped = pieces.map((piece) => literally(maskTyped(piece)));
  return new RegExp(`^${escaped.join("\\S+")}$`).test(maskTyped(typed));
}

function outputDifference(exchange: Exchange, recorded: RecordedLine): Difference | null {
  const shown = recorded.shown ?? [];
  const parting = matchShown(exchange.shown, shown);
  if (parting !== null) return partingWords(exchange, parting);
  if (!/^(?:time )?docker /.test(exchange.typed)) return null;
  const least = leastWidth(shown);
  const misplaced = least === null ? null : misplacedHeading(exchange.shown, least);
  if (misplaced === null) return null;
  const message = `The column ${misplaced} does not stand where Docker sets it.`;
  const hint = `A column is as wide as its longest cell and three blanks, at least ${least}.`;
  return { line: exchange.line + 1, message, hint };
}

function partingWords(
  { shown, line, typed }: Exchange,
  parting: { line: number; expected: string | null },
): Difference {
  const here = shown[parting.line];
  const told = here === undefined ? "the text ends" : `the text has "${here.trim()}"`;
  const was = parting.expected === null ? "nothing more" : `"${parting.expected.trim()}"`;
  return {
    line: line + typed.split("\n").length + parting.line,
    message: `Where ${told}, the recording has ${was}.`,
    hint: 'A line "…" stands for lines that are left out.',
  };
}
