import type { Recorded } from "#core/content/proof";
import { inLanguages } from "#core/text/language";

const en = {
  terminal: "Terminal",
  /** By versions: of Docker and Compose where they speak, of the system where neither does. */
  recorded: ({ engine, compose, system }: Recorded) => {
    const spoke = [engine && `Docker ${engine}`, compose && `Compose ${compose}`].filter(Boolean);
    return spoke.length > 0 ? `Recorded with ${spoke.join(" and ")}.` : `Recorded on ${system}.`;
  },
  leftOut: "“…” stands for lines left out.",
  documented: "Not recorded; it is known from",
  later: (since: string) => `Docker ${since} and newer:`,
  /** `action`: what the button says. */
  enterMeans: (action: string) =>
    `Enter means “${action}”. A backslash before Enter starts another line. Arrow up brings back earlier commands.`,
  yourCommand: "Your command",
  run: "Run",
  part: "Part",
  meaning: "What it is",
  right: "Right",
  houseStyle: "Usual spelling",
  alsoRight: "Also right",
  yoursDoes: "What yours does",
  yourParts: "Your command, part by part",
  parts: "The command, part by part",
  refusedHere: "refused here",
  unmodelled: "not known to Mooring",
  differs: "differs",
};

/** Where a command is typed and taken apart; its sentences are those of core/docker/say. */
export const terminalText = inLanguages({ en });
