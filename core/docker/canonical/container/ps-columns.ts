/** A word of `ps` whose columns are its last letters or the next word: `-o`, `-eo`, `axo`, `--format`. */
const columnWord = /^(?:-[a-zA-Z]*o|[a-zA-Z]*o|--format)(?:[= ]?)$/;
const columnsInWord = /^(?:-o|--format=)(.+)$/;

/**
 * Whether what `ps` prints with these words lacks the column PID: then the engine can't tell which
 * processes are the container's, and refuses.
 */
export function lacksPid(words: readonly string[]): boolean {
  if (words.some((word) => /^--no-head(?:ers?|ings?)$/.test(word))) return true;
  const columns = words.flatMap((word, at) => {
    const held = columnsInWord.exec(word)?.[1];
    const next = columnWord.test(word) ? words[at + 1] : undefined;
    return (held ?? next ?? "").split(",").filter((column) => column !== "");
  });
  return columns.length > 0 && !columns.includes("pid");
}
