import { lchownSync } from "node:fs";

/** PostgreSQL refuses to run as root: then it is this user, `nobody` on Debian and elsewhere. */
const nobody = 65534;

const isRoot = () => process.getuid?.() === 0;

/** Under which user a PostgreSQL of ours is started: this one, unless that is root. */
export const asPostgres = () => (isRoot() ? { uid: nobody, gid: nobody } : {});

/**
 * A file or a folder, without what is in it, becomes that user's.
 * @param {string} place
 */
export function giveToPostgres(place) {
  if (isRoot()) lchownSync(place, nobody, nobody);
}
