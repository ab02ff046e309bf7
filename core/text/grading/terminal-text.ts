import { inLanguages } from "#core/text/language";

const en = {
  terminal: "Terminal",
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
