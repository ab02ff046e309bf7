import { flagNotes } from "./tables/flag-notes";
import type { Part, Role } from "./types";

const roles: Readonly<Record<Role, string>> = {
  prefix: "set for this one command by the shell",
  program: "the program that is run",
  global: "an option of the program itself, before the verb",
  verb: "what to do",
  flag: "an option",
  value: "the value of the option before it",
  image: "the image",
  container: "the container",
  argument: "what it is done to",
  command: "runs inside the container; options here belong to it",
  "end-of-options": "nothing after this is an option",
  shell: "done by the shell, not by the program",
  unread: "not read",
};

/** One line on a piece of a command: its flag's note where there is one, else its role. */
export function explainPart(part: Part, verb: string): string {
  if (part.flag !== undefined && part.role === "flag") {
    const note = flagNotes[`${verb} ${part.flag}`] ?? flagNotes[part.flag];
    if (note !== undefined) return note;
  }
  return roles[part.role];
}
