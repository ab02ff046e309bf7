import type { canonicalCommand } from "#core/docker/canonical-command";
import { commandsText } from "#core/text/grading/commands-text";

/** In one sentence, whether a command could be read. */
export function verdictWords(read: ReturnType<typeof canonicalCommand>): string {
  const text = commandsText();
  switch (read.kind) {
    case "empty":
      return text.empty;
    case "refused":
      return text.refused[read.by](read.message);
    case "unmodelled":
      return text.unmodelled(read.why);
    case "canonical":
      return text.canonical;
  }
}
