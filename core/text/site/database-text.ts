import { inLanguages } from "#core/text/language";

const en = {
  busy: "another process is writing to it; try again in a moment.",
  locked: "another process holds it; try again in a moment.",
  full: "the disk is full; nothing was stored.",
  diskFails: "the disk cannot be read or written.",
  readOnly: "it may be read but not written.",
  cannotOpen: "the file cannot be opened or made.",
  damaged: "the file is damaged.",
  notADatabase: "the file is not a database.",
  away: "it cannot be reached; try again in a moment.",
  gaveWay: "too much is written to it at once; try again in a moment.",
};

/** What is wrong with the database: each goes on from a sentence that names it. */
export const databaseText = inLanguages({ en });
