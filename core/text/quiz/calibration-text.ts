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
    "The mark shows the share of right answers. The line shows how far off it may be, because the answers are few. The band shows the share that would fit how sure you were.",
  empty: "When you say in a quiz how sure you are, you see here how often you were right.",
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
  mistakes: "Sure, but not right",
  mistakesLead: "The latest first. You were sure, so you would not have looked these up.",
};

/** How sure the learner was, held against what was right. */
export const calibrationText = inLanguages({ en });
