import { type Draft, problemAt } from "#core/content/read/draft";
import type { Problem } from "#core/content/read/problem";
import type { AuthoredLesson, AuthoredLessonPart } from "#core/content/read/shapes";
import { countWords } from "#core/content/reading-time";
import { slideWords, within } from "./slides";

/** Two to four minutes at 210 to 225 words a minute. */
const fewestWords = 420;
const mostWords = 900;

/** A lesson's file is called as the file of its topic, which is there; a topic has one lesson. */
export function lessonsBelongToTopics(draft: Draft): Problem[] {
  const files = new Map(draft.mentions.topics.map(({ id, file }) => [id, nameOf(file)]));
  return draft.lessons.flatMap((lesson) => {
    const { topic } = lesson.value;
    const name = files.get(topic);
    if (name === nameOf(lesson.file)) return [];
    const message =
      name === undefined
        ? `There is no topic "${topic}".`
        : `The lesson of "${topic}" stands in content/lessons/${name}.`;
    return [problemAt(lesson, ["topic"], { message })];
  });
}

/** A lesson stands on its topic's slides, and on each of them that says something. */
export function lessonsStandOnTopicSlides(draft: Draft): Problem[] {
  return draft.lessons.flatMap((lesson) => {
    const topic = draft.topics.find(({ value }) => value.id === lesson.value.topic)?.value;
    if (topic === undefined) return [];
    const outside = lesson.value.parts.flatMap(({ slides }, i) =>
      slides.flatMap((slide, k) => {
        if (within(slide, topic.slides)) return [];
        const message = `Slide ${slide} is outside the topic's ${slideWords(topic.slides)}.`;
        return [problemAt(lesson, ["parts", i, "slides", k], { message })];
      }),
    );
    const named = new Set(lesson.value.parts.flatMap(({ slides }) => slides));
    const missing = [...new Set(topic.points.map(({ slide }) => slide))]
      .filter((slide) => !named.has(slide))
      .map((slide) => problemAt(lesson, [], { message: `No part stands on slide ${slide}.` }));
    return [...outside, ...missing];
  });
}

/** A lesson is read in two to four minutes. */
export function lessonsTakeFewMinutes(draft: Draft): Problem[] {
  return draft.lessons.flatMap((lesson) => {
    const words = wordsIn(lesson.value);
    if (words >= fewestWords && words <= mostWords) return [];
    const message = `The lesson has ${words} words; two to four minutes are ${fewestWords} to ${mostWords}.`;
    return [problemAt(lesson, [], { message })];
  });
}

function wordsIn({ parts }: AuthoredLesson): number {
  return countWords(parts.map(proseOf).join(" "));
}

/** What is read of a part, rather than looked at. */
function proseOf(part: AuthoredLessonPart): string {
  if ("text" in part) return part.text;
  return "now" in part ? part.now : part.caption;
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}
