import type { DiagramPart as Part } from "#core/content/diagram-types";
import { plainText } from "#core/content/inline";
import { boxOf, labelLines, labelSize, noteSize } from "#core/diagram/layout";
import { isCode } from "#core/diagram/text-width";
import { diagramTexts } from "#core/text/study/diagram-texts";
import styles from "./diagram.module.css";
import type { Blank } from "./diagram-blank";

type Props = {
  part: Part;
  isGroup: boolean;
  blank: Blank | undefined;
  nameOf: (id: string) => string;
};

/** A box with its label; a blank one is a button that chooses what to name next. */
export function DiagramPart({ part, isGroup, blank, nameOf }: Props) {
  const { left, top, right, bottom } = boxOf(part.at);
  const said = {
    name: nameOf(part.id),
    note: part.note === undefined ? null : plainText(part.note),
    group: part.in === undefined ? null : nameOf(part.in),
  };
  const look = {
    "aria-label": blank ? diagramTexts().place(said) : diagramTexts().part(said),
    className: styles.part,
    "data-tone": part.tone,
    "data-group": isGroup || undefined,
    "data-blank": blank && (blank.label === null ? "open" : "filled"),
    "data-right": blank?.right,
  };
  const drawn = (
    <>
      <rect x={left} y={top} width={right - left} height={bottom - top} />
      <Lettering part={blank ? asFilled(part, blank, isGroup) : part} isGroup={isGroup} />
    </>
  );
  if (blank?.onPick === undefined) {
    return (
      // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of shapes is no control.
      <g role="img" {...look}>
        {drawn}
      </g>
    );
  }
  const { onPick, current = false } = blank;
  return (
    // biome-ignore lint/a11y/useSemanticElements: an svg has no button element.
    <g
      role="button"
      tabIndex={0}
      aria-pressed={current}
      onClick={onPick}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        onPick();
      }}
      {...look}
    >
      {drawn}
    </g>
  );
}

/** The part with its number and what was put there; where there is room for one, that alone. */
function asFilled(part: Part, { number, label }: Blank, isGroup: boolean): Part {
  const open = { ...part, label: `${number}` };
  if (label === null) return open;
  const text = `${number} ${plainText(label)}`;
  const numbered = { ...part, label: isCode(label) ? `\`${text}\`` : text };
  const fits = (one: Part) => labelLines(one, isGroup) !== null;
  return [numbered, { ...part, label }].find(fits) ?? open;
}

function Lettering({ part, isGroup }: { part: Part; isGroup: boolean }) {
  return labelLines(part, isGroup)?.map(({ text, x, y, note }) => (
    <text
      key={y}
      x={x}
      y={y}
      textAnchor={isGroup ? "start" : "middle"}
      fontSize={note ? noteSize : labelSize}
      data-note={note || undefined}
      data-code={isCode(note ? (part.note ?? "") : part.label) || undefined}
    >
      {text}
    </text>
  ));
}
