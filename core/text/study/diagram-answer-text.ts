import { inLanguages } from "#core/text/language";

const en = {
  loading: "Fetching the drawing.",
  drawing: (open: number) => `The drawing, with ${open} parts to name`,
  legend: "Choose a number, here or in the drawing, then its label.",
  part: (number: number, label: string | null) => `Part ${number}: ${label ?? "empty"}`,
  labelsFor: (number: number) => `Part ${number} is`,
  put: (number: number, label: string, next: number | null) =>
    `Part ${number}: ${label}. ${next === null ? "All parts have a label." : `Part ${next} is next.`}`,
  named: "The drawing, with all its parts",
  youPut: "you put",
  belongs: (number: number) => ` (number ${number})`,
};

/** What is said where the parts of a drawing are named. */
export const diagramAnswerText = inLanguages({ en });
