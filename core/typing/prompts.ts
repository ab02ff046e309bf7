/** Programs by which a line is known to be a command, where its first sign may mean another thing. */
const program = "(?:sudo|docker|docker-compose|docker-machine|podman|crane|azk)\\b";

const gap = "[^\\S\\n]";

const programNext = new RegExp(program, "y");

/** As promptAt, of a typed answer: only what stands before a program is a prompt. */
export function promptsBefore(text: string): number {
  let length = 0;
  for (let next = promptAt(text, 0, true); next > 0; next = promptAt(text, length, true)) {
    length += next;
  }
  programNext.lastIndex = length;
  return programNext.test(text) ? length : 0;
}

/** What shells print before a command, from the most telling; each ends where the command begins. */
const forms: readonly RegExp[] = [
  // user@host:~/dir$ and user@host dir %, with the name of a virtual environment before it or not.
  `(?:\\([\\w .-]+\\)${gap}*)?[\\w.-]+@[\\w.-]+(?:[:\\s](?:(?!${program})[^\\n$#%>])*)?[$#%>]${gap}*`,
  // [root@host ~]#
  `(?:\\([\\w .-]+\\)${gap}*)?\\[[\\w.-]+@[^\\]\\n]+\\]${gap}*[$#%>]${gap}*`,
  // PS C:\Users\me> and C:\>
  `PS(?:${gap}+(?:[A-Za-z]:[\\\\/]|[~/])[^>\\n]*)?>${gap}*`,
  `[A-Za-z]:\\\\[^>\\n]*>${gap}*`,
  // bash-5.2$ and sh-4.2#
  `(?:ba|z|da|a|k)?sh-[\\d.]+[$#]${gap}*`,
  // host:~ user$, / # and ~ %
  `[\\w.-]+:[~/][^\\s$#%>]*(?:${gap}[\\w.-]+)?[$#%]${gap}+`,
  `[~/][\\w./-]*${gap}?[$#%]${gap}+`,
  // A bare sign, which needs its space; a virtual environment may stand before it.
  `(?:\\([\\w .-]+\\)${gap}*)?[$%\uFF04\uFF05\u276F\u279C\u03BB\u2192\u25B6\u25BA\u2022\u203A]${gap}+`,
  `[$%](?=${program})`,
  `[>\uFF1E]${gap}+(?=${program})`,
].map((form) => new RegExp(`${gap}*${form}(?=\\S)`, "y"));

const rootPrompt = new RegExp(`${gap}*[#\uFF03]${gap}+(?=${program})`, "y");

/** How many signs of a prompt stand at this place, where a line begins; 0 for none. */
export function promptAt(text: string, from: number, rootAlone: boolean): number {
  const all = rootAlone ? [...forms, rootPrompt] : forms;
  for (const form of all) {
    form.lastIndex = from;
    const found = form.exec(text)?.[0];
    if (found !== undefined) return found.length;
  }
  return 0;
}

const withHash = new RegExp(`^\\s*#\\s+${program}`);
const withoutHash = new RegExp(`^\\s*${program}`);

/**
 * Whether a line that begins with `#` is a command at root's prompt: among lines that are commands
 * without it, it is a comment.
 */
export function hasRootPrompt(text: string): boolean {
  const lines = text.split("\n");
  return lines.some((line) => withHash.test(line)) && !lines.some((line) => withoutHash.test(line));
}
