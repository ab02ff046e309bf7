import { plainText } from "#core/content/inline";
import { type Draft, problemAt } from "#core/content/read/draft";
import { didYouMean } from "#core/content/read/nearest";
import type { Path, Problem } from "#core/content/read/problem";
import { diagramText, partsNamedIn } from "#core/diagram/words";
import { diagramFaults, type Fault } from "./diagram-places";

/** A drawing's file is called after it, and holds no other. */
export function diagramsAreNamedForFiles(draft: Draft): Problem[] {
  return draft.mentions.diagrams.flatMap(({ id, file, line }) => {
    if (file === `content/diagrams/${id}.yaml`) return [];
    const message = `The drawing's id is "${id}", which is not how its file is called.`;
    return [{ file, line, message, hint: `Call the file ${id}.yaml.` }];
  });
}

/** Parts have ids of their own, and what lines and boxes name is there. */
export function diagramPartsExist(draft: Draft): Problem[] {
  return draft.diagrams.flatMap((diagram) => {
    const { parts, lines = [], text } = diagram.value;
    const ids = parts.map((part) => part.id);
    const known = (path: Path, id: string, among: readonly string[]): Problem[] => {
      if (among.includes(id)) return [];
      const message = `There is no part "${id}".`;
      return [problemAt(diagram, path, { message, hint: didYouMean(id, among) })];
    };
    return [
      ...ids.flatMap((id, i) => {
        if (ids.indexOf(id) === i) return [];
        return [problemAt(diagram, ["parts", i, "id"], { message: `"${id}" is there twice.` })];
      }),
      // What stands before is never inside what comes after: no box is around itself.
      ...parts.flatMap((part, i) =>
        part.in === undefined ? [] : known(["parts", i, "in"], part.in, ids.slice(0, i)),
      ),
      ...lines.flatMap(({ from, to }, i) => [
        ...known(["lines", i, "from"], from, ids),
        ...known(["lines", i, "to"], to, ids),
      ]),
      ...partsNamedIn(text).flatMap((id) => known(["text"], id, ids)),
    ];
  });
}

/** A drawing's words name every part by its id, so that a card can leave a name open in them. */
export function diagramTextNamesParts(draft: Draft): Problem[] {
  return draft.diagrams.flatMap((diagram) => {
    const { text, parts } = diagram.value;
    const named = new Set(partsNamedIn(text));
    const missing = parts.filter(({ id }) => !named.has(id)).map(({ id }) => id);
    const say = (message: string) => [problemAt(diagram, ["text"], { message })];
    if (missing.length > 0) return say(`The text does not name {${missing.join("}, {")}}.`);
    const words = diagramText(text, () => "…").toLowerCase();
    const plain = parts.find(({ label }) => holdsWord(words, plainText(label).toLowerCase()));
    if (plain === undefined) return [];
    return say(`"${plain.label}" stands in the text without its braces: write {${plain.id}}.`);
  });
}

/** A short name may be a word as any other: only four letters or more are telling. */
function holdsWord(text: string, word: string): boolean {
  const at = word.length < 4 ? -1 : text.indexOf(word);
  if (at < 0) return false;
  const around = `${text[at - 1] ?? " "}${text[at + word.length] ?? " "}`;
  return !/[\p{L}\p{N}]/u.test(around);
}

/** Boxes and labels have room, and lines run free. */
export function diagramsHaveRoom(draft: Draft): Problem[] {
  return draft.diagrams.flatMap((diagram) => {
    const ids = new Set(diagram.value.parts.map((part) => part.id));
    const { parts, lines = [] } = diagram.value;
    const named = [
      ...parts.flatMap((part) => part.in ?? []),
      ...lines.flatMap(({ from, to }) => [from, to]),
    ];
    // What names no part is told elsewhere.
    if (named.some((id) => !ids.has(id)) || ids.size < parts.length) return [];
    return diagramFaults(diagram.value).map(({ path, ...said }: Fault) =>
      problemAt(diagram, path, said),
    );
  });
}
