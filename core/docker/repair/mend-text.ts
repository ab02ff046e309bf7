import { commandIn, hasRootPrompt, listMarkAt, promptAt } from "#core/typing/prompts";
import { dashLength, isInvisible, plainBlank, plainQuote, plainSign } from "#core/typing/signs";
import { leavePage, mendedTwice } from "./leave-page";
import { mendDashes } from "./mend-dashes";
import { closeOrKeep, isApostrophe, keepEscaped, openQuote } from "./mend-quotes";
import { emit, finish, type Mended, newScan, type Scan, signAt, skip } from "./scan";

/** As repairText, of text that is not plain. Linear in the text. */
export function mendText(typed: string): Mended {
  const page = leavePage(typed);
  return page === null ? mendSigns(typed) : mendedTwice(page, mendSigns(page.text));
}

function mendSigns(typed: string): Mended {
  const scan = newScan(typed, hasRootPrompt(typed));
  leaveFences(scan);
  while (scan.i < scan.end) step(scan);
  return finish(scan);
}

const fenced = /^(\s*(?:```\w*[^\S\n]*\n|`))([^`]*?)(\s*`{1,3}\s*)$/;

/** A command in a chat's backticks is the command. */
function leaveFences(scan: Scan): void {
  const [, open = "", inner = "", close = ""] = fenced.exec(scan.typed) ?? [];
  const long = open.includes("```");
  if (inner.trim() === "" || long !== close.includes("```")) return;
  skip(scan, open.length);
  scan.end = scan.typed.length - close.length;
  scan.after = { start: scan.end, end: scan.typed.length, found: close, read: "" };
}

function step(scan: Scan): void {
  const sign = signAt(scan);
  if (scan.i === scan.tick) skip(scan, 1);
  else if (isInvisible(sign) && meansNothing(scan, sign)) skip(scan, sign.length);
  else if (scan.quote !== null) closeOrKeep(scan, scan.quote);
  else if (!scan.lineStart || !leavePrompt(scan)) outsideQuotes(scan, sign);
}

/** Between two signs of a picture or another script it may mean something. */
function meansNothing({ typed, i, quote }: Scan, sign: string): boolean {
  if (quote?.own === true) return false;
  const sides = [typed.charAt(i - 1), typed.charAt(i + sign.length)];
  return sides.some((side) => side === "" || side < "\u0100");
}

const fenceLine = /[^\S\n]*```\w*[^\S\n]*(?=\n|$)/y;

/** Whether a prompt, a list's mark or a chat's backticks stood here, which are left out. */
function leavePrompt(scan: Scan): boolean {
  const from = scan.i;
  scan.lineStart = false;
  fenceLine.lastIndex = from;
  const mark = fenceLine.exec(scan.typed)?.[0].length ?? listMarkAt(scan.typed, from);
  if (mark > 0) skip(scan, mark);
  leaveBackticks(scan);
  const prompt = promptAt(scan.typed, scan.i, scan.rootPrompt);
  if (prompt > 0) {
    scan.prompted = true;
    skip(scan, prompt);
  }
  return scan.i > from;
}

/** A whole line in backticks is a command; a substitution stands within one. */
function leaveBackticks(scan: Scan): void {
  const line = commandIn(scan.typed, scan.i);
  if (line === null) return;
  skip(scan, line.open);
  scan.tick = line.close;
}

/** A backtick or a caret at the end of a line, as Windows shells go on to the next. */
const windowsGoesOn = /[`^][^\S\n]*\r?\n/y;

/** Whether only blanks stand before it in its line. */
function beginsLine({ typed, i }: Scan): boolean {
  let before = i - 1;
  while (/[ \t\r]/.test(typed.charAt(before))) before--;
  return before < 0 || typed.charAt(before) === "\n";
}

function outsideQuotes(scan: Scan, sign: string): void {
  const quote = sign === '"' || sign === "'" ? sign : plainQuote(sign);
  windowsGoesOn.lastIndex = scan.i;
  const found = windowsGoesOn.exec(scan.typed)?.[0];
  const goesOn = found !== undefined && !beginsLine(scan) ? found : undefined;
  if (sign === "\\") mendBackslash(scan);
  else if (sign === "#" && scan.word === "") keepComment(scan);
  else if (sign === "\n" || plainBlank(sign) === "\n") mendLineBreak(scan, sign);
  else if (quote !== null && !isApostrophe(scan, sign)) openQuote(scan, sign, quote);
  else if (sign === "-" || dashLength(sign) !== null) mendDashes(scan);
  else if (goesOn !== undefined) emit(scan, goesOn, " ");
  else emit(scan, sign, plainBlank(sign) ?? plainSign(sign) ?? sign);
}

const lineGoesOn = /\\[\s\u00AD\u200B-\u200F\u2060\uFEFF]*?(?:\r?\n|[\u2028\u2029\u0085\v\f])/y;

/** A backslash keeps the next sign as it is; one before blanks at the end of a line goes on. */
function mendBackslash(scan: Scan): void {
  lineGoesOn.lastIndex = scan.i;
  const found = lineGoesOn.exec(scan.typed)?.[0];
  if (found === undefined) {
    keepEscaped(scan);
    return;
  }
  emit(scan, found, found === "\\\r\n" ? found : "\\\n");
  leaveSecondPrompt(scan);
}

const secondPrompt = /[^\S\n]*>[^\S\n]+(?=\S)/y;

/** A shell's prompt for a line that goes on; without a first prompt it sends output to a file. */
function leaveSecondPrompt(scan: Scan): void {
  secondPrompt.lastIndex = scan.i;
  const length = secondPrompt.exec(scan.typed)?.[0].length ?? 0;
  if (length === 0) return;
  const next = scan.typed.charAt(scan.i + length);
  if (scan.prompted || next === "-" || dashLength(next) !== null) skip(scan, length);
}

function keepComment(scan: Scan): void {
  const lineEnd = /[\n\u0085\u2028\u2029]/g;
  lineEnd.lastIndex = scan.i;
  const end = lineEnd.exec(scan.typed)?.index ?? scan.end;
  emit(scan, scan.typed.slice(scan.i, Math.min(end, scan.end)));
  scan.word = "";
}

const optionNext = /\s{0,200}[-\u2010-\u2015\u2212]+[A-Za-z]/y;

/** A line that begins with an option goes on with the one before: no command begins so. */
function mendLineBreak(scan: Scan, sign: string): void {
  optionNext.lastIndex = scan.i + 1;
  const isOption = (scan.words.length > 0 || scan.word !== "") && optionNext.test(scan.typed);
  if (!isOption) scan.lineStart = true;
  emit(scan, sign, isOption ? " " : "\n");
}
