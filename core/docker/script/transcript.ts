import { hasRootPrompt, promptAt } from "#core/typing/prompts";
import { terminalMark } from "#core/typing/signs";
import { anyProgram } from "./program-names";

/** Lines of what was pasted: commands, or what they printed. `from` is their first column. */
export type Block = { text: string; from: number; isOutput: boolean };

/** A line that is a command or a comment whether a prompt stands before it or not. */
const typedAlone = new RegExp(`^\\s*(?:#|(?:sudo\\s+)?${anyProgram}\\s)`);

/** Of a terminal's page the lines without a prompt are what the commands printed. */
export function transcript(typed: string): Block[] {
  const lines = typed.split(/(?<=[\n\u0085\u2028\u2029])/);
  const root = hasRootPrompt(withoutMarks(typed));
  const isPrompted = (line: string) => promptAt(withoutMarks(line), 0, root) > 0;
  const first = lines.find((line) => line.trim() !== "") ?? "";
  if (!isPrompted(first)) return [{ text: typed, from: 0, isOutput: false }];
  const blocks: Block[] = [];
  let goesOn = false;
  let awaited: string[] = [];
  let from = 0;
  for (const line of lines) {
    const isBlank = line.trim() === "";
    const isFed = awaited.length > 0;
    const isOutput: boolean =
      !isBlank && !goesOn && !isFed && !isPrompted(line) && !typedAlone.test(withoutMarks(line));
    const last = blocks.at(-1);
    if (last !== undefined && (last.isOutput === isOutput || isBlank)) last.text += line;
    else blocks.push({ text: line, from, isOutput });
    from += line.length;
    if (isFed && isEndOf(line, awaited[0])) awaited = awaited.slice(1);
    else if (!isFed && !isOutput) awaited = announced(line);
    goesOn = !isOutput && !isFed && /\\\s*$/.test(line);
  }
  return blocks;
}

/** A text as the terminal shows it, without its colours. */
function withoutMarks(line: string): string {
  let plain = "";
  for (let i = 0; i < line.length; ) {
    const mark = terminalMark(line, i);
    if (mark === 0) plain += line.charAt(i);
    i += Math.max(1, mark);
  }
  return plain;
}

const heredoc = /(?<!<)<<-?\s*(['"]?)([\w.-]+)\1/g;

/** The words that end the texts which a line gives as input, from the next line on. */
const announced = (line: string): string[] =>
  [...line.matchAll(heredoc)].map(([, , word = ""]) => word);

/** Whether a line ends such a text; a shell may have put its prompt before it. */
const isEndOf = (line: string, word = ""): boolean =>
  line.replace(/^\s*(?:>\s)?\s*/, "").trim() === word;
