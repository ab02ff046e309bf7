import type { Draft } from "./draft";
import { isGroup, onlyFields, type Reader, take, tell } from "./reader";
import { recordingShape } from "./recording-shape";

/** Reads one recording into the draft. */
export function readRecordingFile(reader: Reader, draft: Draft): void {
  const { value, broken } = reader.yaml;
  if (broken) return;
  if (!isGroup(value)) {
    tell(reader, [], "A recording's file holds a recording.");
    return;
  }
  onlyFields(reader, value, ["recording"]);
  const recording = take(reader, ["recording"], recordingShape);
  if (recording !== null) draft.recordings.push(recording);
}
