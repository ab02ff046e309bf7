import type { AuthoredRecording } from "#core/content/read/recording-shape";

/** A line that a recording ran; `shown` null where it only prepared something. */
export type RecordedLine = { command: string; shown: string[] | null };

/** What a recording ran, in order. */
export function recordedLines({ steps }: AuthoredRecording): RecordedLine[] {
  return steps.flatMap((step): RecordedLine[] => {
    if ("file" in step) return [];
    if (!("command" in step)) {
      const command = "do" in step ? step.do : "wait" in step ? step.wait : step.from;
      return [{ command, shown: null }];
    }
    return [{ command: step.command, shown: linesOf(step.output ?? "") }];
  });
}

/** What was shown, line by line, without empty lines at its end. */
export function linesOf(shown: string): string[] {
  const text = shown.trimEnd();
  return text === "" ? [] : text.split("\n");
}

/** The names of what a recording asked its hosts: they stand in braces in what it typed. */
export function placesOf({ steps }: AuthoredRecording): string[] {
  return steps.flatMap((step) => ("set" in step ? [step.set] : []));
}
