import { type Draft, problemAt } from "#core/content/read/draft";
import type { Path, Problem } from "#core/content/read/problem";
import { cardProblem } from "./authored-texts";

type Range = [number, number];

/** A topic's first slide stands before its last, and its points and facts stand between them. */
export function pointsStandOnTopicSlides(draft: Draft): Problem[] {
  return draft.topics.flatMap((topic) => {
    const { slides, points, facts } = topic.value;
    if (slides[0] > slides[1]) {
      return [problemAt(topic, ["slides"], { message: "The last slide stands before the first." })];
    }
    const outside = (path: Path, name: string, slide: number): Problem[] => {
      if (within(slide, slides)) return [];
      const message = `${name} stands on slide ${slide}, outside ${slideWords(slides)}.`;
      return [problemAt(topic, path, { message })];
    };
    return [
      ...points.flatMap(({ id, slide }, i) =>
        outside(["points", i, "slide"], `Point "${id}"`, slide),
      ),
      ...(facts ?? []).flatMap(({ id, slides: own }, i) =>
        own.flatMap((slide, k) => outside(["facts", i, "slides", k], `Fact "${id}"`, slide)),
      ),
    ];
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
        {
          path: ["slides", i],
          message: `slide ${slide} is outside the topic's ${slideWords(topic)}.`,
        },
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

/** Whether a slide lies in a range, both ends included. */
export function within(slide: number, [first, last]: Range): boolean {
  return slide >= first && slide <= last;
}

/** A range of slides as a message names it. */
export function slideWords([first, last]: Range): string {
  return first === last ? `slide ${first}` : `slides ${first} to ${last}`;
}
