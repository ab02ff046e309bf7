import type { AuthoredDiagram } from "./diagram-shape";
import type { Path, Place, Problem } from "./problem";
import type { Authored } from "./reader";
import type { AuthoredRecording } from "./recording-shape";
import type {
  AuthoredCard,
  AuthoredConcept,
  AuthoredLesson,
  AuthoredRoad,
  AuthoredTopic,
} from "./shapes";

/** An id where it was given. */
export type Mention = Place & { id: string };

/**
 * All content as it was written. `mentions` hold the ids of broken entries too, so that one
 * mistake in a concept is not told again at each of its cards.
 */
export type Draft = {
  /** The paths of the topics' files. */
  files: string[];
  topics: Authored<AuthoredTopic>[];
  concepts: Authored<AuthoredConcept>[];
  cards: Authored<AuthoredCard>[];
  lessons: Authored<AuthoredLesson>[];
  diagrams: Authored<AuthoredDiagram>[];
  roads: Authored<AuthoredRoad>[];
  recordings: Authored<AuthoredRecording>[];
  mentions: {
    topics: Mention[];
    concepts: Mention[];
    cards: Mention[];
    diagrams: Mention[];
    /** Facts as well: cards cover both. */
    points: Mention[];
  };
  /** By point or fact, the kinds of the cards that cover it, be the cards sound or not. */
  covered: Map<string, string[]>;
};

/** A problem at a value of an entry. */
export function problemAt<T>(
  entry: Authored<T>,
  path: Path,
  said: { message: string; hint?: string },
): Problem {
  return { file: entry.file, line: entry.lineAt(path), ...said };
}
