import { scanInline } from "#core/content/inline";
import { type Draft, problemAt } from "#core/content/read/draft";
import type { Path, Problem } from "#core/content/read/problem";
import type { Authored } from "#core/content/read/reader";
import { hasMarks, textsIn } from "./authored-texts";

/** Marks are closed, not empty, not nested; where a text knows no marks there is no backtick. */
export function marksAreSound(draft: Draft): Problem[] {
  const { topics, concepts, cards, lessons, diagrams, roads } = draft;
  const entries: Authored<unknown>[] = [
    ...topics,
    ...concepts,
    ...cards,
    ...lessons,
    ...diagrams,
    ...roads,
  ];
  return entries.flatMap((entry) =>
    textsIn(entry.value).flatMap(({ path, text }) => {
      // A gap may stand inside a mark, and its answer is typed, not drawn.
      const found =
        hasMarks(path) && !isCommand(entry.value, path)
          ? markProblem(path[0] === "front" ? text.replace(/\{\{.*?\}\}/gs, "x") : text)
          : literalProblem(path.at(-1), text);
      return found === null ? [] : [problemAt(entry, path, found)];
    }),
  );
}

/** A command card's answer is typed, a recall card's is drawn. */
function isCommand(value: unknown, [field]: Path): boolean {
  const kind = typeof value === "object" && value !== null && "kind" in value ? value.kind : null;
  return kind === "command" && field === "answer";
}

type Said = { message: string; hint: string };

function markProblem(text: string): Said | null {
  const { spans, open } = scanInline(text);
  const excerpt = `"${shorten(text)}"`;
  if (open !== null) {
    const [name, sign] = open === "code" ? ["backtick", "`"] : ["asterisk", "*"];
    const message = `An ${name} is never closed in ${excerpt}.`.replace("An b", "A b");
    return { message, hint: `Close it, or write \\${sign} where it means itself.` };
  }
  if (spans.some((span) => span.mark !== "text" && span.text === "")) {
    const hint = "Emphasis has one asterisk on each side; code one backtick.";
    return { message: `A mark is empty in ${excerpt}.`, hint };
  }
  if (spans.some((span) => span.mark === "em" && span.text !== span.text.trim())) {
    const hint = "Write \\* where an asterisk means itself.";
    return { message: `Emphasis starts or ends with a space in ${excerpt}.`, hint };
  }
  if (spans.some((span) => span.mark === "em" && span.text.includes("`"))) {
    const hint = "Marks cannot be nested: leave one of them out.";
    return { message: `Code stands inside emphasis in ${excerpt}.`, hint };
  }
  return null;
}

/** What is shown as it is; a bin's name is checked where it is given, not where it is used. */
const verbatim = new Set<unknown>(["url", "bin", "output", "code", "terminal"]);

function literalProblem(field: unknown, text: string): Said | null {
  if (verbatim.has(field) || !text.includes("`")) return null;
  const message = `A backtick has no meaning in "${shorten(text)}".`;
  return { message, hint: "Titles, ids and typed answers know no marks: leave it out." };
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= 50 ? line : `${line.slice(0, 49)}…`;
}
