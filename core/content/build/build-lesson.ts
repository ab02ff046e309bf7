import type { Lesson, LessonPart } from "#core/content/lesson-types";
import type { AuthoredLesson, AuthoredLessonPart } from "#core/content/read/shapes";
import { buildProof } from "./build-proof";

/** Makes the lesson of one in which no problem was found. */
export function buildLesson({ topic, parts }: AuthoredLesson): Lesson {
  return { topic, parts: parts.map(buildPart) };
}

function buildPart(part: AuthoredLessonPart): LessonPart {
  if ("now" in part) {
    const { now, sources, ...rest } = part;
    return { ...rest, form: "now", text: now, sources: sources ?? [] };
  }
  if ("code" in part) return { ...part, form: "code", code: part.code.trimEnd() };
  if ("terminal" in part) {
    const { terminal, recorded, documented, later, ...rest } = part;
    const proof = buildProof(part);
    return { ...rest, form: "terminal", text: terminal.trimEnd(), proof };
  }
  if ("diagram" in part) return { ...part, form: "diagram" };
  return { ...part, form: "text" };
}
