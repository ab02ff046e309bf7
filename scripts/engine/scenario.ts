/** One step of a scenario file, in the order of the file. */
export type Step =
  | { op: "command"; text: string; on?: number; tty?: string }
  | { op: "do"; text: string; on?: number; tty?: string }
  | { op: "wait"; text: string; seconds: number; on?: number }
  | { op: "sleep"; seconds: number }
  | { op: "file"; path: string; text: string }
  | { op: "give"; path: string; on: number };

export type Scenario = {
  name: string;
  title: string;
  images: string[];
  nodes: number;
  steps: Step[];
};

const letters: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r" };
const unescaped = (text: string) =>
  text.replace(/\\(n|t|r|x([0-9a-f]{2}))/g, (_, sign: string, hex?: string) =>
    hex === undefined ? (letters[sign] ?? sign) : String.fromCharCode(Number.parseInt(hex, 16)),
  );

type Next = { on?: number; tty?: string };

function readDirective(line: string, scenario: Scenario, next: Next): Next {
  const [, word = "", rest = ""] = /^#(\w+) ?(.*)$/.exec(line) ?? [];
  const { steps } = scenario;
  switch (word) {
    case "images":
      scenario.images.push(...rest.trim().split(/\s+/));
      return next;
    case "nodes":
      scenario.nodes = Number(rest);
      return next;
    case "file":
      steps.push({ op: "file", path: rest.trim(), text: "" });
      return next;
    case "sleep":
      steps.push({ op: "sleep", seconds: Number(rest) });
      return next;
    case "wait": {
      const [, seconds = "0", text = ""] = /^(\d+) (.*)$/.exec(rest) ?? [];
      steps.push({ op: "wait", text, seconds: Number(seconds), ...next });
      return {};
    }
    case "give": {
      const [on = "1", path = ""] = rest.split(" ");
      steps.push({ op: "give", on: Number(on), path });
      return next;
    }
    case "do":
      steps.push({ op: "do", text: rest, ...next });
      return {};
    case "tty":
      return { ...next, tty: unescaped(rest) };
    case "on":
      return { ...next, on: Number(rest) };
    default:
      throw new Error(`what is "${line}"?`);
  }
}

/** Reads a scenario file (its format stands in the head of the recorder). */
export function readScenarios(text: string, base: string): Scenario[] {
  const all: Scenario[] = [];
  let scenario: Scenario | undefined;
  let next: Next = {};
  const begin = (name: string, title: string): Scenario => {
    const made: Scenario = { name, title, images: [], nodes: 1, steps: [] };
    all.push(made);
    return made;
  };
  let inFile = false;
  for (const line of text.split("\n")) {
    const head = /^== ([\w-]+)(?:: (.*))?$/.exec(line);
    const last = scenario?.steps.at(-1);
    if (head) {
      scenario = begin(head[1] ?? base, head[2] ?? head[1] ?? base);
      next = {};
      inFile = false;
    } else if (inFile && line.startsWith("|") && last?.op === "file") {
      last.text += `${line.replace(/^\| ?/, "")}\n`;
    } else {
      inFile = false;
      if (line.trim() === "" || /^# /.test(line) || line === "#") continue;
      scenario ??= begin(base, base);
      if (/^#[a-z]/.test(line)) {
        next = readDirective(line, scenario, next);
        inFile = line.startsWith("#file ");
      } else {
        scenario.steps.push({ op: "command", text: line, ...next });
        next = {};
      }
    }
  }
  return all;
}
