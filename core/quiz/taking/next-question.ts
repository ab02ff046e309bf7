import type { QuizPlan, QuizQuestion } from "#core/log/types";

/** A question that was asked, by its index in the plan, and whether its answer was right. */
export type AskedQuestion = { question: number; right: boolean };

type Place = { index: number; level: number; round: number };

/**
 * The question to ask next, by its index in the plan, from those asked so far in their order; null
 * when none is left. No second question on a concept comes before the first ones on all others. It
 * begins in the lower third; after a right answer comes the next harder one, after a miss the next
 * easier one, and where there is none on that side the nearest on the other.
 */
export function nextQuestion(
  { questions }: Pick<QuizPlan, "questions">,
  asked: readonly AskedQuestion[],
): number | null {
  const done = new Set(asked.map(({ question }) => question));
  const open = questions.map(placeOf).filter(({ index }) => !done.has(index));
  const round = Math.min(...open.map((place) => place.round));
  const choices = open
    .filter((place) => place.round === round)
    .sort((one, other) => one.level - other.level || one.index - other.index);
  const last = asked.at(-1);
  const before = last && questions[last.question];
  if (!last || !before) {
    const first = choices[Math.floor(choices.length / 3)];
    return choices.find(({ level }) => level === first?.level)?.index ?? null;
  }
  return nearest(choices, before.level ?? 0, last.right)?.index ?? null;
}

const placeOf = ({ level = 0, round = 0 }: QuizQuestion, index: number): Place => {
  return { index, level, round };
};

/** `choices` rise. Of one level, the first in the plan comes first. */
function nearest(choices: readonly Place[], level: number, up: boolean): Place | undefined {
  const harder = choices.find((place) => place.level >= level);
  const below = choices.filter((place) => place.level < level).at(-1)?.level;
  const easier = choices.find((place) => place.level === below);
  return up ? (harder ?? easier) : (easier ?? harder);
}
