import { inLanguages } from "#core/text/language";

const en = {
  alias: "gives the command that follows a short name",
  cron: "runs the command that follows at these times, by cron",
  find: "looks for files and runs the command that follows with them, in place of `{}`",
  parallel:
    "runs the command that follows for each word after `:::`, in place of `{}`, several at once",
  trap: "runs the command that follows when the shell gets a signal or ends",
  fileOfOutput: "what the command before it prints is read as a file",
  fileOfInput: "what is written to it goes to the command before it",
};

/** What is said of what holds a command without being a shell's sentence. */
export const heldText = inLanguages({ en });
