import type { Confidence } from "#core/log/types";
import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const quoted: Record<Confidence, string> = {
  1: "“a guess”",
  2: "“I think so”",
  3: "“sure”",
};

/** `share`, `low` and `high` are percentages with their sign. */
type Level = { right: number; count: number; share: string; low: string; high: string };
/** What a confidence claims, bounds as percentages with their sign. */
type Claim = { confidence: Confidence; from: string; to: string };

const en = {
  title: "How sure you were",
  legend:
    "The mark is the share that was right, the line how far off it may be after so few answers, the band what being so sure means.",
  empty:
    "When a quiz asks how sure you are and you say so, it stands here whether your answers bear it out.",
  none: "No answer yet.",
  measured: ({ right, count, share, low, high }: Level) =>
    `${right} of ${count} right, ${share}; it may lie between ${low} and ${high}.`,
  claims: ({ confidence, from, to }: Claim) => {
    if (confidence === 1) return `${quoted[1]} means ${to} right at most`;
    return confidence === 3
      ? `${quoted[3]} means ${from} right at least`
      : `${quoted[2]} means ${from} to ${to} right`;
  },
  tooSure: (claim: string) => `Too sure: ${claim}.`,
  fitting: (claim: string) => `That fits: ${claim}.`,
  unsure: (claim: string) => `You know more than you think: ${claim}.`,
  open: (claim: string) => `Too few answers to tell: ${claim}.`,
  points: (total: number, possible: number) =>
    `${total < 0 ? "−" : ""}${counted(Math.abs(total), "point")} of ${possible} by how sure you were. “Sure” gives 3 or takes 6, “I think so” gives or takes 2, a guess gives 1 and takes nothing.`,
  mistakes: "Sure, and not right",
  mistakesLead: "The latest first. What one is sure of, one does not look up.",
};

/** How sure the learner was, held against what was right. */
export const calibrationText = inLanguages({ en });
