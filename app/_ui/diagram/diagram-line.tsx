import type { DiagramPart, DiagramLine as Line } from "#core/content/diagram-types";
import { plainText } from "#core/content/inline";
import { noteSize, runOf, type Segment } from "#core/diagram/layout";
import { isCode } from "#core/diagram/text-width";
import { diagramTexts } from "#core/text/study/diagram-texts";
import styles from "./diagram.module.css";

type Props = { line: Line; parts: readonly DiagramPart[]; nameOf: (id: string) => string };

/** A line or an arrow with what it says. */
export function DiagramLine({ line, parts, nameOf }: Props) {
  const run = runOf(line, parts);
  if (run === null) return null;
  const { segment, label } = run;
  const words = line.label === undefined ? null : plainText(line.label);
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of shapes is no control.
    <g
      role="img"
      aria-label={diagramTexts().line(nameOf(line.from), nameOf(line.to), words)}
      className={styles.line}
      data-tone={line.tone}
    >
      <path d={`M${segment.x1} ${segment.y1}L${segment.x2} ${segment.y2}`} />
      {line.heads !== "none" && <path className={styles.head} d={head(segment)} />}
      {line.heads === "both" && <path className={styles.head} d={head(turned(segment))} />}
      {label && words !== null && (
        <text
          x={label.x}
          y={label.y}
          textAnchor={label.anchor}
          fontSize={noteSize}
          data-code={isCode(line.label ?? "") || undefined}
        >
          {words}
        </text>
      )}
    </g>
  );
}

function turned({ x1, y1, x2, y2 }: Segment): Segment {
  return { x1: x2, y1: y2, x2: x1, y2: y1 };
}

/** A flat triangle at the end of a line, 8 units long. */
function head({ x1, y1, x2, y2 }: Segment): string {
  const [x, y] = [Math.sign(x2 - x1), Math.sign(y2 - y1)];
  const [bx, by] = [x2 - 8 * x, y2 - 8 * y];
  return `M${x2} ${y2}L${bx + 4 * y} ${by + 4 * x}L${bx - 4 * y} ${by - 4 * x}Z`;
}
