import type { Span } from "#core/docker/types";
import { WholeOptions } from "#ui/whole-options";
import styles from "./terminal.module.css";

/** A stretch of a command and what is to be said of it to those who do not see the mark. */
export type Marked = Span & { says: string };

/** A command as it was typed, with stretches of it underlined. */
export function MarkedCommand({ text, marks }: { text: string; marks: readonly Marked[] }) {
  return piecesOf(text, marks).map(({ start, end, says }) =>
    says === null ? (
      <WholeOptions key={start} text={text.slice(start, end)} />
    ) : (
      <mark key={start} className={styles.mark}>
        <span className="visually-hidden">({says}: </span>
        <WholeOptions text={text.slice(start, end)} />
        <span className="visually-hidden">)</span>
      </mark>
    ),
  );
}

type Piece = Span & { says: string | null };

/** The whole text cut at its marks; what overlaps an earlier mark is left to that one. */
function piecesOf(text: string, marks: readonly Marked[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, says } of [...marks].sort((a, b) => a.start - b.start)) {
    const from = Math.max(at, start);
    // What is missing at the end of a command has no width: nothing can be underlined.
    const to = Math.min(end, text.length);
    if (to <= from) continue;
    if (from > at) pieces.push({ start: at, end: from, says: null });
    pieces.push({ start: from, end: to, says });
    at = to;
  }
  if (at < text.length) pieces.push({ start: at, end: text.length, says: null });
  return pieces;
}
