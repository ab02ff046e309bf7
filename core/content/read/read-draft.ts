import type { Draft } from "./draft";
import {
  type ContentFile,
  isDiagramFile,
  isLessonFile,
  isRoadsFile,
  type Problem,
} from "./problem";
import { readDiagramFile } from "./read-diagram-file";
import { readLessonFile } from "./read-lesson-file";
import { readRoadsFile } from "./read-roads-file";
import { readTopicFile } from "./read-topic-file";
import type { Reader } from "./reader";
import { readYamlFile } from "./yaml-file";

/** Reads the files, in the order given, into a draft; tells of what has no sound shape. */
export function readDraft(files: readonly ContentFile[]): { draft: Draft; problems: Problem[] } {
  const draft: Draft = {
    files: files
      .map((file) => file.path)
      .filter((path) => !isLessonFile(path) && !isDiagramFile(path) && !isRoadsFile(path)),
    topics: [],
    concepts: [],
    cards: [],
    lessons: [],
    diagrams: [],
    roads: [],
    mentions: { topics: [], concepts: [], cards: [], diagrams: [], points: [] },
    covered: new Map(),
  };
  const problems = files.flatMap((file) => {
    const yaml = readYamlFile(file);
    const reader: Reader = { file: file.path, yaml, problems: yaml.problems };
    if (isLessonFile(file.path)) readLessonFile(reader, draft);
    else if (isDiagramFile(file.path)) readDiagramFile(reader, draft);
    else if (isRoadsFile(file.path)) readRoadsFile(reader, draft);
    else readTopicFile(reader, draft);
    return reader.problems;
  });
  return { draft, problems };
}
