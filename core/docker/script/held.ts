import { quoteEnd } from "#core/docker/substitutions";
import { programs } from "#core/docker/tables/other-programs";
import { heldText } from "#core/text/grading/held-text";
import { shellText } from "#core/text/grading/shell-text";
import { anyProgram } from "./program-names";
import { cut, joined, made, type Source, trimmed } from "./source";

/** What holds commands without being one of a shell's sentences, and the commands in it. */
export type Held = { lead: string; says: string; inner: { code: Source; isScript: boolean }[] };

/** Reads a line of another kind of file, or a program that is given commands in its own way. */
export function heldIn(code: Source, program: string): Held | null {
  return heldByCron(code) ?? heldByFile(code) ?? heldByProgram(code, program);
}

const ours = `(?:sudo\\s+)?(?:\\S*/)?${anyProgram}\\s+\\S`;

const field = "(?:[\\d*][\\d*/,-]*|[a-z]{3}(?:[,-][a-z]{3})*)";
const cron = new RegExp(
  `^(?:@(?:reboot|yearly|annually|monthly|weekly|daily|midnight|hourly)|${field}(?:\\s+${field}){4})\\s+(?:[a-z_][\\w-]*\\s+(?=${ours}))?(?=[\\w./"'$]|\\[)`,
  "i",
);

/** A line of a crontab: its time, and a user in that of the machine. */
function heldByCron(code: Source): Held | null {
  const lead = cron.exec(code.text)?.[0];
  if (lead === undefined) return null;
  const inner = [{ code: cut(code, lead.length), isScript: false }];
  return { lead: lead.trim(), says: heldText().cron, inner };
}

/** Keys of the files of build services, of tasks and of Compose whose value is a command. */
const key =
  "(?:run|script|scripts|command|commands|cmd|cmds|exec|shell|sh|bash|bash_command|before_script|after_script|entrypoint|test|start|build|deploy)";
const line = new RegExp(`^(?:- +)?["']?${key}["']?\\s*:\\s+(?=(["']?)${ours})`);

function heldByFile(code: Source): Held | null {
  const [lead, quote] = line.exec(code.text) ?? [];
  if (lead === undefined) return null;
  const says = shellText().lines.yaml;
  if (quote === "") {
    return { lead: lead.trim(), says, inner: [{ code: cut(code, lead.length), isScript: false }] };
  }
  return { lead: lead.trim(), says, inner: [inQuotes(code, lead.length)] };
}

const inQuotes = (code: Source, from: number) => ({
  code: cut(code, from + 1, quoteEnd(code.text, from) - 1),
  isScript: true,
});

function heldByProgram(code: Source, program: string): Held | null {
  const words = heldText();
  if (program === "alias") return quotedIn(code, words.alias);
  if (program === "trap") return quotedIn(code, words.trap);
  const inFind = /\s-(?:exec|execdir|ok|okdir)\s+/.exec(code.text);
  if (program === "find" && inFind !== null) {
    return between(code, inFind.index + inFind[0].length, {
      end: /\s(?:\\;|';'|";"|\+)(?=\s|$)/,
      appends: false,
      says: words.find,
    });
  }
  const inParallel = program === "parallel" ? programAt(code.text) : -1;
  if (inParallel < 0) return null;
  return between(code, inParallel, { end: /\s:::/, appends: true, says: words.parallel });
}

/** Every quoted word that holds a command of ours. */
function quotedIn(code: Source, says: string): Held | null {
  const inner: Held["inner"] = [];
  let lead = "";
  for (let i = 0; i < code.text.length; ) {
    const sign = code.text.charAt(i);
    const end = sign === "'" || sign === '"' ? quoteEnd(code.text, i) : i + 1;
    const isOurs = end > i + 1 && /\bdocker\b/.test(code.text.slice(i, end));
    if (isOurs) inner.push(inQuotes(code, i));
    lead += isOurs ? `${sign}…${sign}` : code.text.slice(i, end);
    i = end;
  }
  return inner.length === 0 ? null : { lead, says, inner };
}

/** What ends a command; whether what it is given comes last where `{}` stands nowhere in it. */
type Frame = { end: RegExp; appends: boolean; says: string };

/** `{}` or `{1}`; `{{.ID}}` is a template of docker's. */
const givenPlace = /(?<!\{)\{[^\s{}]*\}(?!\})/;

/** A command among the words of a program. */
function between(code: Source, from: number, { end, appends, says }: Frame): Held {
  const rest = cut(code, from);
  const given = trimmed(cut(rest, 0, end.exec(rest.text)?.index));
  const isQuoted = /^'[^']*'$|^"[^"]*"$/.test(given.text);
  const isWhole = !appends || givenPlace.test(given.text);
  const inner = isQuoted
    ? inQuotes(given, 0)
    : { code: isWhole ? given : joined(given, made(" {}")), isScript: false };
  return { lead: code.text.slice(0, from).trim(), says, inner: [inner] };
}

/** Where a program of ours begins behind another one and its options; -1 for nowhere. */
function programAt(text: string): number {
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    const name = word.replace(/^["']/, "");
    if (index > 0 && (name === "docker" || programs.has(name))) return index;
  }
  return -1;
}
