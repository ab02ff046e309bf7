/** A stretch of a terminal: what was typed at one prompt, or what was shown then. */
export type TerminalStretch = { kind: "typed" | "shown"; text: string };

const prompt = "$ ";

/**
 * Takes a terminal of a lesson apart: lines that begin with "$ " were typed, with those that they
 * go on in after a backslash; the others were shown.
 */
export function terminalStretches(text: string): TerminalStretch[] {
  const stretches: TerminalStretch[] = [];
  for (const line of text.split("\n")) {
    const last = stretches.at(-1);
    const goesOn = last?.kind === "typed" && last.text.endsWith("\\");
    if (line.startsWith(prompt)) {
      stretches.push({ kind: "typed", text: line.slice(prompt.length) });
    } else if (last && (goesOn || last.kind === "shown")) {
      last.text += `\n${line}`;
    } else {
      stretches.push({ kind: "shown", text: line });
    }
  }
  return stretches;
}
