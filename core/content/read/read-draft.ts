import type { Draft } from "./draft";
import {
  type ContentFile,
  isDiagramFile,
  isLessonFile,
  isRecordingFile,
  isRoadsFile,
  type Problem,
} from "./problem";
import { readDiagramFile } from "./read-diagram-file";
import { readLessonFile } from "./read-lesson-file";
import { readRecordingFile } from "./read-recording-file";
import { readRoadsFile } from "./read-roads-file";
import { readTopicFile } from "./read-topic-file";
import type { Reader } from "./reader";
import { readYamlFile } from "./yaml-file";

/** Reads the files, in the order given, into a draft; tells of what has no sound shape. */
export function readDraft(files: readonly ContentFile[]): { draft: Draft; problems: Problem[] } {
  const draft: Draft = {
    files: files.map(({ path }) => path).filter(isTopicFile),
    topics: [],
    concepts: [],
    cards: [],
    lessons: [],
    diagrams: [],
    roads: [],
    recordings: [],
    mentions: { topics: [], concepts: [], cards: [], diagrams: [], points: [] },
    covered: new Map(),
  };
  const problems = files.flatMap((file) => {
    const yaml = readYamlFile(file);
    const reader: Reader = { file: file.path, yaml, problems: yaml.problems };
    if (isLessonFile(file.path)) readLessonFile(reader, draft);
    else if (isDiagramFile(file.path)) readDiagramFile(reader, draft);
    else if (isRoadsFile(file.path)) readRoadsFile(reader, draft);
    else if (isRecordingFile(file.path)) readRecordingFile(reader, draft);
    else readTopicFile(reader, draft);
    return reader.problems;
  });
  return { draft, problems };
}

/** What is nothing else is a topic, wherever it stands. */
function isTopicFile(path: string): boolean {
  return ![isLessonFile, isDiagramFile, isRoadsFile, isRecordingFile].some((is) => is(path));
}
