import { codeSpan } from "#core/content/inline";
import type { Script, ScriptPiece } from "#core/docker/script/read-script";
import { withMeant } from "#core/docker/script/source";
import { commandsText } from "#core/text/grading/commands-text";
import { sayRepairs } from "#core/typing/say-repairs";
import { RichText } from "#ui/rich-text";
import { WholeOptions } from "#ui/whole-options";
import { CommandAnalysis } from "./command-analysis";
import styles from "./commands.module.css";
import type { TakeOf } from "./unread-command";

type Props = {
  pasted: string;
  script: Script;
  /** Takes what was pasted with one of its commands as it was meant. */
  onTake: (next: string, meant: string) => void;
};

/** Everything that was pasted, in its order: commands taken apart, and the rest by name. */
export function ScriptAnalysis({ pasted, script: { pieces, repairs }, onTake }: Props) {
  const says = commandsText();
  const nested = pieces.length > 1;
  return (
    <section aria-label={says.takenApart} className={styles.analysis}>
      {sayRepairs(repairs, codeSpan).map((sentence) => (
        <p key={sentence} className={styles.hint}>
          <RichText text={sentence} />
        </p>
      ))}
      {pieces.map((piece) => (
        <Piece
          key={piece.place}
          piece={piece}
          nested={nested}
          takeOf={(meant) => {
            const next = piece.kind === "command" ? withMeant(pasted, piece.code, meant) : null;
            return next === null ? null : () => onTake(next, meant);
          }}
        />
      ))}
    </section>
  );
}

type PieceProps = { piece: ScriptPiece; nested: boolean; takeOf: TakeOf };

function Piece({ piece, nested, takeOf }: PieceProps) {
  if (piece.kind === "shell") {
    return (
      <p className={styles.shell}>
        <code>
          <WholeOptions text={piece.text} />
        </code>
        <span>
          <RichText text={piece.says} />
        </span>
      </p>
    );
  }
  return (
    <>
      {nested && (
        <h2 className={styles.piece}>
          <code>
            <WholeOptions text={piece.text} />
          </code>
        </h2>
      )}
      <CommandAnalysis text={piece.text} parsed={piece.parsed} nested={nested} takeOf={takeOf} />
    </>
  );
}
