/** Programs by which a line is known to be a command, where its first sign may mean another thing. */
const program = "(?:sudo|docker|docker-compose|docker-machine|podman|crane|azk)\\b";

/** A blank within a line; else a text of line separators is walked to its end from each of them. */
const gap = "[^\\S\\n\\v\\f\\u2028\\u2029]";

const programNext = new RegExp(program, "y");
const programAnywhere = new RegExp(program);

/** As promptAt, of a typed answer: only what stands before a program is a prompt. */
export function promptsBefore(text: string): number {
  if (!programAnywhere.test(text)) return 0;
  let length = 0;
  for (let next = promptAt(text, 0, true); next > 0; next = promptAt(text, length, true)) {
    length += next;
  }
  programNext.lastIndex = length;
  return programNext.test(text) ? length : 0;
}

const venv = `(?:\\([\\w .-]+\\)${gap}*)?`;

/** A command between a host and a prompt's sign is none; a folder may be named as a program is. */
const noCommand = `(?!(?<=\\s)${program}(?!${gap}*[$#%>]${gap}))`;

/** What oh-my-zsh's own look prints before the folder; these words are no folder. */
const arrow = "[\u279C\u276F\u03BB\u2192\u25B6\u25BA\u00BB]";
const notFolder = "(?!(?:sudo|time|watch|echo|which|man|type|nohup|exec|command|env|alias)\\b)";

/** What shells print before a command, from the most telling; each ends where the command begins. */
const forms: readonly RegExp[] = [
  // user@host:~/dir$ and user@host dir %, with the name of a virtual environment before it or not.
  `${venv}[\\w.-]+@[\\w.-]+(?:[:\\s](?:${noCommand}[^\\n$#%>\u276F])*)?[$#%>\u276F]${gap}*`,
  // [root@host ~]#
  `${venv}\\[[\\w.-]+@[^\\]\\n]+\\]${gap}*[$#%>]${gap}*`,
  // PS C:\Users\me> and C:\>
  `${venv}(?:\\[[^\\]\\n]+\\]:${gap}*)?PS(?:${gap}+(?:[A-Za-z]:[\\\\/]|[~/])[^>\\n]*)?>${gap}*`,
  `${venv}[A-Za-z]:\\\\[^>\\n]*>${gap}*`,
  // bash-5.2$ and sh-4.2#
  `(?:ba|z|da|a|k)?sh-[\\d.]+[$#]${gap}*`,
  // host:~ user$, / # and ~ %
  `[\\w.-]+:[~/][^\\s$#%>]*(?:${gap}[\\w.-]+)?[$#%]${gap}+`,
  `[\\w.-]+:[\\w.-]+${gap}[\\w.-]+[$#%]${gap}+(?=${program})`,
  `[~/][\\w./-]*${gap}?[$#%]${gap}+`,
  // The two lines of a frame: their second begins with a corner.
  `(?:[\u250C\u256D]\u2500[^\\n]*\\n)?[\u2514\u2570][\u2500-]+[$#>\u276F]${gap}+`,
  // An arrow, the folder, the branch.
  `${venv}${arrow}${gap}+(?:[^\\s:]+${gap}+)?git:\\([^)\\n]*\\)${gap}*(?:[^\\w\\s'"]+${gap}+)?`,
  `${venv}${arrow}${gap}+[~/]\\S*${gap}+(?=\\w)`,
  `${venv}\u279C${gap}+${notFolder}[\\w.-]+${gap}+(?=${program})`,
  // The folder and what else, then an arrow.
  `(?!${program})[^\\n'"\u276F\u279C]{1,80}[\u276F\u279C]${gap}+(?=${program})`,
  `${venv}~?/?[\\w./-]*${gap}?[\u276F\u03BB]${gap}+`,
  // A bare sign, which needs its space; a virtual environment may stand before it.
  `${venv}[$%\uFF04\uFF05\u276F\u279C\u03BB\u2192\u25B6\u25BA\u203A\u00BB]${gap}+`,
  `[$%](?=${program})`,
  `[$%]>${gap}+`,
  `[$%#]>(?=${program})`,
  `#>${gap}+(?=${program})`,
  `[>\uFF1E]{1,3}${gap}+(?=${program})`,
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

const listMark = new RegExp(
  `${gap}*(?:\\d{1,2}[.)]${gap}+(?=\\S)|(?:[-*+\u2022\u00B7\u2013]${gap}+|@)(?=\u0060?(?:[$#%>]${gap}+)?${program}${gap}))`,
  "y",
);

/** How many signs of a list's number or bullet stand before a command; 0 for none. */
export function listMarkAt(text: string, from: number): number {
  listMark.lastIndex = from;
  return listMark.exec(text)?.[0].length ?? 0;
}

const inBackticks = new RegExp(
  `${gap}*\u0060(?=(?:[$#%>]${gap}+)?${program}[^\u0060\\n]*\u0060${gap}*(?:\\n|$))`,
  "y",
);

/** Of a line that is a command in backticks: how many signs its opening has, and where it closes. */
export function commandIn(text: string, from: number): { open: number; close: number } | null {
  inBackticks.lastIndex = from;
  const open = inBackticks.exec(text)?.[0].length;
  return open === undefined ? null : { open, close: text.indexOf("\u0060", from + open) };
}

const withHash = new RegExp(`^\\s*#\\s+${program}`);
const withoutHash = new RegExp(
  `^\\s*(?:(?:[$%>]|\\d+[.)]|[-*+])\\s+)?(?:[^#\\n]{0,200}(?:&&|;)\\s*)?(?:[A-Za-z_]\\w*=\\S*\\s+)*${program}`,
);

/**
 * Whether a line that begins with `#` is a command at root's prompt: among lines that are commands
 * without it, it is a comment.
 */
export function hasRootPrompt(text: string): boolean {
  const lines = text.split("\n");
  return lines.some((line) => withHash.test(line)) && !lines.some((line) => withoutHash.test(line));
}
