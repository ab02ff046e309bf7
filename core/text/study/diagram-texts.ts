import { inLanguages } from "#core/text/language";

type Said = { name: string; note: string | null; group: string | null };

const part = ({ name, note, group }: Said) =>
  `${name}${note === null ? "" : `, ${note}`}${group === null ? "" : `, in ${group}`}`;

const en = {
  inWords: "The drawing in words",
  part,
  place: (said: Said) => `Part ${part(said)}`,
  /** A part that is still to be named. */
  open: (number: number, label: string | null) =>
    label === null ? `(${number})` : `(${number}: ${label})`,
  line: (from: string, to: string, label: string | null) =>
    `${from} to ${to}${label === null ? "" : `: ${label}`}`,
};

/** What a drawing says beside its own labels. */
export const diagramTexts = inLanguages({ en });
