import type { Diagram as Drawing } from "#core/content/diagram-types";
import { cellSize, columns } from "#core/diagram/layout";
import { diagramText } from "#core/diagram/words";
import { diagramTexts } from "#core/text/study/diagram-texts";
import { RichText } from "#ui/rich-text";
import styles from "./diagram.module.css";
import { type Blanks, isOpen, nameOfPart } from "./diagram-blank";
import { DiagramLine } from "./diagram-line";
import { DiagramPart } from "./diagram-part";

type Props = {
  diagram: Drawing;
  /** Stands below the title. */
  caption?: string;
  /** How the drawing is called where its title would tell what is asked. */
  name?: string;
  blanks?: Blanks;
};

/** A drawing with its parts named for a screen reader, and the same in words. */
export function Diagram({ diagram, name, caption, blanks = new Map() }: Props) {
  const { parts, lines } = diagram;
  const rows = Math.max(...parts.map(({ at: [, y, , height] }) => y + height));
  const nameOf = (id: string) => nameOfPart(parts, blanks, id);
  const words = diagramText(diagram.text, (id, other) =>
    isOpen(blanks.get(id)) ? nameOf(id) : (other ?? nameOf(id)),
  );
  const text = diagramTexts();
  return (
    <figure className={styles.figure}>
      {name === undefined && (
        <figcaption>
          <span className={styles.title}>{diagram.title}</span>
          {caption !== undefined && <RichText text={caption} />}
        </figcaption>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: an svg groups its parts by its role. */}
      <svg
        className={styles.drawing}
        viewBox={`-1 -1 ${columns * cellSize + 2} ${rows * cellSize + 2}`}
        role="group"
        aria-label={name ?? diagram.title}
      >
        {parts.map((part) => (
          <DiagramPart
            key={part.id}
            part={part}
            isGroup={parts.some((other) => other.in === part.id)}
            blank={blanks.get(part.id)}
            nameOf={nameOf}
          />
        ))}
        {lines.map((line) => (
          <DiagramLine key={`${line.from} ${line.to}`} line={line} parts={parts} nameOf={nameOf} />
        ))}
      </svg>
      <details className={styles.words}>
        <summary>{text.inWords}</summary>
        <p>
          <RichText text={words} />
        </p>
      </details>
    </figure>
  );
}
