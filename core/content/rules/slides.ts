import { type Draft, problemAt } from "#core/content/draft";
import type { Path, Problem } from "#core/content/problem";
import { cardProblem } from "./authored-texts";

type Range = [number, number];

/** A topic's first slide stands before its last, and its points stand between them. */
export function pointsStandOnTopicSlides(draft: Draft): Problem[] {
  return draft.topics.flatMap((topic) => {
    const { slides, points } = topic.value;
    if (slides[0] > slides[1]) {
      return [problemAt(topic, ["slides"], { message: "The last slide stands before the first." })];
    }
    return points.flatMap((point, i) => {
      if (within(point.slide, slides)) return [];
      const message = `Point "${point.id}" stands on slide ${point.slide}, outside ${range(slides)}.`;
      return [problemAt(topic, ["points", i, "slide"], { message })];
    });
  });
}

/** A concept's and a card's own slides belong to the topic. */
export function slidesBelongToTopic(draft: Draft): Problem[] {
  const ranges = new Map(draft.topics.map((topic) => [topic.file, topic.value.slides]));
  const outside = (file: string, slides: number[] | undefined): { path: Path; message: string }[] =>
    (slides ?? []).flatMap((slide, i) => {
      const topic = ranges.get(file);
      if (topic === undefined || within(slide, topic)) return [];
      return [
        { path: ["slides", i], message: `slide ${slide} is outside the topic's ${range(topic)}.` },
      ];
    });
  return [
    ...draft.concepts.flatMap((concept) =>
      outside(concept.file, concept.value.slides).map(({ path, message }) =>
        problemAt(concept, path, { message: `${concept.value.id}: ${message}` }),
      ),
    ),
    ...draft.cards.flatMap((card) =>
      outside(card.file, card.value.slides).map(({ path, message }) =>
        cardProblem(card, path, { message }),
      ),
    ),
  ];
}

function within(slide: number, [first, last]: Range): boolean {
  return slide >= first && slide <= last;
}

function range([first, last]: Range): string {
  return first === last ? `slide ${first}` : `slides ${first} to ${last}`;
}
