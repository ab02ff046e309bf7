const names =
  "HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS".split(
    " ",
  );

const others = new Set([...names, "CLD", "IOT", "POLL"]);

/** The numbers that are one with their names wherever the engine runs; the rest stay numbers. */
const portable = new Set([1, 2, 3, 6, 9, 10, 12, 14, 15, 17, 18, 19]);

/** A signal without SIG, in capitals; null for one that the engine does not know. */
export function signalName(text: string): string | null {
  if (/^\d+$/.test(text)) {
    const number = Number(text);
    if (number < 1 || number > 64) return null;
    return portable.has(number) ? (names[number - 1] ?? text) : text;
  }
  const name = text.toUpperCase().replace(/^SIG/, "");
  const known = others.has(name) || /^RTM(?:IN|AX)(?:[+-]\d+)?$/.test(name);
  return known ? name : null;
}
