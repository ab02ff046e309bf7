import type { canonicalCommand } from "#core/docker/canonical-command";

const refusers = { shell: "The shell", client: "The client", engine: "The engine" } as const;

/** In one sentence, whether a command could be read. */
export function verdictWords(read: ReturnType<typeof canonicalCommand>): string {
  switch (read.kind) {
    case "empty":
      return "Nothing is typed yet.";
    case "refused":
      return `${refusers[read.by]} refuses this: ${read.message}`;
    case "unmodelled":
      return `Not modelled: ${read.why}.`;
    case "canonical":
      return "The command is read and taken apart below.";
  }
}
