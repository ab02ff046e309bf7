import type { Draft } from "#core/content/read/draft";
import type { Path, Problem } from "#core/content/read/problem";
import type { AuthoredRecording } from "#core/content/read/recording-shape";
import { canRun, programOf, whatRan } from "#core/content/recordings/can-run";
import { differenceFrom } from "#core/content/recordings/find-session";
import { recordedLines } from "#core/content/recordings/recorded-lines";
import { type ShownText, shownTexts } from "#core/content/recordings/shown-texts";

/** What a terminal shows is known by a recording or, where none can be made, by a document. */
export function textsHaveOneProof(draft: Draft): Problem[] {
  return shownTexts(draft).flatMap((text) => {
    const { recorded, documented } = text.proof;
    if (recorded && documented) {
      const message = 'It has "recorded" and "documented"; one of them is right.';
      return [problem(text, ["documented"], { message })];
    }
    if (recorded || documented) return [];
    const message = "Nothing says by what it is known that a terminal shows this.";
    const hint = 'Write "recorded", or "documented" where it cannot be run.';
    return [problem(text, [text.field], { message, hint })];
  });
}

/** A recorded text names a recording and the versions that it was made with. */
export function recordingsAreNamed(draft: Draft): Problem[] {
  return shownTexts(draft).flatMap((text) => {
    const { recorded } = text.proof;
    if (!recorded) return [];
    const made = recordingOf(draft, recorded.session)?.made;
    if (made === undefined) {
      const message = `There is no recording content/recorded/${recorded.session}.yaml, or it was never made.`;
      const hint = `npm run content -- --record ${recorded.session}`;
      return [problem(text, ["recorded", "session"], { message, hint })];
    }
    return speakersOf(text).flatMap((speaker) => {
      if (recorded[speaker] === made[speaker]) return [];
      const message = `It was recorded with ${speaker} ${made[speaker]}.`;
      const hint = `Write ${speaker}: "${made[speaker]}".`;
      return [problem(text, ["recorded", speaker], { message, hint })];
    });
  });
}

/** A recorded text shows what its recording holds. */
export function textsShowWhatWasRecorded(draft: Draft): Problem[] {
  return shownTexts(draft).flatMap((text) => {
    const recording = text.proof.recorded && recordingOf(draft, text.proof.recorded.session);
    if (recording?.made === undefined) return [];
    const found = differenceFrom(recording, text.exchanges);
    if (found === null) return [];
    const { line, ...said } = found;
    return [problem(text, [text.field], said, 1 + line)];
  });
}

/** Words that a terminal of another system shows and none of ours can. */
const otherSystems = ["Darwin", "linuxkit", "Docker Desktop", "virtualbox", "oracle", "lxc-"];

/** What can be run is recorded. Only what another system shows cannot, though its commands can. */
export function whatCanRunIsRecorded(draft: Draft): Problem[] {
  const ran = whatRan(draft.recordings.flatMap(({ value }) => recordedLines(value)));
  return shownTexts(draft).flatMap((text) => {
    const { recorded, documented } = text.proof;
    if (!documented || recorded) return [];
    const { exchanges } = text;
    if (!exchanges.every(({ typed }) => canRun(typed, ran))) return [];
    const words = exchanges.flatMap(({ typed, shown }) => [typed, ...shown]).join("\n");
    const elsewhere = otherSystems.some((sign) => words.includes(sign));
    if (documented.reason === "other-system" && elsewhere) return [];
    const message = "Every command of it can be run, so it is recorded.";
    return [problem(text, ["documented"], { message })];
  });
}

function recordingOf(draft: Draft, session: string): AuthoredRecording | undefined {
  const path = `content/recorded/${session}.yaml`;
  return draft.recordings.find(({ file }) => file === path)?.value;
}

type Speaker = "engine" | "compose" | "system";

/** Whose words a text shows: the engine's, those of Compose as well, or those of the system alone. */
function speakersOf({ exchanges }: ShownText): Speaker[] {
  const docker = exchanges.filter(({ typed }) => programOf(typed) === "docker");
  if (docker.length === 0) return ["system"];
  const compose = docker.some(({ typed }) => /\bdocker compose\b/.test(typed));
  return compose ? ["engine", "compose"] : ["engine"];
}

type Said = { message: string; hint?: string };

function problem({ entry, at, name }: ShownText, path: Path, said: Said, below = 0): Problem {
  const line = entry.lineAt([...at, ...path]) + below;
  return { ...said, file: entry.file, line, message: `${name}${said.message}` };
}
