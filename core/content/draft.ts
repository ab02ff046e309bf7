import type { z } from "zod";
import { didYouMean } from "./nearest";
import {
  type ContentFile,
  type Path,
  type Place,
  type Problem,
  shownValue,
  valueAt,
} from "./problem";
import { shapeProblems } from "./shape-problems";
import {
  type AuthoredCard,
  type AuthoredConcept,
  type AuthoredTopic,
  cardShapes,
  conceptShape,
  topicShape,
} from "./shapes";
import { readYamlFile, type YamlFile } from "./yaml-file";

/** One entry of a content file whose fields have the right shape. */
export type Authored<T> = { value: T; file: string; lineAt: (path: Path) => number };

/** An id where it was given. */
export type Mention = Place & { id: string };

/**
 * All content as it was written. `mentions` hold the ids of broken entries too, so that one
 * mistake in a concept is not told again at each of its cards.
 */
export type Draft = {
  files: string[];
  topics: Authored<AuthoredTopic>[];
  concepts: Authored<AuthoredConcept>[];
  cards: Authored<AuthoredCard>[];
  mentions: { topics: Mention[]; concepts: Mention[]; cards: Mention[]; points: Mention[] };
  /** The points that a card covers, be the card sound or not. */
  covered: Set<string>;
};

/** A problem at a value of an entry. */
export function problemAt<T>(
  entry: Authored<T>,
  path: Path,
  said: { message: string; hint?: string },
): Problem {
  return { file: entry.file, line: entry.lineAt(path), ...said };
}

/** Reads the files, in the order given, into a draft; tells of what has no sound shape. */
export function readDraft(files: readonly ContentFile[]): { draft: Draft; problems: Problem[] } {
  const draft: Draft = {
    files: files.map((file) => file.path),
    topics: [],
    concepts: [],
    cards: [],
    mentions: { topics: [], concepts: [], cards: [], points: [] },
    covered: new Set(),
  };
  const problems = files.flatMap((file) => readFile(file, draft));
  return { draft, problems };
}

const fileFields = ["topic", "concepts", "cards"];

function readFile(source: ContentFile, draft: Draft): Problem[] {
  const yaml = readYamlFile(source);
  const reader: Reader = { file: source.path, yaml, problems: yaml.problems };
  if (!isGroup(yaml.value)) {
    if (!yaml.broken) tell(reader, [], "A content file holds topic, concepts and cards.");
    return reader.problems;
  }
  const { topic, concepts, cards } = yaml.value;
  mention(reader, draft, yaml.value);
  if (yaml.broken) return reader.problems;
  for (const key of Object.keys(yaml.value)) {
    if (fileFields.includes(key)) continue;
    tell(reader, [key], `"${key}" is no part of a content file.`, didYouMean(key, fileFields));
  }
  if (topic === undefined) tell(reader, [], '"topic" is missing.');
  else take(reader, ["topic"], topicShape, draft.topics);
  for (const path of entriesOf(reader, "concepts", concepts)) {
    take(reader, path, conceptShape, draft.concepts);
  }
  for (const path of entriesOf(reader, "cards", cards)) takeCard(reader, path, draft.cards);
  return reader.problems;
}

type Reader = { file: string; yaml: YamlFile; problems: Problem[] };

function tell(reader: Reader, path: Path, message: string, hint?: string): void {
  const line = reader.yaml.lineAt(path);
  reader.problems.push({ file: reader.file, line, message, hint });
}

function entriesOf(reader: Reader, name: string, value: unknown): Path[] {
  if (Array.isArray(value)) return value.map((_, index) => [name, index]);
  const hint = `Write "${name}: []" if there are none yet.`;
  tell(reader, [name], `"${name}" must be a list.`, hint);
  return [];
}

function take<S extends z.ZodType>(
  reader: Reader,
  path: Path,
  shape: S,
  into: Authored<z.infer<S>>[],
): void {
  const value = groupAt(reader, path);
  if (value === null) return;
  const lineAt = (inner: Path) => reader.yaml.lineAt([...path, ...inner]);
  const parsed = shape.safeParse(value);
  if (parsed.success) {
    into.push({ value: parsed.data, file: reader.file, lineAt });
    return;
  }
  for (const found of shapeProblems(shape, parsed.error, value)) {
    tell(reader, [...path, ...found.path], `${nameOf(value)}${found.message}`, found.hint);
  }
}

function takeCard(reader: Reader, path: Path, into: Authored<AuthoredCard>[]): void {
  const value = groupAt(reader, path);
  if (value === null) return;
  const { kind } = value;
  if (kind === undefined || kind === null) {
    tell(reader, path, `${nameOf(value)}"kind" is missing.`, didYouMean("", kindNames));
    return;
  }
  const shape = Object.entries(cardShapes).find(([name]) => name === kind)?.[1];
  if (shape === undefined) {
    const message = `${nameOf(value)}"${shownValue(kind)}" is no kind of card.`;
    tell(reader, [...path, "kind"], message, didYouMean(shownValue(kind), kindNames));
    return;
  }
  take<z.ZodType<AuthoredCard>>(reader, path, shape, into);
}

const kindNames = Object.keys(cardShapes);

function mention(reader: Reader, draft: Draft, value: Record<string, unknown>): void {
  const note = (list: Mention[], entry: unknown, path: Path) => {
    if (!isGroup(entry) || typeof entry.id !== "string") return;
    list.push({ id: entry.id, file: reader.file, line: reader.yaml.lineAt([...path, "id"]) });
  };
  const { topics, concepts, cards, points } = draft.mentions;
  note(topics, value.topic, ["topic"]);
  const pointList = isGroup(value.topic) ? listOf(value.topic.points) : [];
  for (const [i, point] of pointList.entries()) note(points, point, ["topic", "points", i]);
  for (const [i, concept] of listOf(value.concepts).entries()) {
    note(concepts, concept, ["concepts", i]);
  }
  for (const [i, card] of listOf(value.cards).entries()) {
    note(cards, card, ["cards", i]);
    if (!isGroup(card)) continue;
    for (const point of listOf(card.covers)) {
      // What is no id is told by the card's shape, and covers nothing.
      if (typeof point === "string" || typeof point === "number") draft.covered.add(`${point}`);
    }
  }
}

function groupAt(reader: Reader, path: Path): Record<string, unknown> | null {
  const value = valueAt(reader.yaml.value, path);
  if (isGroup(value)) return value;
  const [name, index] = path;
  const which = index === undefined ? `"${name}"` : `Number ${Number(index) + 1} of "${name}"`;
  tell(reader, path, `${which} must be a group of fields.`);
  return null;
}

function nameOf(value: Record<string, unknown>): string {
  return typeof value.id === "string" ? `${value.id}: ` : "";
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
