import type { Draft, Mention } from "./draft";
import { didYouMean } from "./nearest";
import { type Path, shownValue } from "./problem";
import {
  entriesOf,
  groupAt,
  isGroup,
  listOf,
  nameOf,
  onlyFields,
  type Reader,
  take,
  tell,
} from "./reader";
import { type AuthoredCard, cardShapes, conceptShape, topicShape } from "./shapes";

/** Reads a topic with its concepts and cards into the draft. */
export function readTopicFile(reader: Reader, draft: Draft): void {
  const { value, broken } = reader.yaml;
  if (!isGroup(value)) {
    if (!broken) tell(reader, [], "A topic's file holds topic, concepts and cards.");
    return;
  }
  mention(reader, draft, value);
  if (broken) return;
  onlyFields(reader, value, ["topic", "concepts", "cards"]);
  if (value.topic === undefined) tell(reader, [], '"topic" is missing.');
  else keep(draft.topics, take(reader, ["topic"], topicShape));
  for (const path of entriesOf(reader, ["concepts"])) {
    keep(draft.concepts, take(reader, path, conceptShape));
  }
  for (const path of entriesOf(reader, ["cards"])) keep(draft.cards, takeCard(reader, path));
}

function keep<T>(list: T[], entry: T | null): void {
  if (entry !== null) list.push(entry);
}

const kindNames = Object.keys(cardShapes);

function takeCard(reader: Reader, path: Path): Draft["cards"][number] | null {
  const value = groupAt(reader, path);
  if (value === null) return null;
  const { kind } = value;
  if (kind === undefined || kind === null) {
    tell(reader, path, `${nameOf(value)}"kind" is missing.`, didYouMean("", kindNames));
    return null;
  }
  const shape = Object.entries(cardShapes).find(([name]) => name === kind)?.[1];
  if (shape === undefined) {
    const message = `${nameOf(value)}"${shownValue(kind)}" is no kind of card.`;
    tell(reader, [...path, "kind"], message, didYouMean(shownValue(kind), kindNames));
    return null;
  }
  return take(reader, path, shape) as Draft["cards"][number] & { value: AuthoredCard };
}

function mention(reader: Reader, draft: Draft, value: Record<string, unknown>): void {
  const note = (list: Mention[], entry: unknown, path: Path) => {
    if (!isGroup(entry) || typeof entry.id !== "string") return;
    list.push({ id: entry.id, file: reader.file, line: reader.yaml.lineAt([...path, "id"]) });
  };
  const { topics, concepts, cards, points } = draft.mentions;
  note(topics, value.topic, ["topic"]);
  const topic = isGroup(value.topic) ? value.topic : {};
  for (const field of ["points", "facts"]) {
    for (const [i, one] of listOf(topic[field]).entries()) note(points, one, ["topic", field, i]);
  }
  for (const [i, concept] of listOf(value.concepts).entries()) {
    note(concepts, concept, ["concepts", i]);
  }
  for (const [i, card] of listOf(value.cards).entries()) {
    note(cards, card, ["cards", i]);
    if (isGroup(card)) noteCovered(draft, card);
  }
}

function noteCovered(draft: Draft, card: Record<string, unknown>): void {
  for (const point of listOf(card.covers)) {
    // What is no id is told by the card's shape, and covers nothing.
    if (typeof point !== "string" && typeof point !== "number") continue;
    const kinds = draft.covered.get(`${point}`) ?? [];
    draft.covered.set(`${point}`, [...kinds, shownValue(card.kind)]);
  }
}
