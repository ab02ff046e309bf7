import type { Draft } from "./draft";
import { didYouMean } from "./nearest";
import type { Path } from "./problem";
import { entriesOf, groupAt, isGroup, onlyFields, type Reader, take, tell } from "./reader";
import { type AuthoredLessonPart, lessonPartShapes, lessonShape } from "./shapes";

/** Reads one topic's lesson into the draft. */
export function readLessonFile(reader: Reader, draft: Draft): void {
  const { value, broken } = reader.yaml;
  if (broken) return;
  if (!isGroup(value)) {
    tell(reader, [], "A lesson's file holds a lesson.");
    return;
  }
  onlyFields(reader, value, ["lesson"]);
  const lesson = take(reader, ["lesson"], lessonShape);
  if (lesson === null) return;
  const parts = entriesOf(reader, ["lesson", "parts"]).map((path) => takePart(reader, path));
  const sound = parts.filter((part) => part !== null);
  if (sound.length < parts.length) return;
  draft.lessons.push({ ...lesson, value: { ...lesson.value, parts: sound } });
}

const forms = Object.keys(lessonPartShapes);

function takePart(reader: Reader, path: Path): AuthoredLessonPart | null {
  const value = groupAt(reader, path);
  if (value === null) return null;
  const [shape, other] = Object.entries(lessonPartShapes).filter(([form]) => form in value);
  if (shape === undefined) {
    const [hint] = Object.keys(value).flatMap((key) => didYouMean(key, forms) ?? []);
    tell(reader, path, `A part of a lesson holds one of ${forms.join(", ")}.`, hint);
    return null;
  }
  if (other !== undefined) {
    tell(reader, path, `A part holds "${shape[0]}" or "${other[0]}", not both.`);
    return null;
  }
  return take(reader, path, shape[1] as (typeof lessonPartShapes)["text"])?.value ?? null;
}
