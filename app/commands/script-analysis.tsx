import { codeSpan } from "#core/content/inline";
import type { Script, ScriptPiece } from "#core/docker/script/read-script";
import { commandsText } from "#core/text/grading/commands-text";
import { sayRepairs } from "#core/typing/say-repairs";
import { RichText } from "#ui/rich-text";
import { WholeOptions } from "#ui/whole-options";
import { CommandAnalysis } from "./command-analysis";
import styles from "./commands.module.css";

type Props = { script: Script; onTake: (piece: number, text: string) => void };

/** Everything that was pasted, in its order: commands taken apart, and the rest by name. */
export function ScriptAnalysis({ script: { pieces, repairs }, onTake }: Props) {
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
          onTake={(text) => onTake(piece.place, text)}
        />
      ))}
    </section>
  );
}

type PieceProps = { piece: ScriptPiece; nested: boolean; onTake: (text: string) => void };

function Piece({ piece, nested, onTake }: PieceProps) {
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
      <CommandAnalysis text={piece.text} parsed={piece.parsed} nested={nested} onTake={onTake} />
    </>
  );
}
