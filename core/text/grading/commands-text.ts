import { inLanguages } from "#core/text/language";

const en = {
  title: "Commands",
  lead: "Type any docker command and see it taken apart: what each part is, what the command does and what the engine is asked. Nothing is run.",
  command: "A command",
  takeApart: "Take it apart",
  takenApart: "Taken apart",
  parts: "Part by part",
  here: "here",
  meaning: "What it does",
  oneSpelling: "In one spelling",
  requests: "What the engine is asked",
  request: "Request",
  purpose: "To",
  compared: "What counts when it is compared",
  aspect: "Aspect",
  value: "Value",
  action: "action",
  compareTitle: "Compare with another",
  compareHint: (example: string) =>
    `Two commands are the same when they ask the same of the engine, however they are typed. Try \`${example}\`.`,
  otherCommand: "Another command",
  compare: "Compare",
  comparisonDone: "Compared.",
  firstUnread: "The first command cannot be compared yet.",
  same: "The same command",
  sameEffect: "The same effect in another way",
  different: "Different",
  differs: "differs",
  empty: "Nothing is typed yet.",
  refused: {
    shell: (message: string) => `The shell refuses this: ${message}`,
    client: (message: string) => `The client refuses this: ${message}`,
    engine: (message: string) => `The engine refuses this: ${message}`,
  },
  unmodelled: (why: string) => `Not modelled: ${why}.`,
  canonical: "The command is read and taken apart below.",
};

/** The page on which a command is taken apart and compared. */
export const commandsText = inLanguages({ en });
